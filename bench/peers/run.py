#!/usr/bin/env python3
"""Fihris and its peers at the same work, one after the other on one machine; see README.md."""

import argparse
import json
import lzma
import shutil
import statistics
import sys
import tempfile
import unicodedata
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path

import engines
import measure
import report

DATA = engines.ROOT / ".." / "shared" / "data"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--data", type=Path, default=DATA / "news-2018.jsonl.xz", help="JSON Lines, plain or .xz")
    add("--queries", type=Path, default=DATA / "retrieval/headlines/queries.tsv",
        help="one query per line: id, tab, text")
    add("--qrels", type=Path, help="TREC judgements; default: qrels.txt beside the queries")
    add("--only", default=",".join(engines.ALL), help="engines, comma-separated")
    add("--phrases", type=int, metavar="N",
        help="ask, instead of the queries, the N most frequent pairs of words in titles, as phrases")
    add("--limit", type=int, help="index only the first N articles")
    add("--max-queries", type=int, help="ask only the first N queries")
    add("--rounds", type=int, default=3, help="query rounds; the median is reported")
    add("--patience", type=float, default=120,
        help="an engine whose query phase takes longer (seconds) gets no further rounds of it")
    add("--cold-runs", type=int, default=5, help="cold starts per round")
    add("--fihris", type=Path, default=engines.ROOT / "build/release/fihris")
    add("--scratch", type=Path, help="folder for indexes; kept. Default: temporary, removed")
    add("--out", type=Path, default=Path("results.json"))
    options = parser.parse_args()
    unknown = set(options.only.split(",")) - set(engines.ALL)
    if unknown:
        parser.error(f"no such engine: {', '.join(sorted(unknown))}")
    if options.rounds < 1 or options.cold_runs < 1:
        parser.error("--rounds and --cold-runs must be at least 1")
    return options


def say(text):
    print(f"peers: {text}", file=sys.stderr, flush=True)


def prepare_articles(options, scratch):
    """Unpacks and cuts the data once; returns its path, what is in it, and the ids."""
    path, ids, text_bytes = scratch / "articles.jsonl", set(), 0
    opened = lzma.open if options.data.suffix == ".xz" else open
    with opened(options.data, "rb") as source, open(path, "wb") as out:
        for line in islice(source, options.limit):
            article = json.loads(line)
            ids.add(article["id"])
            text_bytes += sum(len((article.get(field) or "").encode())
                              for field in ("title", "body"))
            out.write(line)
    return path, {"articles": len(ids), "text_bytes": text_bytes}, ids


def plain_words(text):
    """Letters, marks and digits stay; lower case, or OR and NOT would be operators."""
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text.lower()).split()


def read_queries(options):
    """Every engine gets the same plain words: what could be query syntax becomes a space."""
    with open(options.queries, encoding="utf-8") as source:
        for line in islice(source, options.max_queries):
            name, _, text = line.rstrip("\n").partition("\t")
            yield name, " ".join(plain_words(text))


def frequent_phrases(articles, count):
    """Pairs of neighbours, function words and all: as people quote, and as hard as phrases get."""
    pairs = Counter()
    with open(articles, encoding="utf-8") as source:
        for line in source:
            pairs.update(pairwise(plain_words(json.loads(line).get("title") or "")))
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair))  # a counter's ties are by chance
    return [(f"phrase-{i}", f'"{left} {right}"') for i, (left, right) in enumerate(ranked[:count])]


def prepare_queries(options, scratch, articles):
    asked = frequent_phrases(articles, options.phrases) if options.phrases else read_queries(options)
    path, queries = scratch / "queries.tsv", [query for query in asked if query[1]]
    path.write_text("".join(f"{name}\t{words}\n" for name, words in queries), encoding="utf-8")
    return path, queries


def index(engine, data, result):
    """Figures up to the commit, and those of tidying up apart where the program says them."""
    outcome = measure.run(engine.index(data))
    rows = {row["phase"]: row for row in outcome.rows}
    tidy = rows.get("tidy", {})
    last = tidy or rows.get("index", {})
    total_cpu = outcome.cpu_s + last.get("server_cpu_s", 0)
    own_peak = last.get("peak_rss_kib", outcome.peak_rss_kib)
    result["index"] = {
        "wall_s": outcome.wall_s - tidy.get("seconds", 0),
        "wall_with_tidy_s": outcome.wall_s,
        "cpu_s": total_cpu - tidy.get("cpu_s", 0),
        "cpu_with_tidy_s": total_cpu,
        "peak_rss_mib": max(own_peak, last.get("server_peak_rss_kib", 0)) / 1024,
        "bytes": tidy.get("bytes") or measure.bytes_on_disk(engine.db),
        "bytes_at_commit": rows.get("index", {}).get("bytes"),
        "threads": engine.threads,
        "rows": outcome.rows,
    }


def query_round(engine, snippets, work, result, options):
    """One process: a warm-up pass and a counted pass over all queries."""
    rounds = result["query"].setdefault("snippets" if snippets else "plain", [])
    if rounds and rounds[-1]["process_s"] > options.patience:
        return
    run = work["scratch"] / f"{engine.name}.run"
    wants_run = not snippets and not rounds  # the ranking is the same every time
    command = engine.query(work["queries"], snippets, run if wants_run else None)
    if command is None:
        result["notes"].append("no warm latencies: fihris-latency is not built")
        return
    outcome = measure.run(command)
    row = next(row for row in outcome.rows if row["phase"] == "query")
    rounds.append({**row, "process_s": outcome.wall_s})
    if wants_run and work["qrels"]:
        result["ndcg10"] = measure.ndcg10(work["qrels"], run)


def cold_round(engine, words, result):
    for text in words:  # exit code 1 of fihris: nothing found
        result["cold_s"].append(measure.run(engine.one(text), ok_codes=(0, 1)).wall_s)


def attempt(result, step, *arguments):
    """An engine that fails takes no further part, visibly; the others go on."""
    if "failed" in result:
        return
    try:
        step(*arguments)
    except (measure.Failed, OSError, KeyError, StopIteration) as error:
        result["failed"] = f"{step.__name__}: {type(error).__name__}: {error}"
        say(f"FAILED {step.__name__}: {error}")


def measure_all(taking_part, work, options):
    results = {engine.name: {"query": {}, "cold_s": [], "notes": []} for engine in taking_part}
    for engine in taking_part:
        say(f"indexing: {engine.name}")
        attempt(results[engine.name], engine.start)
        attempt(results[engine.name], index, engine, work["articles"], results[engine.name])
    cold_words = [text for _, text in work["texts"][:options.cold_runs]]
    for number in range(options.rounds):  # A B A B, so that a slow minute does not hit one engine
        for engine in taking_part:
            say(f"queries, round {number + 1} of {options.rounds}: {engine.name}")
            result = results[engine.name]
            for snippets in (False, True):
                attempt(result, query_round, engine, snippets, work, result, options)
            attempt(result, cold_round, engine, cold_words, result)
    return results


def medians(result):
    """The median over the rounds, figure by figure."""
    for mode, rounds in result["query"].items():
        result[mode] = {key: statistics.median(row[key] for row in rounds)
                        for key in ("p50_ms", "p95_ms", "p99_ms") if rounds}
    if result["cold_s"]:
        result["cold_median_s"] = statistics.median(result["cold_s"])


def compare(options, scratch):
    machine = measure.machine()  # before the building, which is load of our own
    wanted = [engines.ALL[name](scratch, options) for name in options.only.split(",")]
    say("building the peers")
    engines.build(scratch, [engine.name for engine in wanted])
    skipped = {engine.name: engine.missing() for engine in wanted if engine.missing()}
    if options.phrases:
        skipped.update({engine.name: "its queries here have no phrases" for engine in wanted
                        if not engine.phrases})
    for name, why in skipped.items():
        say(f"SKIPPED {name}: {why}")
    taking_part = [engine for engine in wanted if engine.name not in skipped]

    articles, facts, ids = prepare_articles(options, scratch)
    queries, texts = prepare_queries(options, scratch, articles)
    qrels_path = options.qrels or options.queries.with_name("qrels.txt")
    asked = {name for name, _ in texts}
    qrels = measure.read_qrels(qrels_path, ids) if qrels_path.is_file() else {}
    qrels = {name: grades for name, grades in qrels.items() if name in asked}
    facts.update(machine=machine, queries=len(texts), judged_queries=len(qrels),
                 rounds=options.rounds, skipped=skipped)
    work = {"scratch": scratch, "articles": articles, "queries": queries, "texts": texts,
            "qrels": qrels}
    try:
        results = measure_all(taking_part, work, options)
    finally:
        for engine in taking_part:
            engine.stop()
    for result in results.values():
        medians(result)
    return {"facts": facts, "engines": results}


def main():
    options = parse_arguments()
    for path in (options.data, *([] if options.phrases else [options.queries])):
        if not path.is_file():
            say(f"SKIPPED: {path} is not there; nothing was measured (--data, --queries)")
            return 0
    if options.scratch:
        scratch = options.scratch.resolve()
        scratch.mkdir(parents=True, exist_ok=True)
    else:
        scratch = Path(tempfile.mkdtemp(prefix="fihris-peers-"))
        scratch.chmod(0o755)  # PostgreSQL runs as another user and must get in
    try:
        summary = compare(options, scratch)
    finally:
        if not options.scratch:
            shutil.rmtree(scratch)
    options.out.write_text(json.dumps(summary, ensure_ascii=False, indent=1) + "\n",
                           encoding="utf-8")
    print(report.markdown(summary))
    return 1 if any("failed" in result for result in summary["engines"].values()) else 0


if __name__ == "__main__":
    sys.exit(main())
