"""Gold files: which printed words belong to which lemma.

A line is surface<TAB>lemma<TAB>root or -<TAB>part of speech<TAB>frequency. A broken plural may say so
with ":BP" after its part of speech. Lines that begin with "#" are comments.
"""

import re
from collections import Counter, defaultdict

_MARKS = re.compile("[\u0640\u064b-\u0655\u0670]")  # tatweel, harakat, dagger alef
_FOLD = str.maketrans(
    {
        "\u0623": "\u0627",  # ALEF WITH HAMZA ABOVE
        "\u0625": "\u0627",  # ALEF WITH HAMZA BELOW
        "\u0622": "\u0627",  # ALEF WITH MADDA ABOVE
        "\u0671": "\u0627",  # ALEF WASLA
        "\u0649": "\u064a",  # ALEF MAKSURA
        "\u0629": "\u0647",  # TEH MARBUTA
        "\u0624": "\u0648",  # WAW WITH HAMZA ABOVE
        "\u0626": "\u064a",  # YEH WITH HAMZA ABOVE
    }
)


def normalize(word):
    """The word with the usual spelling variants folded; nothing is cut off."""
    return _MARKS.sub("", word).translate(_FOLD)


class Gold:
    """A gold file in memory.

    readings: surface -> Counter of lemma -> uses      lemma: surface -> its most used lemma
    uses: surface -> uses                              root: lemma -> root, absent when it has none
    names: lemmas that are proper names                broken: surfaces marked as broken plurals
    """

    def __init__(self, rows):
        self.readings = defaultdict(Counter)
        self.root, self.names, self.broken = {}, set(), set()
        for surface, lemma, root, pos, uses in rows:
            self.readings[surface][lemma] += uses
            if root != "-":
                self.root[lemma] = root
            if pos == "PROPN":
                self.names.add(lemma)
            if pos.endswith(":BP"):
                self.broken.add(surface)
        self.uses = {s: sum(c.values()) for s, c in self.readings.items()}
        # A tie needs some rule that does not depend on the order of the file.
        self.lemma = {
            s: max(c, key=lambda lemma: (c[lemma], lemma)) for s, c in self.readings.items()
        }
        self.words = sorted(self.readings)

    def related(self, lemma, other):
        """Two lemmas of one root: a merge that a lenient judge lets pass."""
        return lemma in self.root and self.root[lemma] == self.root.get(other)

    def forms(self):
        """lemma -> the surfaces whose most used lemma it is."""
        groups = defaultdict(list)
        for surface in self.words:
            groups[self.lemma[surface]].append(surface)
        return groups


def read_rows(path):
    """The rows of a gold file. Raises ValueError with file and line for a line that is not one."""
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 5 or not fields[4].isdigit():
                raise ValueError(f"{path}:{number}: not surface, lemma, root, POS, frequency")
            yield (*fields[:4], int(fields[4]))


def load(path):
    return Gold(read_rows(path))
