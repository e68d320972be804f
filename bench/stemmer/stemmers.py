"""The stemmers that are compared. Each takes a list of words and gives a dictionary word -> stem, or
raises Absent with what is missing."""

import shutil
import subprocess

import light10
from gold import normalize


class Absent(Exception):
    """The program behind a stemmer is not on this machine, or fails."""


def _filter(command, words):
    result = subprocess.run(command, input="\n".join(words) + "\n", capture_output=True,
                            encoding="utf-8", check=False)
    if result.returncode != 0:
        raise Absent(f"{command[0]} ended with {result.returncode}: {result.stderr.strip()}")
    return result.stdout.splitlines()


def normalize_only(words):
    return {w: normalize(w) for w in words}


def light(words):
    return {w: light10.stem(w) for w in words}


def snowball(words):
    """libstemmer's own program; it folds spelling variants itself."""
    program = shutil.which("stemwords")
    if program is None:
        raise Absent("no stemwords (Debian package libstemmer-tools)")
    lines = _filter([program, "-l", "arabic"], words)
    if len(lines) != len(words):
        raise Absent(f"stemwords answered {len(lines)} lines to {len(words)} words")
    return dict(zip(words, lines))


def fihris(program):
    def lemmas(words):
        if shutil.which(program) is None:
            raise Absent(f"no {program} (build the release preset first)")
        rows = (line.split("\t") for line in _filter([program, "analyze", "--words"], words))
        return {row[0]: row[1] for row in rows if len(row) > 1 and row[1]}

    return lemmas
