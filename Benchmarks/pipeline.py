"""Pages to tables: the whole pipeline beside a Python one; speed, memory, and the cost of an unchanged run."""
import csv
import json
import os
import shutil
import sys
import tempfile

from bench import peers, product
from bench.measure import measure
from bench.report import Failure

# trafilatura needs lxml_html_clean, but asks for it by an extra of lxml that not every pip finds.
PEERS = {"trafilatura": "2.3.1", "lxml_html_clean": "0.4.6", "datasketch": "2.0.0", "sqlite-utils": "4.2.1"}
YARDSTICK = os.path.join(product.ROOT, "..", "shared", "bench", "baseline", "python_pipeline.py")

SPEED = 8  # times the yardstick's pages per CPU second
MEMORY = 300  # megabytes
GROWTH = 15  # per cent more memory for four times the pages
UNCHANGED = 5  # per cent of the first run's CPU

SPEED_BAR = "pages per CPU second beside the yardstick"


def declare(parser):
    parser.add_argument("pages", metavar="PAGES_DIR", help="a folder of *.html.gz")
    parser.add_argument("--peers", action="store_true", help="run the yardstick too, with its libraries installed")
    parser.add_argument("--yardstick", metavar="FILE", default=YARDSTICK, help="default: %(default)s")


def run(options, report, refuse):
    names = page_names(options.pages, refuse)
    sluice = product.binary()
    python, reason = yardstick_python(options)
    with tempfile.TemporaryDirectory(prefix="sluice-pipeline-") as folder:
        runs = measure_product(sluice, os.path.abspath(options.pages), names, folder)
        if python:
            runs["yardstick"] = measure_yardstick(python, options, len(names), folder)
    show(report, runs)
    judge(report, runs, reason)


def page_names(folder, refuse):
    if not os.path.isdir(folder):
        refuse(f"no such folder: {folder}")
    names = sorted(name for name in os.listdir(folder) if name.endswith(".html.gz"))
    if len(names) < 4:
        refuse(f"fewer than 4 *.html.gz in {folder}")
    return names


def yardstick_python(options):
    """The interpreter to run the yardstick with, or None and why it is left out."""
    if not options.peers:
        return None, "--peers was not given"
    if not os.path.isfile(options.yardstick):
        return None, f"there is no {os.path.normpath(options.yardstick)}"
    return peers.python("pipeline", PEERS), None


def measure_product(sluice, pages, names, folder):
    """Each run's pages, rows left in `articles` and cost, by name."""
    quarter = link_quarter(pages, names, os.path.join(folder, "pages"))
    runs = {}
    whole = write_config(pages, os.path.join(folder, "whole"))
    part = write_config(quarter, os.path.join(folder, "part"))
    links = write_config(pages, os.path.join(folder, "links"), links=True)
    for name, config, count in (
        ("full run", whole, len(names)),
        ("unchanged run", whole, len(names)),
        ("quarter run", part, len(names[::4])),
        ("with all links", links, len(names)),
    ):
        cost = measure(name, [sluice, "run", "-c", config], os.path.dirname(config))
        runs[name] = count, article_count(name, config), cost
    return runs


def link_quarter(pages, names, folder):
    """A folder with every fourth page, as hard links or, where those are not allowed, copies."""
    os.mkdir(folder)
    for name in names[::4]:
        source, target = os.path.join(pages, name), os.path.join(folder, name)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
    return folder


def write_config(pages, folder, links=False):
    """Writes pipeline.json into a new folder and returns its path: the yardstick's table, or a row for each link too."""
    articles = {
        "title": "text", "url": "url", "published": "date", "language": "text", "description": "text",
        "text": "text", "words": "integer",
    }
    tables = [{"table": "articles", "from": "page", "columns": articles}]
    if links:
        tables.append({"table": "links", "from": "links", "columns": {"address": "url", "text": "text"}})
    source = {"name": "pages", "files": os.path.join(pages, "*.html.gz"), "base_url": "https://bench.example/"}
    config = {
        "name": "bench",
        "max_rejects": "50%",
        "stages": [
            {"stage": "fetch", "sources": [source]},
            {"stage": "clean"},
            {"stage": "normalize", "tables": tables},
            {"stage": "dedupe", "tables": [{"table": "articles", "exact": ["text"], "survivor": "first"}]},
            {"stage": "load"},
        ],
    }
    os.mkdir(folder)
    path = os.path.join(folder, "pipeline.json")
    with open(path, "w", encoding="utf-8") as handle:
        json.dump(config, handle, indent=2)
    return path


def article_count(name, config):
    """The rows of the published articles.csv; none at all is a Failure, for speed without tables is nothing."""
    path = os.path.join(os.path.dirname(config), "out", "current", "csv", "articles.csv")
    csv.field_size_limit(sys.maxsize)
    try:
        with open(path, newline="", encoding="utf-8") as handle:
            count = sum(1 for _ in csv.reader(handle)) - 1
    except OSError as error:
        raise Failure(f"{name} published no articles: {error}") from error
    if count < 1:
        raise Failure(f"{name} published an empty table of articles")
    return count


def measure_yardstick(python, options, count, folder):
    out = os.path.join(folder, "yardstick")
    script, pages = os.path.abspath(options.yardstick), os.path.abspath(options.pages)
    cost = measure("yardstick", [python, script, pages, out, "--jobs", "2"], folder)
    with open(os.path.join(out, "stats.json"), encoding="utf-8") as handle:
        return count, json.load(handle)["canonical"], cost


def speed(entry):
    """Pages per CPU second."""
    return entry[0] / max(entry[2].cpu, 0.001)


def show(report, runs):
    full = runs["full run"]
    rows = []
    for name, entry in runs.items():
        pages, articles, cost = entry
        rows.append([
            name, pages, articles, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.peak:.0f}", f"{speed(entry):.1f}",
            f"{speed(entry) / speed(full):.2f}"])
    heads = ["run", "pages", "articles", "CPU s", "wall s", "peak MB", "pages/CPU s", "to full run"]
    report.table(heads, rows)


def judge(report, runs, reason):
    full, unchanged, quarter = (runs[name][2] for name in ("full run", "unchanged run", "quarter run"))
    if "yardstick" in runs:
        ratio = speed(runs["full run"]) / speed(runs["yardstick"])
        report.bar(SPEED_BAR, f"{ratio:.1f} times", f"at least {SPEED} times", ratio >= SPEED)
    else:
        report.leave_out(SPEED_BAR, f"at least {SPEED} times", reason)
    peak = max(entry[2].peak for name, entry in runs.items() if name != "yardstick")
    report.bar("peak memory of any run", f"{peak:.0f} MB", f"under {MEMORY} MB", peak < MEMORY)
    growth = (full.peak / quarter.peak - 1) * 100
    report.bar("memory's growth from a quarter of the pages", f"{growth:.1f} %", f"under {GROWTH} %", growth < GROWTH)
    share = unchanged.cpu / full.cpu * 100
    report.bar("unchanged run's CPU", f"{share:.1f} % of the full run's", f"under {UNCHANGED} %", share < UNCHANGED)
