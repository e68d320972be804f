"""light10, written from the rules in Larkey, Ballesteros and Connell, "Light stemming for Arabic
information retrieval" (2007). A yardstick for the measurements, no part of the product."""

from gold import normalize

PREFIXES = ("\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644",
            "\u0641\u0627\u0644", "\u0644\u0644")  # al, wal, bal, kal, fal, ll
WAW = "\u0648"
SUFFIXES = ("\u0647\u0627", "\u0627\u0646", "\u0627\u062a", "\u0648\u0646", "\u064a\u0646",
            "\u064a\u0647", "\u064a\u0629", "\u0647", "\u0629", "\u064a")  # ha an at wn yn yh yt h t y


def stem(word):
    word = normalize(word)
    if word.startswith(WAW) and len(word) > 3:
        word = word[1:]
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            word = word[len(prefix):]
            break
    for suffix in SUFFIXES:  # each once, in this order: a word may lose several
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            word = word[: -len(suffix)]
    return word
