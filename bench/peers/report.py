"""The figures as Markdown: absolute numbers, then Fihris against each peer."""

BASE = "fihris"


def number(value, digits=3):
    """Significant digits, but whole numbers in full; a dash for what was not measured."""
    if value is None:
        return "–"
    if value >= 10 ** (digits - 1):
        return f"{value:,.0f}"
    return f"{value:#.{digits}g}"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "| --- |" + " ---: |" * (len(header) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def costs(result, facts):
    """Figures of which less is better; the ratios are made of these."""
    index = result.get("index", {})
    figures = {
        "index wall s": index.get("wall_s"),
        "with tidying": index.get("wall_with_tidy_s"),
        "index CPU s": index.get("cpu_s"),
        "CPU with tidying": index.get("cpu_with_tidy_s"),
        "peak MiB": index.get("peak_rss_mib"),
        "index ÷ text": index["bytes"] / facts["text_bytes"] if index else None,
    }
    for mode, name in (("plain", ""), ("snippets", " snippets")):
        for rank in ("p50", "p95", "p99"):
            figures[f"{rank} ms{name}"] = result.get(mode, {}).get(f"{rank}_ms")
    figures["cold s"] = result.get("cold_median_s")
    return figures


def index_rows(results, facts):
    for name, result in results.items():
        figures, index = costs(result, facts), result.get("index")
        if index:
            speeds = [facts["articles"] / index["wall_s"],
                      facts["text_bytes"] / 1e6 / index["wall_s"]]
            yield [name, str(index["threads"]), *map(number, speeds),
                   *map(number, list(figures.values())[:6])]


def query_rows(results, facts):
    for name, result in results.items():
        rounds = max((len(rounds) for rounds in result["query"].values()), default=0)
        yield [name, str(rounds), *map(number, list(costs(result, facts).values())[6:]),
               number(result.get("ndcg10"))]


def ratio_rows(results, facts):
    base = costs(results[BASE], facts)
    for name, result in results.items():
        if name != BASE:
            peer = costs(result, facts)
            yield [name, *(number(base[key] / peer[key] if base[key] and peer[key] else None, 2)
                           for key in base)]


def markdown(summary):
    facts, results = summary["facts"], summary["engines"]
    blank = costs({}, facts)
    parts = [
        "# Fihris and its peers",
        f"{facts['machine']}. {facts['articles']:,} articles, {facts['text_bytes'] / 1e6:.1f} MB "
        f"of text (title and body); {facts['queries']} queries; the median of {facts['rounds']} "
        "interleaved rounds.",
        "## Indexing",
        table(["engine", "threads", "articles/s", "MB/s", *list(blank)[:6]],
              index_rows(results, facts)),
        "## Searching",
        table(["engine", "rounds", *list(blank)[6:], f"nDCG@10 ({facts['judged_queries']})"],
              query_rows(results, facts)),
        "## Fihris ÷ peer (below 1: Fihris needs less)",
        table(["peer", *blank], ratio_rows(results, facts)) if BASE in results
        else "No ratios: fihris did not take part.",
    ]
    notes = [f"- **{name} skipped**: {why}" for name, why in facts["skipped"].items()]
    for name, result in results.items():
        lines = sorted(set(result["notes"]))
        if "failed" in result:
            lines.append(f"**failed**: {result['failed']}")
        notes += [f"- {name}: {line}" for line in lines]
    if notes:
        parts += ["## Not measured", "\n".join(notes)]
    return "\n\n".join(parts)
