"""Other people's programs read the published outputs as they are: frictionless, pandas, DuckDB, Datasette, LibreOffice."""
import csv
import functools
import json
import os
import re
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


def documented(target):
    """The ways to Parquet as docs/outputs.md has them, each on the published files, from a folder that has out/current."""
    os.makedirs(f"{target}/out")
    os.symlink(folder, f"{target}/out/current")
    with open(os.path.join(os.path.dirname(__file__), "..", "docs", "outputs.md"), encoding="utf-8") as file:
        section = file.read().split("\n## Parquet\n")[1].split("\n## ")[0]
    lines = re.findall(r'^duckdb -c "(.*)"$', section, re.MULTILINE)
    programs = re.findall(r"^```python\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    check("docs/outputs.md: ways to Parquet", (len(lines), len(programs)), (2, 1))
    return [functools.partial(duckdb.sql, line) for line in lines] + [lambda: exec(programs[0], {})]


def duckdb_makes_parquet(target):
    """From the CSV file, from the database by an extension that DuckDB downloads, and from the database by pandas."""
    before = os.getcwd()
    ways = documented(target)
    os.chdir(target)
    expected = sorted(database.execute("SELECT id, ref, title, posted, copies FROM job_postings").fetchall())
    for number, way in enumerate(ways, 1):
        try:
            way()
        except (duckdb.HTTPException, duckdb.IOException) as error:
            print(f"skipped: Parquet, way {number}: DuckDB has no extension for SQLite here ({str(error)[:60]} ...)")
            continue
        found = duckdb.sql("SELECT id, ref, title, CAST(posted AS TEXT), copies FROM 'job_postings.parquet'").fetchall()
        check(f"DuckDB: rows of job_postings, way {number}", sorted(found), expected)
        os.remove("job_postings.parquet")
    os.chdir(before)


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
    """What LibreOffice has in every cell of excel/, read as by a double click: UTF-8, special numbers detected."""
    program = shutil.which("soffice")
    if program is None:
        return print("skipped: LibreOffice is not installed")
    own = "Text - txt - csv (StarCalc):44,34,76,1"
    subprocess.run([program, "--headless", f"-env:UserInstallation=file://{target}/profile", f"--infilter={own},,1033,false,true",
                    "--convert-to", f"csv:{own}", "--outdir", target] + [f"{folder}/excel/{name}.csv" for name in names],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=300)
    for name in names:
        with open(f"{folder}/excel/{name}.csv", encoding="utf-8-sig", newline="") as file:
            expected = [[shown(cell) for cell in row] for row in csv.reader(file)]
        with open(f"{target}/{name}.csv", encoding="utf-8", newline="") as file:
            found = [[shown(cell) for cell in row] for row in csv.reader(file)]
        check(f"LibreOffice: rows of {name}", len(found) - 1, counts[name])
        for line, cells in enumerate(zip(found, expected), 1):
            for place, (cell, wanted) in enumerate(zip(*cells, strict=True), 1):
                check(f"LibreOffice: {name}, line {line}, field {place}", cell, wanted)


def shown(cell):
    """A cell as a spreadsheet has it: codes without what keeps their zeros, truths, numbers to fifteen digits."""
    if cell.startswith('="'):
        return cell[2:-1].replace('""', '"')
    if cell.lower() in ("true", "false"):
        return cell.lower() == "true"
    is_number = re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", cell)
    return float(f"{float(cell):.15g}") if is_number else cell


csv.field_size_limit(1 << 30)
with tempfile.TemporaryDirectory() as target:
    frictionless_validates()
    for name in names:
        pandas_reads(name)
    duckdb_makes_parquet(target)
    datasette_shows()
    libreoffice_opens(target)

for fault in faults:
    print(f"FAILED: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
