#!/usr/bin/env python3
"""Scores word -> stem lists against a gold file; see README.md.

  score.py --gold FILE [--plurals FILE] [--worst N] [--json] NAME=STEMS.tsv ...
  score.py --self-test
"""

import argparse
import json
import sys

import gold as golds
import measures
import worst

COLUMNS = ("P", "R", "F1", "P~", "F1~", "bP", "bR", "bF", "bP~", "bF~", "UI", "OI", "SW", "ERRT", "BP",
           "lost", "met")
TENTHOUSANDTHS = ("OI", "SW")


class Scorer:
    """One gold file. `broken` are the surfaces that count as broken plurals where it marks none."""

    def __init__(self, gold, broken=frozenset()):
        self.gold = gold
        self.broken = gold.broken or set(broken)
        self.line = measures.truncation_line(gold)

    def score(self, answers):
        """All measures of the stemmer that gave these answers; a word without one is its own stem."""
        stems = self.complete(answers)
        return {
            **measures.pairwise(self.gold, stems),
            **measures.b_cubed(self.gold, stems),
            **measures.paice(self.gold, stems, self.line),
            **measures.broken_plurals(self.gold, stems, self.broken),
            **measures.damaged_names(self.gold, stems),
            "silent": sum(w not in answers for w in self.gold.words),
        }

    def complete(self, answers):
        return {w: answers.get(w, w) for w in self.gold.words}


def head(name, scorer):
    gold = scorer.gold
    return (f"{name}: {len(gold.words)} words, {sum(gold.uses.values())} uses, "
            f"{len(gold.forms())} lemmas\n"
            f"{'stemmer':<16}" + "".join(f"{c:>6}" for c in COLUMNS))


def cell(column, value):
    if value is None:
        return "     -"
    if isinstance(value, list):
        return f"{len(value):>6}"
    if column in TENTHOUSANDTHS:
        return f"{value * 1e4:>6.2f}"
    return f"{value:>6.3f}"


def row(name, result):
    text = f"{name:<16}" + "".join(cell(c, result[c]) for c in COLUMNS)
    return text + (f"  ({result['silent']} words without an answer)" if result["silent"] else "")


def foot(result):
    return f"plural pairs: {result['BP pairs']}; names: {result['names']}; OI and SW in 1/10000"


def read_answers(path):
    with open(path, encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {fields[0]: fields[1] for fields in rows if len(fields) > 1 and fields[1]}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", help="the gold file")
    parser.add_argument("--plurals", help="a gold file whose :BP rows tell broken plurals")
    parser.add_argument("--worst", type=int, default=0, help="list the N heaviest mistakes")
    parser.add_argument("--json", action="store_true", help="JSON instead of a table")
    parser.add_argument("--self-test", action="store_true", help="check against worked examples")
    parser.add_argument("stems", nargs="*", metavar="NAME=STEMS.tsv")
    return parser


def main():
    parser = arguments()
    options = parser.parse_args()
    if options.self_test:
        import self_test
        return self_test.main()
    if not options.gold or not options.stems:
        parser.error("--gold FILE and at least one NAME=STEMS.tsv are needed")
    broken = golds.load(options.plurals).broken if options.plurals else ()
    scorer = Scorer(golds.load(options.gold), broken)
    answers = {name: read_answers(path) for name, _, path in
               (spec.partition("=") for spec in options.stems)}
    results = {name: scorer.score(given) for name, given in answers.items()}
    if options.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
        return 0
    print(head(options.gold, scorer))
    for name, result in results.items():
        print(row(name, result))
    print(foot(result))
    for name, given in answers.items():
        if options.worst:
            print(f"\n{name}\n{worst.report(scorer.gold, scorer.complete(given), options.worst)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
