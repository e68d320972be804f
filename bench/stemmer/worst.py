"""The mistakes that matter most: pairs of words weighted by the product of their uses, and names."""

import heapq
from collections import defaultdict
from itertools import combinations

import measures


def wrong_merges(gold, stems, limit):
    """(weight, word, word, stem) of the heaviest merged pairs of unrelated lemmas."""
    classes = defaultdict(list)
    for word in gold.words:
        classes[stems[word]].append(word)
    pairs = (
        (gold.uses[a] * gold.uses[b], a, b, stem)
        for stem, words in classes.items()
        for a, b in combinations(words, 2)
        if gold.lemma[a] != gold.lemma[b] and not gold.related(gold.lemma[a], gold.lemma[b])
    )
    return heapq.nlargest(limit, pairs)


def missed_merges(gold, stems, limit):
    """(weight, word, word, lemma) of the heaviest pairs of one lemma that stay apart."""
    pairs = (
        (gold.uses[a] * gold.uses[b], a, b, lemma)
        for lemma, words in gold.forms().items()
        for a, b in combinations(words, 2)
        if stems[a] != stems[b]
    )
    return heapq.nlargest(limit, pairs)


def report(gold, stems, limit):
    lines = [f"wrong merges (weight, word [lemma], word [lemma], stem), first {limit}:"]
    for weight, a, b, stem in wrong_merges(gold, stems, limit):
        lines.append(f"  {weight}\t{a} [{gold.lemma[a]}]\t{b} [{gold.lemma[b]}]\t{stem}")
    lines.append(f"missed merges (weight, word [stem], word [stem], lemma), first {limit}:")
    for weight, a, b, lemma in missed_merges(gold, stems, limit):
        lines.append(f"  {weight}\t{a} [{stems[a]}]\t{b} [{stems[b]}]\t{lemma}")
    names = measures.damaged_names(gold, stems)
    lines.append("names that lost a letter: " + " ".join(names["lost"]))
    lines.append("names that meet another word: " + ", ".join(f"{n} {w}" for n, w in names["met"]))
    return "\n".join(lines)
