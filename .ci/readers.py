"""Other people's programs read the published outputs as they are: frictionless, pandas, DuckDB, Datasette, LibreOffice."""
import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import duckdb
import frictionless
import pandas

folder = os.path.abspath(sys.argv[1])
faults = []


def check(what, found, expected):
    if found != expected:
        faults.append(f"{what}: {found!r}, expected {expected!r}")


database = sqlite3.connect(f"file:{folder}/analytics.sqlite?mode=ro", uri=True)
with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
    package = json.load(file)
names = [resource["name"] for resource in package["resources"]]
counts = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def frictionless_validates():
    report = frictionless.validate(f"{folder}/datapackage.json")
    faults.extend(f"frictionless: {row}" for row in report.flatten(["title", "rowNumber", "fieldName", "message"]))
    check("frictionless: tables", len(report.tasks), len(names))


def pandas_reads(name):
    for kind in ("csv", "excel"):
        frame = pandas.read_csv(f"{folder}/{kind}/{name}.csv")
        check(f"pandas: rows of {kind}/{name}.csv", len(frame), counts[name])
        declared = [field["name"] for resource in package["resources"] if resource["name"] == name
                    for field in resource["schema"]["fields"]]
        check(f"pandas: columns of {kind}/{name}.csv", list(frame.columns), declared)


def duckdb_makes_parquet(name, target):
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{folder}/csv/{name}.csv')) TO '{target}/{name}.parquet'")
    found = duckdb.sql(f"SELECT count(*) FROM '{target}/{name}.parquet'").fetchall()[0][0]
    check(f"DuckDB: rows of {name}", found, counts[name])


def duckdb_attaches(target):
    """The database itself, by an extension that DuckDB downloads."""
    try:
        duckdb.sql(f"INSTALL sqlite; ATTACH '{folder}/analytics.sqlite' AS tables (TYPE sqlite)")
    except duckdb.Error as error:
        return print(f"skipped: DuckDB has no extension for SQLite here ({str(error)[:60]} ...)")
    for name in names:
        duckdb.sql(f"COPY tables.\"{name}\" TO '{target}/{name}.parquet'")
        found = duckdb.sql(f"SELECT count(*) FROM '{target}/{name}.parquet'").fetchall()[0][0]
        check(f"DuckDB: rows of {name} in the database", found, counts[name])


def datasette_shows():
    command = [os.path.join(os.path.dirname(sys.executable), "datasette"), f"{folder}/analytics.sqlite", "--metadata",
               f"{folder}/metadata.json", "--get"]

    def get(path):
        return subprocess.run(command + [path], stdout=subprocess.PIPE, check=True, text=True).stdout

    shown = {table["name"]: table["count"] for table in json.loads(get("/analytics.json"))["tables"]}
    check("Datasette: rows", {name: shown.get(name) for name in names}, counts)
    for name, words in [("job_postings", "The day of the notice"), ("job_postings_by_month", "each month of"),
                        ("_rejects_by_reason", "clean.no-main-text")]:
        check(f"Datasette: {words!r} at {name}", words in get(f"/analytics/{name}"), True)


def libreoffice_opens(target):
    program = shutil.which("soffice")
    if program is None:
        return print("skipped: LibreOffice is not installed")
    for name in names:
        subprocess.run([program, "--headless", f"-env:UserInstallation=file://{target}/profile", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", target, f"{folder}/excel/{name}.csv"],
                       stdout=subprocess.DEVNULL, check=True, timeout=120)
        with open(f"{target}/{name}.csv", encoding="utf-8", newline="") as file:
            check(f"LibreOffice: rows of {name}", len(list(csv.reader(file))) - 1, counts[name])


csv.field_size_limit(1 << 30)
with tempfile.TemporaryDirectory() as target:
    frictionless_validates()
    for name in names:
        pandas_reads(name)
        duckdb_makes_parquet(name, target)
    duckdb_attaches(target)
    datasette_shows()
    libreoffice_opens(target)

for fault in faults:
    print(f"FAILED: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
