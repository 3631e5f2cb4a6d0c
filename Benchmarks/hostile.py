"""Hostile files through the built program: each is kept, warned about or rejected as its maker says; time and memory."""
import glob
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing

from bench import product
from bench.measure import measure
from bench.report import Failure

GENERATOR = os.path.join(product.ROOT, "..", "shared", "tools", "make_hostile.py")
MARKER = "HOSTILE-MARKER-7f3a"  # in the text of every page that is to be kept
CANARY = "CANARY-LOCAL-FILE-91c2"  # in a local file that no document may draw in, and in a script

# Of the run over all files, by scale: seconds, and megabytes. A document may take 10 seconds; so may all the small ones.
LIMITS = {"small": (10, 500), "full": (120, 1000)}
KINDS = ("html", "xml", "data", "archive", "config")


def declare(parser):
    parser.add_argument(
        "--generator", metavar="FILE", default=GENERATOR,
        help="a script that writes files and their manifest.jsonl by `make FOLDER`; default: %(default)s")
    parser.add_argument("--scale", choices=("small", "full"), default="small", help="full: inputs of 50 MB, 1 GB of disk")
    parser.add_argument("--keep", metavar="FOLDER", help="leave files, config and outputs in this new folder")


def run(options, report, refuse):
    if not os.path.isfile(options.generator):
        raise Failure(f"there is no generator {os.path.normpath(options.generator)}; name one by --generator")
    sluice = product.binary()
    with tempfile.TemporaryDirectory(prefix="sluice-hostile-") as folder:
        if options.keep:
            folder = os.path.abspath(options.keep)
            os.mkdir(folder)
        manifest = make_files(options, folder)
        cost = measure("run", [sluice, "run", "--quiet", "-c", write_config(folder)], folder)
        outcomes = Outcomes(folder)
        misses = {}
        for entry in manifest:
            configs = entry["kind"] == "config"
            miss = judge_config(sluice, folder, entry) if configs else judge_document(outcomes, entry, folder)
            if miss:
                misses[entry["file"]] = miss
        show(report, manifest, misses, outcomes)
        judge(report, manifest, misses, cost, outcomes, *LIMITS[options.scale])


def make_files(options, folder):
    """The manifest's entries, one for each file."""
    command = [sys.executable, os.path.abspath(options.generator), "make", folder, "--scale", options.scale]
    if subprocess.run(command, stdout=sys.stderr).returncode != 0:
        raise Failure("the generator failed")
    with open(os.path.join(folder, "manifest.jsonl"), encoding="utf-8") as handle:
        return list({entry["file"]: entry for entry in map(json.loads, handle)}.values())


def write_config(folder):
    pages = ["html/**", "archive/**", "data/*.txt"]
    rows = ["data/*.json", "data/*.jsonl", "data/*.csv", "xml/*.xml"]
    sources = [{"name": "hostile", "files": pages}, {"name": "rows", "files": rows}]
    columns = {"title": "text", "text": "text"}
    tables = [{"table": "pages", "from": "page", "columns": columns},
              {"table": "rows", "from": "rows", "columns": {
                  "ref": {"type": "text", "from": "id"}, "text": {"type": "text", "from": ["text", "title"]}}}]
    config = {
        "name": "hostile",
        "max_rejects": "100%",
        "stages": [
            {"stage": "fetch", "sources": sources},
            {"stage": "clean"},
            {"stage": "normalize", "tables": tables},
            {"stage": "load"},
        ],
    }
    path = os.path.join(folder, "pipeline.json")
    with open(path, "w", encoding="utf-8") as handle:
        json.dump(config, handle, indent=2)
    return path


class Outcomes:
    """What a run said and published of each file."""

    def __init__(self, folder):
        with closing(sqlite3.connect(os.path.join(folder, "out", "stages", "fetch.sqlite"))) as fetch:
            # What is inside an archive belongs to the archive.
            self.addresses, self.places = {}, {}
            for path, address in fetch.execute("SELECT path, address FROM files"):
                file = path.split("!/")[0]
                self.addresses.setdefault(file, []).append(address)
                self.places.setdefault(file, {file}).update([path, address])
        published = os.path.join(folder, "out", "current", "analytics.sqlite")
        with closing(sqlite3.connect(published)) as tables:
            self.texts = {address: text or "" for address, text in tables.execute("SELECT source_address, text FROM pages")}
            # A row has its line behind its file's address.
            for (address,) in tables.execute("SELECT source_address FROM rows"):
                self.texts[address.rsplit("#", 1)[0]] = ""
            self.notes = {}
            for address, severity, code in tables.execute("SELECT address, severity, code FROM _rejects"):
                self.notes.setdefault(address, []).append((severity, code))
        self.leaks = leaks(folder)

    def of(self, file):
        """The texts published of it, and the notes: pairs of severity and code."""
        texts = [self.texts[address] for address in self.addresses.get(file, []) if address in self.texts]
        return texts, [note for place in self.places.get(file, {file}) for note in self.notes.get(place, [])]


def leaks(folder):
    """Published files that hold what stands only in a local file or a script."""
    found = []
    for path in glob.glob(os.path.join(folder, "out", "runs", "**"), recursive=True):
        if os.path.isfile(path):
            with open(path, "rb") as handle:
                if CANARY.encode() in handle.read():
                    found.append(os.path.basename(path))
    return found


def judge_document(outcomes, entry, folder):
    """What is wrong with the file's end, or None."""
    texts, notes = outcomes.of(entry["file"])
    is_rejected = any(severity == "reject" for severity, _ in notes)
    codes = ", ".join(sorted({code for _, code in notes})) or "nothing said"
    if entry["expect"] == "ignore":
        return None
    if entry["expect"] == "reject":
        return "to be rejected, but published" if texts else None if notes else "lost without a word"
    if not texts and not notes:
        return None if is_header(os.path.join(folder, entry["file"])) else "lost without a word"
    # Data files have no marker; there a row is all that can be asked for.
    is_kept = any(entry["kind"] not in ("html", "archive") or MARKER in text for text in texts)
    if entry["expect"] == "ok":
        return None if is_kept else f"to be kept, but {codes}" if is_rejected else f"the marked text is lost ({codes})"
    return None if is_kept or notes else "the marked text is lost without a warning"


def is_header(path):
    """Whether a file is one line of CSV, which has no rows that could be lost."""
    with open(path, "rb") as handle:
        return path.endswith(".csv") and handle.read().count(b"\n") == 1


def judge_config(sluice, folder, entry):
    """What is wrong with a run by this config, or None: it is to be refused with status 2, and to write nothing."""
    place = os.path.join(folder, "configs", os.path.basename(entry["file"])[: -len(".json")])
    os.makedirs(place)
    os.rename(os.path.join(folder, entry["file"]), os.path.join(place, "pipeline.json"))
    command = [sluice, "run", "-c", os.path.join(place, "pipeline.json")]
    try:
        ended = subprocess.run(
            command, cwd=place, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60)
    except subprocess.TimeoutExpired:
        return "still running after a minute"
    if ended.returncode != 2 or not ended.stderr.strip():
        return f"to end with status 2 and a message, but ended with {ended.returncode}"
    return None if os.listdir(place) == ["pipeline.json"] else "wrote something"


def show(report, manifest, misses, outcomes):
    """A warning would do for `ok-warn`; how many of those files were rejected whole is told apart."""
    rows = []
    for kind in KINDS:
        files = [entry["file"] for entry in manifest if entry["kind"] == kind]
        warned = [entry["file"] for entry in manifest if entry["kind"] == kind and entry["expect"] == "ok-warn"]
        whole = sum(not outcomes.of(file)[0] for file in warned)
        rows.append([kind, len(files), sum(file not in misses for file in files), whole])
    report.table(["kind", "files", "as expected", "rejected where a warning would do"], rows)
    for file, miss in misses.items():
        report.note(f"  {file}: {miss}")


def judge(report, manifest, misses, cost, outcomes, seconds, megabytes):
    good = len(manifest) - len(misses)
    report.bar("files that end as expected", f"{good} of {len(manifest)}", "all", not misses)
    report.bar("outputs with text of local files or scripts", len(outcomes.leaks), "none", not outcomes.leaks)
    report.bar("the whole run", f"{cost.wall:.1f} s", f"under {seconds} s", cost.wall < seconds)
    report.bar("peak memory", f"{cost.peak:.0f} MB", f"under {megabytes} MB", cost.peak < megabytes)
