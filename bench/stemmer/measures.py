"""The measures, from their definitions. `stems` maps every word of the gold file to one stem.

All counting goes by cells (stem, lemma): n words in a cell are n(n-1)/2 pairs, so that no measure has
to look at the pairs themselves.
"""

from collections import Counter, defaultdict

from gold import normalize

LONGEST_TRUNCATION = 11


def _pairs(counts):
    return sum(n * (n - 1) // 2 for n in counts.values())


def _share(part, whole):
    return part / whole if whole else 0.0


def f1(precision, recall):
    return _share(2 * precision * recall, precision + recall)


def pair_counts(gold, stems):
    """Pairs of types: (merged and of one lemma, merged, of one lemma, merged and of one root only)."""
    cells, classes, lemmas = Counter(), Counter(), Counter()
    families, rooted = Counter(), Counter()
    for word in gold.words:
        stem, lemma = stems[word], gold.lemma[word]
        cells[stem, lemma] += 1
        classes[stem] += 1
        lemmas[lemma] += 1
        if lemma in gold.root:
            families[stem, gold.root[lemma]] += 1
            rooted[stem, lemma] += 1
    related = _pairs(families) - _pairs(rooted)
    return _pairs(cells), _pairs(classes), _pairs(lemmas), related


def pairwise(gold, stems):
    """Precision, recall and F1 over pairs of types; lenient ones leave related pairs out."""
    good, merged, wanted, related = pair_counts(gold, stems)
    precision, recall = _share(good, merged), _share(good, wanted)
    lenient = _share(good, merged - related)
    return {"P": precision, "R": recall, "F1": f1(precision, recall),
            "P~": lenient, "F1~": f1(lenient, recall)}


def b_cubed(gold, stems):
    """B-cubed over tokens: what a one-word query finds, averaged over every use of every word."""
    cells, classes = defaultdict(Counter), Counter()
    families, lemmas = defaultdict(Counter), Counter()
    for word, readings in gold.readings.items():
        for lemma, uses in readings.items():
            cells[stems[word]][lemma] += uses
            classes[stems[word]] += uses
            families[stems[word]][gold.root.get(lemma)] += uses
            lemmas[lemma] += uses
    precision = lenient = recall = 0.0
    for stem, counts in cells.items():
        for lemma, uses in counts.items():
            root = gold.root.get(lemma)
            related = families[stem][root] - uses if root else 0
            precision += uses * uses / classes[stem]
            lenient += uses * uses / (classes[stem] - related)
            recall += uses * uses / lemmas[lemma]
    total = sum(classes.values())
    p, l, r = _share(precision, total), _share(lenient, total), _share(recall, total)
    return {"bP": p, "bR": r, "bF": f1(p, r), "bP~": l, "bF~": f1(l, r)}


def under_over(gold, stems):
    """Paice's understemming and overstemming indexes."""
    good, merged, wanted, _ = pair_counts(gold, stems)
    count = len(gold.words)
    unwanted = count * (count - 1) // 2 - wanted
    return 1 - _share(good, wanted), _share(merged - good, unwanted)


def truncation_line(gold):
    """(UI, OI) of cutting every normalised word after 1, 2, ... letters."""
    return [under_over(gold, {w: normalize(w)[:length] for w in gold.words})
            for length in range(1, LONGEST_TRUNCATION + 1)]


def errt(point, line):
    """Distance of the point from the origin, relative to where its ray meets the line; None if it does not.

    The ray t*P meets the segment A..B where t*P = A + s*(B-A); crossing both sides with (B-A) and with P
    gives t and s.
    """
    px, py = point
    if px == 0 and py == 0:
        return 0.0
    for (ax, ay), (bx, by) in zip(line, line[1:]):
        dx, dy = bx - ax, by - ay
        across = px * dy - py * dx
        if across == 0:
            continue
        s = (ax * py - ay * px) / across
        t = (ax * dy - ay * dx) / across
        if -1e-9 <= s <= 1 + 1e-9 and t > 0:
            return 1 / t
    return None


def paice(gold, stems, line):
    ui, oi = under_over(gold, stems)
    return {"UI": ui, "OI": oi, "SW": oi / ui if ui else None, "ERRT": errt((ui, oi), line)}


def broken_plurals(gold, stems, broken):
    """Recall over the pairs (other form, broken plural) of one lemma, and the number of such pairs."""
    good = wanted = 0
    for forms in gold.forms().values():
        plurals = Counter(stems[w] for w in forms if w in broken)
        others = Counter(stems[w] for w in forms if w not in broken)
        wanted += sum(plurals.values()) * sum(others.values())
        good += sum(n * others[stem] for stem, n in plurals.items())
    return {"BP": good / wanted if wanted else None, "BP pairs": wanted}


def _letters(name):
    """What a stem must keep of a name: all of it but the article and the feminine ending."""
    article = name.startswith("\u0627\u0644") and len(name) > 4  # a bare alef: not that of Eliane
    bare = normalize(name)[2:] if article else normalize(name)
    return bare[:-1] if bare.endswith("\u0647") and len(bare) > 3 else bare


def damaged_names(gold, stems):
    """Names that lose a letter in some form; names that meet words which neither are that name nor
    share its root, each with the most used of those words; the number of names."""
    members = defaultdict(list)
    for word in gold.words:
        members[stems[word]].append(word)
    lost, met = [], []
    forms = {lemma: words for lemma, words in gold.forms().items() if lemma in gold.names}
    for name, words in forms.items():
        letters = _letters(name)
        spellings = {_letters(w) for w in words}  # a stem may be the name in another spelling
        if any(letters in normalize(w) and letters not in normalize(stems[w])
               and _letters(stems[w]) not in spellings for w in words):
            lost.append(name)
        strangers = [other for stem in {stems[w] for w in words} for other in members[stem]
                     if name not in gold.readings[other]
                     and not gold.related(name, gold.lemma[other])]
        if strangers:
            met.append((name, max(strangers, key=lambda w: (gold.uses[w], w))))
    return {"lost": lost, "met": met, "names": len(forms)}
