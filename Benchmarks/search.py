"""Questions in natural words: how well a collection's documents are ranked, and how fast."""
import gzip
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile

from bench import product
from bench.measure import measure
from bench.report import Failure

TOOLS = os.path.join(product.ROOT, "..", "shared", "tools")
BARS = {"cranfield": .378, "cacm": .500, "med": .700, "covidqa": .680}  # collection: least nDCG@10
COLUMNS = ("title", "text", "keywords", "authors")  # what is searched of a document, where it has it
SPEED = 13  # megabytes of text indexed in a CPU second
MANY = 100_000
MEDIAN = 50  # milliseconds to answer among so many


def declare(parser):
    parser.add_argument("collection", metavar="COLLECTION_DIR", help="a folder with docs.jsonl.gz and queries.jsonl")
    parser.add_argument("--out", metavar="RUN.tsv", help="write the ranking: query, document, place, score")
    parser.add_argument("--many", action="store_true", help=f"ask {MANY:,} documents too")
    parser.add_argument("--tools", metavar="DIR", default=TOOLS, help="where the scorer is; default: %(default)s")


def run(options, report, refuse):
    paths = [os.path.join(options.collection, name) for name in ("docs.jsonl.gz", "queries.jsonl")]
    for path in paths:
        if not os.path.isfile(path):
            refuse(f"no {path}")
    documents = read(paths[0])
    queries = os.path.abspath(paths[1])
    with tempfile.TemporaryDirectory(prefix="sluice-search-") as folder:
        out = os.path.abspath(options.out or os.path.join(folder, "run.tsv"))
        figures = ask(folder, "search", documents, queries, out)
        tell(report, documents, figures)
        judge(options, report, out)
        many(options, report, folder, documents, queries)


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def ask(folder, name, documents, queries, out):
    """The figures of indexing the documents and asking all questions, one after the other."""
    database = os.path.join(folder, name + ".sqlite")
    columns = make(database, documents)
    command = [product.binary("SearchBench"), database, queries, out, *columns]
    measure(name, command, folder)
    with open(os.path.join(folder, name + ".stdout"), encoding="utf-8") as handle:
        return json.load(handle)


def make(path, documents):
    """The documents as load would publish them, in the order of their ids."""
    columns = [name for name in COLUMNS if any(document.get(name) for document in documents)]
    database = sqlite3.connect(path)
    definitions = ", ".join(f"{name} TEXT" for name in columns)
    database.execute(f"CREATE TABLE documents (id TEXT NOT NULL PRIMARY KEY, {definitions}) STRICT")
    places = ", ".join("?" for _ in range(len(columns) + 1))
    rows = sorted([document["doc_id"], *(document.get(name) or None for name in columns)] for document in documents)
    database.executemany(f"INSERT INTO documents VALUES ({places})", rows)
    database.commit()
    database.close()
    return columns


def size(documents):
    return sum(len((document.get(name) or "").encode()) for document in documents for name in COLUMNS) / 1e6


def tell(report, documents, figures):
    times = figures["milliseconds"]
    report.note(f"{len(documents):,} documents, {size(documents):.1f} MB, {len(times)} questions, "
                f"median {statistics.median(times):.1f} ms")


def judge(options, report, out):
    name = os.path.basename(os.path.normpath(options.collection))
    script = os.path.join(options.tools, "score_search.py")
    judgements = os.path.join(options.collection, "qrels.tsv")
    bar = f"at least {BARS[name]:.3f}" if name in BARS else "none for this collection"
    if not os.path.isfile(script) or not os.path.isfile(judgements):
        return report.leave_out("nDCG@10", bar, "no scorer or no judgements")
    try:
        shown = subprocess.run([sys.executable, script, judgements, out], stdout=subprocess.PIPE, check=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"the scorer did not run: {error}") from error
    heads, values = (line.split("\t")[1:] for line in shown.stdout.strip().split("\n"))
    scores = dict(zip(heads, values))
    report.table(list(scores), [list(scores.values())])
    if name in BARS:
        found = float(scores["nDCG@10"])
        report.bar("nDCG@10", f"{found:.4f}", bar, found >= BARS[name])


def many(options, report, folder, documents, queries):
    """The collection's documents over and over, each time with other passages put together."""
    speed, median = f"at least {SPEED} MB/s", f"under {MEDIAN} ms"
    if not options.many:
        report.leave_out("indexing per CPU second", speed, "--many was not given")
        return report.leave_out(f"median answer among {MANY:,} documents", median, "--many was not given")
    drawn = random.Random(7)
    halves = [split(document) for document in documents]
    made = []
    for number in range(MANY):
        document = dict(documents[number % len(documents)], doc_id=f"{number:06}")
        document["text"] = halves[number % len(halves)][0] + " " + drawn.choice(halves)[1]
        made.append(document)
    figures = ask(folder, "many", made, queries, os.path.join(folder, "many.tsv"))
    rate = size(made) / figures["indexSeconds"]
    report.bar("indexing per CPU second", f"{rate:.0f} MB/s", speed, rate >= SPEED)
    found = statistics.median(figures["milliseconds"])
    report.note(f"CPU per answer: {figures['answerSeconds'] / len(figures['milliseconds']) * 1000:.1f} ms")
    report.bar(f"median answer among {MANY:,} documents", f"{found:.0f} ms", median, found < MEDIAN)


def split(document):
    words = (document.get("text") or "").split(" ")
    return " ".join(words[:len(words) // 2]), " ".join(words[len(words) // 2:])
