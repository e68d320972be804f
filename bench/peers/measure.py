"""Running one child process and knowing what it cost; scoring its answers."""

import json
import math
import os
import subprocess
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """A child ended with an unexpected exit code; the text says what it printed last."""


@dataclass
class Outcome:
    rows: list           # the JSON objects among its output lines
    wall_s: float
    cpu_s: float         # user + system, all threads
    peak_rss_kib: int    # never less than the driver's own: exec keeps the old peak


def run(command, ok_codes=(0,)):
    """Runs one command to its end. wait4, not RUSAGE_CHILDREN: the peak of this child alone."""
    command = [str(part) for part in command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=out, stderr=err, stdin=subprocess.DEVNULL) as child:
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)  # Popen must not wait again
        out.seek(0)
        err.seek(0)
        if child.returncode not in ok_codes:
            last = err.read().decode("utf-8", "replace").strip().splitlines()[-3:]
            raise Failed(f"{command[0]}: exit code {child.returncode}: {' / '.join(last)}")
        return Outcome(json_rows(out), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def json_rows(lines):
    """Lines with a "phase"; other output (a program's summary for people) is passed over."""
    rows = []
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and "phase" in row:
            rows.append(row)
    return rows


def bytes_on_disk(path):
    path = Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(entry.stat().st_size for entry in path.rglob("*") if entry.is_file())


def read_qrels(path, indexed_ids):
    """Judgements of articles that were indexed: with --limit most are not, and say nothing."""
    judged = defaultdict(dict)
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) >= 4 and int(fields[3]) > 0 and fields[2] in indexed_ids:
            judged[fields[0]][fields[2]] = int(fields[3])
    return dict(judged)


def ndcg10(qrels, run_path):
    """Mean nDCG@10 with gain 2^grade - 1; a judged query without an answer counts 0."""
    ranked = defaultdict(list)
    for line in Path(run_path).read_text(encoding="utf-8").splitlines():
        query, _, article, rank, *_ = line.split()
        ranked[query].append((int(rank), article))
    total = 0.0
    for query, grades in qrels.items():
        top = [grades.get(article, 0) for _, article in sorted(ranked[query])[:10]]
        total += gain(top) / gain(sorted(grades.values(), reverse=True)[:10])
    return total / len(qrels)


def gain(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def machine():
    """One line that says where the figures come from."""
    def field(path, key):
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            if line.startswith(key):
                return line.split(":", 1)[1].strip()
        return "unknown"

    memory_gb = int(field("/proc/meminfo", "MemTotal").split()[0]) / 1e6
    return (f"{os.cpu_count()} cores, {field('/proc/cpuinfo', 'model name')}, "
            f"{memory_gb:.1f} GB memory, Linux {os.uname().release}, "
            f"load at the start {os.getloadavg()[0]:.1f}")
