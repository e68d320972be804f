"""The engines: how each is built, called and, for PostgreSQL, kept running."""

import glob
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
JAVA_JARS = [f"/usr/share/java/{name}" for name in (
    "lucene-core-8*.jar", "lucene-analyzers-common-8*.jar", "lucene-highlighter-8*.jar",
    "lucene-memory-8*.jar", "lucene-queries-8*.jar",
    "jackson-core.jar", "jackson-databind.jar", "jackson-annotations.jar")]


class Engine:
    """A program with the command line of peer.h. Answers None where it cannot do a phase."""

    name = ""
    threads = 1
    phrases = False  # reads what is in quotation marks as a phrase

    def __init__(self, scratch, options):
        self.scratch = scratch
        self.db = scratch / self.name
        self.options = options

    def missing(self):
        """Why this engine cannot take part, or None."""
        return None if self.program()[0] is not None else "not built: its library is not installed"

    def program(self):
        return [built(self.scratch, f"peer_{self.name}")]

    def start(self):
        remove(self.db)

    def stop(self):
        pass

    def index(self, data):
        return [*self.program(), "index", "--db", self.db, "--data", data]

    def query(self, queries, snippets, run):
        return [*self.program(), "query", "--db", self.db, "--queries", queries,
                *query_options(snippets, run)]

    def one(self, words):
        return [*self.program(), "one", "--db", self.db, "--query", words]


class Fihris(Engine):
    name = "fihris"
    phrases = True
    threads = 2
    query_threads = 2

    def missing(self):
        binary = self.options.fihris
        return None if binary.is_file() else f"{binary} is not built"

    def index(self, data):
        return [self.options.fihris, "index", "--db", self.db, "--threads", self.threads, data]

    def query(self, queries, snippets, run):
        latency = self.options.fihris.with_name("fihris-latency")
        if not latency.is_file():
            return None
        return [latency, "--db", self.db, "--queries", queries, "--threads", str(self.query_threads),
                *query_options(snippets, run)]

    def one(self, words):
        return [self.options.fihris, "search", "--db", self.db, "--json", "--limit", "10", words]


class FihrisOneThread(Fihris):
    """Fihris again, its searcher kept to one thread."""

    name = "fihris_one_thread"
    query_threads = 1


class PlainXapian(Engine):
    name = "plain_xapian"
    phrases = True


class SqliteFts5(Engine):
    name = "sqlite_fts5"


class Lucene(Engine):
    name = "lucene"
    phrases = True
    threads = 2

    def missing(self):
        if shutil.which("java") is None or shutil.which("javac") is None:
            return "no java and javac (default-jdk-headless)"
        if len(jars()) < len(JAVA_JARS):
            return "no Lucene 8 or Jackson under /usr/share/java (liblucene8-java)"
        return None

    def program(self):
        classes = ":".join([str(self.scratch / "classes"), *jars()])
        return ["java", "-Xmx1g", "-cp", classes, "LucenePeer"]

    def index(self, data):
        return [*super().index(data), "--threads", self.threads]


class Postgres(Engine):
    """The server lives from start() to stop(); postgres.sh removes it when the driver is gone."""

    name = "postgres"
    server = None

    def missing(self):
        if not Path("/usr/lib/postgresql/15/bin/postgres").is_file():
            return "no PostgreSQL 15 (postgresql-15)"
        return super().missing()

    def start(self):
        super().start()
        self.server = subprocess.Popen([HERE / "postgres.sh", self.db], text=True,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if not self.server.stdout.readline().startswith("ready "):
            raise OSError("the temporary PostgreSQL server did not start")

    def stop(self):
        if self.server is not None:
            self.server.stdin.close()
            self.server.wait()
            self.server.stdout.close()


ALL = {engine.name: engine for engine in (Fihris, FihrisOneThread, PlainXapian, Lucene, SqliteFts5,
                                          Postgres)}


def query_options(snippets, run):
    return [*([] if snippets else ["--no-snippets"]), *(["--run", run] if run else [])]


def jars():
    return [path for pattern in JAVA_JARS for path in sorted(glob.glob(pattern))[:1]]


def built(scratch, name):
    path = scratch / "build" / name
    return path if path.is_file() else None


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def build(scratch, names):
    """Compiles what the wanted engines need; a peer without its library is simply not there."""
    def quietly(*command):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise OSError(f"{command[0]} failed:\n{done.stdout}")

    if {"plain_xapian", "sqlite_fts5", "postgres"} & set(names):
        quietly("cmake", "-S", HERE, "-B", scratch / "build", "-DCMAKE_BUILD_TYPE=Release")
        quietly("cmake", "--build", scratch / "build", "--parallel", "2")
    if "lucene" in names and ALL["lucene"](scratch, None).missing() is None:
        quietly("javac", "-d", scratch / "classes", "-cp", ":".join(jars()),
                *sorted((HERE / "lucene").glob("*.java")))
