#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the sample corpus.  Usage: check.py [FOREIGN_TEXT ...]

Without arguments: articles.jsonl parses, ids and URLs are unique, lengths and
dates are in range, every qrels id exists, every query has a document of grade
1 or more, and no two documents share eight consecutive words except the
declared near-duplicates.  Each FOREIGN_TEXT (.txt, or .jsonl / .jsonl.xz, whose
lines are JSON objects) is read too, and any eight consecutive words it shares
with the corpus are printed.  Exit status 1 if anything is wrong.
"""
import glob, html.parser, json, lzma, os, re, sys
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
NEAR_DUPLICATES = [{"wire-1a", "wire-1b"}, {"wire-2a", "wire-2b"}]
N = 8
bad = []


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.out, self.skip, self.canonical = [], 0, None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag in ("script", "style"):
            self.skip += 1
        if tag == "link" and a.get("rel") == "canonical":
            self.canonical = a.get("href")
        if tag in ("p", "div", "h1", "h2", "h3", "br", "li", "a", "title"):
            self.out.append("\n")

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.skip -= 1

    def handle_data(self, data):
        if not self.skip:
            self.out.append(data)


def words(s):
    s = re.sub("[\u064b-\u0652\u0670\u0640]", "", s)
    s = re.sub("[أإآٱ]", "ا", s).replace("ى", "ي").replace("ة", "ه")
    return re.findall(r"[^\W_]+", s)


def grams(s):
    for line in s.split("\n"):
        w = words(line)
        for i in range(len(w) - N + 1):
            yield " ".join(w[i:i + N])


def load():
    docs, urls = {}, set()
    with open(os.path.join(HERE, "articles.jsonl"), encoding="utf-8") as f:
        for n, line in enumerate(f, 1):
            try:
                d = json.loads(line)
            except ValueError as e:
                bad.append(f"articles.jsonl:{n}: {e}")
                continue
            if d["id"] in docs or d["url"] in urls:
                bad.append(f"articles.jsonl:{n}: id or url used twice")
            if not "2024-01" <= d["date"] < "2026":
                bad.append(f"{d['id']}: date {d['date']}")
            c = len(d["body"].split())
            if not 60 <= c <= 300:
                bad.append(f"{d['id']}: {c} words")
            urls.add(d["url"])
            docs[d["id"]] = d["title"] + "\n" + d["body"]
    for p in sorted(glob.glob(os.path.join(HERE, "text", "*.txt"))):
        docs["text/" + os.path.basename(p)] = open(p, encoding="utf-8").read()
    for p in sorted(glob.glob(os.path.join(HERE, "html", "*.html"))):
        t = Text()
        t.feed(open(p, encoding="utf-8").read())
        if not t.canonical or t.canonical in docs:
            bad.append(f"{p}: no canonical link, or used twice")
        docs[t.canonical] = "".join(t.out)
    return docs


def foreign(path):
    if path.endswith((".jsonl", ".jsonl.xz")):
        op = lzma.open if path.endswith(".xz") else open
        with op(path, "rt", encoding="utf-8") as f:
            for line in f:
                v = json.loads(line)
                v = v.values() if isinstance(v, dict) else [v]
                yield "\n".join(x for x in v if isinstance(x, str))
    else:
        yield open(path, encoding="utf-8").read()


docs = load()
where = defaultdict(set)
for i, s in docs.items():
    for g in grams(s):
        where[g].add(i)
for g, ids in sorted(where.items()):
    if len(ids) > 1 and not any(ids <= nd for nd in NEAR_DUPLICATES):
        bad.append(f"shared by {sorted(ids)}: {g}")

queries = {}
for n, line in enumerate(open(os.path.join(HERE, "judged", "queries.tsv"), encoding="utf-8"), 1):
    f = line.rstrip("\n").split("\t")
    if len(f) != 2 or not f[1].strip() or f[0] in queries:
        bad.append(f"queries.tsv:{n}: {line!r}")
    queries[f[0]] = f[-1]
best, seen, count = defaultdict(int), set(), defaultdict(int)
for n, line in enumerate(open(os.path.join(HERE, "judged", "qrels.txt"), encoding="utf-8"), 1):
    f = line.split()
    if len(f) != 4 or f[1] != "0" or f[3] not in "012":
        bad.append(f"qrels.txt:{n}: {line!r}")
        continue
    if f[0] not in queries or f[2].split('#')[0] not in docs or (f[0], f[2]) in seen:
        bad.append(f"qrels.txt:{n}: unknown or repeated: {line.strip()}")
    seen.add((f[0], f[2]))
    best[f[0]] = max(best[f[0]], int(f[3]))
    count[f[3]] += 1
bad += [f"{q}: no relevant document" for q in queries if best[q] < 1]

for path in sys.argv[1:]:
    for s in foreign(path):
        for g in grams(s):
            if g in where:
                bad.append(f"{path}: also in {sorted(where.pop(g))}: {g}")

print(len(docs), "documents,", len(queries), "queries, judgements", dict(sorted(count.items())))
print("\n".join(bad) if bad else "ok")
sys.exit(bool(bad))
