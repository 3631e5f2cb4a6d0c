"""Fetch: pages of a server on this machine, first and second night; CPU and memory, beside Scrapy."""
import json
import os
import sqlite3
import subprocess
import tempfile

from bench import measure, peers, product
from bench.product import ROOT
from bench.report import Failure

PEERS = {"scrapy": "2.19.0"}
TIMES_SCRAPY = 3  # pages per CPU second
SECOND_NIGHT = 15  # per cent of the first night's CPU
GROWTH = 1.3  # peak memory over all pages against that over a fifth of them


def declare(parser):
    parser.add_argument("--pages", type=int, default=10_000, help="pages of the two nights (10,000)")
    parser.add_argument("--many", type=int, default=0, help="pages over which memory has to stay flat, such as 100,000")
    parser.add_argument("--peers", action="store_true", help="run Scrapy over the same pages too")


def run(options, report, refuse):
    sluice = product.binary()
    server = subprocess.Popen(
        [product.binary("FetchServer")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline())
        with tempfile.TemporaryDirectory() as folder:
            judge(options, report, sluice, port, folder)
    finally:
        server.stdin.close()
        server.wait()


def judge(options, report, sluice, port, folder):
    pages = options.pages
    alone = night(sluice, port, pages, folder, "alone", "fetch alone", "fetch")
    again = night(sluice, port, pages, folder, "alone", "fetch alone again", "fetch")
    first = night(sluice, port, pages, folder, "nights", "first night")
    second = night(sluice, port, pages, folder, "nights", "second night")
    named = [("sluice run fetch", alone), ("sluice run fetch, again", again), ("sluice run, first night", first),
             ("sluice run, second night", second)]
    scrapy = spider(port, pages, folder) if options.peers else None
    if scrapy:
        named.append(("scrapy", scrapy))
    report.table(
        ["", "pages", "CPU s", "pages per CPU s", "wall s", "peak MB"], [row(name, pages, cost) for name, cost in named])
    for name in ("alone", "nights"):
        unchanged, received = second_night(folder, name)
        if (unchanged, received) != (pages, 0):
            report.fail(f"second night: {unchanged} answers of 304 and {received} bytes of pages")
    share = 100 * second.cpu / first.cpu
    report.bar("second night", f"{share:.0f} % of the first night's CPU", f"under {SECOND_NIGHT} %", share < SECOND_NIGHT)
    if scrapy:
        times = scrapy.cpu / alone.cpu
        report.bar("pages per CPU second", f"{times:.1f} x Scrapy", f"{TIMES_SCRAPY} x", times >= TIMES_SCRAPY)
    else:
        report.leave_out("pages per CPU second", f"{TIMES_SCRAPY} x Scrapy", "--peers was not given")
    if options.many:
        few = night(sluice, port, options.many // 5, folder, "few", "a fifth of many pages", "fetch")
        many = night(sluice, port, options.many, folder, "many", "many pages", "fetch")
        report.bar(
            f"memory over {options.many} pages", f"{many.peak:.0f} MB, {few.peak:.0f} MB over a fifth of them",
            f"{GROWTH} x", many.peak <= few.peak * GROWTH)


def row(name, pages, cost):
    return [name, pages, f"{cost.cpu:.2f}", f"{pages / cost.cpu:.0f}", f"{cost.wall:.1f}", f"{cost.peak:.0f}"]


def night(sluice, port, pages, folder, name, what, *stages_asked):
    """One `sluice run` (or of the stages asked for) over a list of pages, in a project of that name."""
    project = os.path.join(folder, name)
    os.makedirs(project, exist_ok=True)
    with open(os.path.join(project, "pages.txt"), "w", encoding="utf-8") as handle:
        handle.writelines(f"http://127.0.0.1:{port}/p/{number}\n" for number in range(pages))
    http = {
        "contact": "https://science.example/bot", "allow_private": [f"127.0.0.1:{port}"], "delay": "0ms",
        "per_host": 64, "connections": 64, "host_budget": 10 * pages,
    }
    stages = [{"stage": "fetch", "sources": [{"name": "pages", "urls": "pages.txt"}], "http": http}]
    stages += [{"stage": stage} for stage in ("clean", "normalize", "load")]
    with open(os.path.join(project, "pipeline.json"), "w", encoding="utf-8") as handle:
        json.dump({"name": name, "stages": stages}, handle)
    return measure.measure(what, [sluice, "run", *stages_asked], project)


def second_night(folder, name):
    """Answers of 304, and bytes of bodies, in the second run of a project."""
    store = sqlite3.connect(os.path.join(folder, name, "out", "stages", "fetch.sqlite"))
    try:
        rows = store.execute("SELECT not_modified, bytes FROM traffic ORDER BY run").fetchall()
    finally:
        store.close()
    if len(rows) != 2:
        raise Failure(f"two runs were expected in the fetch store, here are {len(rows)}")
    return rows[1][0], rows[1][1]


def spider(port, pages, folder):
    python = peers.python("fetch", PEERS)
    out = os.path.join(folder, "scrapy.jsonl")
    command = [python, os.path.join(ROOT, "Benchmarks", "fetch", "spider.py"), f"http://127.0.0.1:{port}", str(pages), out]
    cost = measure.measure("scrapy", command, folder)
    with open(out, encoding="utf-8") as handle:
        got = sum(1 for _ in handle)
    if got != pages:
        raise Failure(f"scrapy got {got} of {pages} pages")
    return cost
