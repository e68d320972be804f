"""Checks of the scorer against examples worked by hand. Run: score.py --self-test"""

import os
import tempfile
import unittest

import gold as golds
import light10
import measures
import worst

# Lemmas A and B share a root, C has none. Used: a1 2, a2 1, b1 1, c1 4, c2 2; in all 10.
ROWS = [("a1", "A", "r", "NOUN", 2), ("a2", "A", "r", "NOUN", 1), ("b1", "B", "r", "VERB", 1),
        ("c1", "C", "-", "NOUN", 4), ("c2", "C", "-", "NOUN", 2)]
STEMS = {"a1": "x", "a2": "x", "b1": "x", "c1": "x", "c2": "y"}


class Pairs(unittest.TestCase):
    """Class x holds 6 pairs: a1-a2 is right, a1-b1 and a2-b1 share the root, c1 meets three strangers.
    Wanted are a1-a2 and c1-c2; 8 of the 10 pairs are unwanted."""

    def setUp(self):
        self.gold = golds.Gold(ROWS)

    def test_strict_and_lenient(self):
        got = measures.pairwise(self.gold, STEMS)
        self.assertAlmostEqual(got["P"], 1 / 6)
        self.assertAlmostEqual(got["R"], 1 / 2)
        self.assertAlmostEqual(got["F1"], 1 / 4)
        self.assertAlmostEqual(got["P~"], 1 / 4)
        self.assertAlmostEqual(got["F1~"], 1 / 3)

    def test_paice_indexes(self):
        self.assertEqual(measures.under_over(self.gold, STEMS), (1 / 2, 5 / 8))

    def test_worst_lists_leave_the_root_out(self):
        self.assertEqual(worst.wrong_merges(self.gold, STEMS, 9),
                         [(8, "a1", "c1", "x"), (4, "b1", "c1", "x"), (4, "a2", "c1", "x")])
        self.assertEqual(worst.missed_merges(self.gold, STEMS, 9), [(8, "c1", "c2", "C")])


class BCubed(unittest.TestCase):
    def test_tokens(self):
        """In x (8 uses): A 3*3/8, B 1*1/8, C 4*4/8; in y: C 2*2/2. Lenient: A 9/(8-1), B 1/(8-3)."""
        got = measures.b_cubed(golds.Gold(ROWS), STEMS)
        self.assertAlmostEqual(got["bP"], (9 / 8 + 1 / 8 + 2 + 2) / 10)
        self.assertAlmostEqual(got["bP~"], (9 / 7 + 1 / 5 + 2 + 2) / 10)
        self.assertAlmostEqual(got["bR"], (9 / 3 + 1 / 1 + 16 / 6 + 4 / 6) / 10)

    def test_a_homograph_costs_precision_under_any_stemmer(self):
        gold = golds.Gold([("w", "A", "-", "NOUN", 3), ("w", "B", "-", "VERB", 1)])
        got = measures.b_cubed(gold, {"w": "w"})
        self.assertAlmostEqual(got["bP"], (9 / 4 + 1 / 4) / 4)
        self.assertAlmostEqual(got["bR"], 1)
        self.assertEqual(gold.lemma["w"], "A")


class Truncation(unittest.TestCase):
    def test_line(self):
        gold = golds.Gold([("ab", "L", "-", "NOUN", 1), ("ac", "L", "-", "NOUN", 1),
                           ("ad", "M", "-", "NOUN", 1)])
        self.assertEqual(measures.truncation_line(gold)[:3], [(0, 1), (1, 0), (1, 0)])

    def test_errt_is_the_share_of_the_way_to_the_line(self):
        line = [(0, 1), (1, 0)]
        self.assertAlmostEqual(measures.errt((0.25, 0.25), line), 0.5)
        self.assertAlmostEqual(measures.errt((1, 1), line), 2)
        self.assertEqual(measures.errt((0, 0), line), 0)
        self.assertIsNone(measures.errt((1, 0.5), [(0, 1), (0.1, 0.9)]))


class Plurals(unittest.TestCase):
    ROWS = [("s1", "L", "-", "NOUN", 1), ("s2", "L", "-", "NOUN", 1), ("p", "L", "-", "NOUN:BP", 1)]

    def test_each_other_form_asks_for_each_broken_plural(self):
        gold = golds.Gold(self.ROWS)
        stems = {"s1": "x", "s2": "y", "p": "x"}
        self.assertEqual(measures.broken_plurals(gold, stems, gold.broken), {"BP": 0.5, "BP pairs": 2})

    def test_a_gold_file_without_marks_borrows_them(self):
        plain = golds.Gold([(*row[:3], "NOUN", 1) for row in self.ROWS])
        stems = {"s1": "x", "s2": "x", "p": "x"}
        self.assertEqual(measures.broken_plurals(plain, stems, {"p"})["BP"], 1)
        self.assertIsNone(measures.broken_plurals(plain, stems, set())["BP"])


class Names(unittest.TestCase):
    GOLD = golds.Gold([("لبنان", "لبنان", "-", "PROPN", 5), ("ولبنان", "لبنان", "-", "PROPN", 1),
                       ("لبن", "لبن", "لبن", "NOUN", 1), ("القاهرة", "القاهرة", "-", "PROPN", 3),
                       ("أميركا", "أميركا", "-", "PROPN", 1), ("أمريكا", "أميركا", "-", "PROPN", 1)])
    WHOLE = {"لبنان": "لبنان", "ولبنان": "لبنان", "لبن": "لبن", "القاهرة": "قاهر",
             "أميركا": "امريكا", "أمريكا": "امريكا"}

    def test_article_feminine_ending_and_spelling_are_no_loss(self):
        got = measures.damaged_names(self.GOLD, self.WHOLE)
        self.assertEqual((got["lost"], got["met"], got["names"]), ([], [], 3))

    def test_a_cut_name_is_lost_and_meets_the_word_it_became(self):
        got = measures.damaged_names(self.GOLD, {**self.WHOLE, "ولبنان": "لبن"})
        self.assertEqual((got["lost"], got["met"]), (["لبنان"], [("لبنان", "لبن")]))


class Reading(unittest.TestCase):
    def read(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "gold.tsv")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            return list(golds.read_rows(path))

    def test_comments_are_skipped(self):
        self.assertEqual(self.read("# x\nكتب\tكتب_V\tكتب\tVERB\t7\n"),
                         [("كتب", "كتب_V", "كتب", "VERB", 7)])

    def test_a_bad_line_is_named(self):
        with self.assertRaisesRegex(ValueError, "gold.tsv:2"):
            self.read("كتب\tكتب_V\tكتب\tVERB\t7\nكتب\n")


class OwnGold(unittest.TestCase):
    """corpus/judged/lemmas.tsv keeps the conventions that corpus/README.md states."""

    PATH = os.path.join(os.path.dirname(__file__), "..", "..", "corpus", "judged", "lemmas.tsv")
    POS = {"NOUN", "ADJ", "VERB", "PROPN", "NUM", "PART", "NOUN:BP", "ADJ:BP", "NUM:BP"}

    def test_rows(self):
        rows = list(golds.read_rows(self.PATH))
        self.assertGreaterEqual(len(rows), 1700)
        self.assertEqual(len(rows), len({row[:2] for row in rows}), "a row stands twice")
        kinds = {}
        for surface, lemma, root, pos, uses in rows:
            self.assertRegex(surface, "^[\u0621-\u063a\u0641-\u064a]+$")
            self.assertRegex(root, "^([\u0621-\u063a\u0641-\u064a]+|-)$")
            self.assertRegex(lemma, "^[\u0621-\u063a\u0641-\u064a]+(_[2-9])?(_V)?$")
            self.assertIn(pos, self.POS, surface)
            self.assertEqual(lemma.endswith("_V"), pos == "VERB", lemma)
            self.assertTrue(1 <= uses <= 50, surface)
            kind = (root, pos.partition(":")[0])
            self.assertEqual(kinds.setdefault(lemma, kind), kind, lemma)


class Light10(unittest.TestCase):
    def test_published_rules(self):
        for word, stem in (("والحكومات", "حكوم"), ("للسيارة", "سيار"), ("إيران", "اير"),
                           ("واشنطن", "اشنطن"), ("ولاية", "لا"), ("ولد", "ولد"), ("ألمانيا", "مانيا"),
                           ("بكتاب", "بكتاب"), ("معلمون", "معلم"), ("يد", "يد")):
            self.assertEqual(light10.stem(word), stem, word)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(__import__("self_test"))
    return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1
