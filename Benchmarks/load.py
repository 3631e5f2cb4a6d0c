"""Records to tables: speed of the published database beside the same file made in C, and of its CSV files."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from bench import peers, product
from bench.report import Failure

TURNS = 3
PEERS = {"duckdb": "1.4.1", "pandas": "2.3.3", "sqlite-utils": "3.38"}
ROWS = 1_000_000
DATABASE = 1.3  # times the CPU of the C program
BARE = 400_000  # rows per CPU second into a STRICT table; the product's has a key besides
CSV_ROWS, CSV_BYTES = 1_500_000, 250e6  # per CPU second, one of them

# The same rows out of the published database, one core each, CPU of the whole process but for its imports.
PEER = r"""
import json, resource, sqlite3, sys, time
name, source, target = sys.argv[1:]
SELECT = "SELECT * FROM postings ORDER BY rowid"
def rows():
    database = sqlite3.connect(source)
    cursor = database.execute(SELECT)
    return [column[0] for column in cursor.description], cursor
if name == "duckdb csv":
    import duckdb
    names, cursor = rows()
    duckdb.execute("SET threads = 1")
    import pandas
    frame = pandas.DataFrame(cursor.fetchall(), columns=names)
    start = time.process_time()
    duckdb.execute("COPY frame TO '%s' (HEADER)" % target)
elif name == "pandas csv":
    import pandas
    names, cursor = rows()
    frame = pandas.DataFrame(cursor.fetchall(), columns=names)
    start = time.process_time()
    frame.to_csv(target, index=False)
elif name == "python csv":
    import csv
    start = time.process_time()
    names, cursor = rows()
    with open(target, "w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(names)
        writer.writerows(cursor)
elif name == "pandas to_sql":
    import pandas
    names, cursor = rows()
    frame = pandas.DataFrame(cursor.fetchall(), columns=names)
    database = sqlite3.connect(target)
    start = time.process_time()
    frame.to_sql("postings", database, index=False)
    database.commit()
else:
    import sqlite_utils
    names, cursor = rows()
    database = sqlite_utils.Database(target)
    start = time.process_time()
    database["postings"].insert_all((dict(zip(names, row)) for row in cursor), pk="id")
print(json.dumps({"cpu": time.process_time() - start}))
"""


def declare(parser):
    parser.add_argument("--rows", type=int, default=ROWS, help="how many to make; default: %(default)s")
    parser.add_argument("--peers", action="store_true", help="run DuckDB, pandas and sqlite-utils too")


def run(options, report, refuse):
    if options.rows < 1000:
        refuse("fewer than 1000 rows measure nothing")
    compiler = shutil.which("cc")
    if compiler is None:
        raise Failure("there is no C compiler (cc) for the yardstick")
    program = product.binary("LoadBench")
    with tempfile.TemporaryDirectory(prefix="sluice-load-") as folder:
        yardstick = os.path.join(folder, "published")
        call([compiler, "-O2", "-o", yardstick, os.path.join(product.ROOT, "Benchmarks/load/published.c"), "-lsqlite3"])
        print(f"making {options.rows} records ...", file=sys.stderr, flush=True)
        call([program, "make", folder, options.rows])
        measure(report, program, yardstick, folder)
        if options.peers:
            show_peers(report, options.rows, folder)


def measure(report, program, yardstick, folder):
    published = os.path.join(folder, "analytics.sqlite")
    # In turns, the least of each, so that what else the machine does weighs on none.
    turns = [(fresh([program, "database", folder], published), fresh([program, "rows", folder], beside(folder, "rows")),
              fresh([yardstick, published, beside(folder, "again")], beside(folder, "again")),
              fresh([yardstick, "--bare", published, beside(folder, "bare")], beside(folder, "bare")))
             for _ in range(TURNS)]
    ours, filled, theirs, bare = (min(found, key=lambda one: one["cpu"]) for found in zip(*turns))
    files = {kind: min((figures([program, kind, folder]) for _ in range(TURNS)), key=lambda one: one["cpu"])
             | {"bytes": size(folder, kind)} for kind in ("csv", "excel", "jsonl")}
    rows = [line("published database", ours), line("the same in C", theirs), line("its rows alone", filled),
            line("C, rows alone, no key", bare)]
    rows += [line(kind, found) for kind, found in files.items()]
    report.table(["", "CPU s", "rows per CPU s", "MB per CPU s"], rows)
    ratio = ours["cpu"] / theirs["cpu"]
    report.bar("CPU of the database beside the C program's", f"{ratio:.2f} times", f"at most {DATABASE}", ratio <= DATABASE)
    speed = filled["rows"] / filled["cpu"]
    report.bar("rows per CPU second into the STRICT table, keyed and in order", f"{speed:.0f}", f"at least {BARE}",
               speed >= BARE)
    csv = files["csv"]
    rate, flow = csv["rows"] / csv["cpu"], csv["bytes"] / csv["cpu"]
    report.bar("CSV per CPU second", f"{rate / 1e6:.2f} M rows, {flow / 1e6:.0f} MB",
               f"at least {CSV_ROWS / 1e6} M rows or {CSV_BYTES / 1e6:.0f} MB", rate >= CSV_ROWS or flow >= CSV_BYTES)


def beside(folder, name):
    return os.path.join(folder, name + ".sqlite")


def fresh(command, target):
    """What the command says after its target of an earlier turn is gone."""
    if os.path.exists(target):
        os.remove(target)
    return figures(command)


def size(folder, kind):
    return os.path.getsize(os.path.join(folder, kind, "postings." + ("jsonl" if kind == "jsonl" else "csv")))


def line(name, found):
    flow = f"{found['bytes'] / found['cpu'] / 1e6:.0f}" if "bytes" in found else ""
    return [name, f"{found['cpu']:.2f}", f"{found['rows'] / found['cpu']:.0f}", flow]


def show_peers(report, count, folder):
    python = peers.python("load", PEERS)
    rows = []
    for name in ("duckdb csv", "pandas csv", "python csv", "pandas to_sql", "sqlite-utils"):
        target = os.path.join(folder, "peer." + name.replace(" ", "-"))
        found = figures([python, "-c", PEER, name, os.path.join(folder, "analytics.sqlite"), target])
        found |= {"rows": count, "bytes": os.path.getsize(target)}
        rows.append(line(name, found))
        os.remove(target)
    report.note("")
    report.table(["peer", "CPU s", "rows per CPU s", "MB per CPU s"], rows)


def figures(command):
    """The JSON object that the command prints."""
    print(f"{os.path.basename(str(command[0]))} ...", file=sys.stderr, flush=True)
    return json.loads(call(command).splitlines()[-1])


def call(command):
    command = [str(part) for part in command]
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"{os.path.basename(command[0])} did not run: {error}") from error
