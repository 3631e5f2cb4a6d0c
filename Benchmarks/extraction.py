"""Main text and metadata of real pages: the clean stage's speed and scores beside published extractors'."""
import json
import os
import re
import subprocess
import sys
import tempfile

from bench import peers, product
from bench.report import Failure

TOOLS = os.path.join(product.ROOT, "..", "shared", "tools")
# trafilatura needs lxml_html_clean, but asks for it by an extra of lxml that not every pip finds.
PEERS = {"trafilatura": "2.3.1", "lxml_html_clean": "0.4.6", "resiliparse": "2.0.1"}

SPEED = 1.2  # times resiliparse's pages per CPU second
SLOWEST = 60  # milliseconds
HEAD = .910
BARS = [  # group of the scorer, figure, bar
    ("ALL", "wF1", .885), ("type:article", "wF1", .945), ("type:forum", "wF1", .80), ("type:service", "wF1", .86),
    ("type:product", "wF1", .78), ("type:listing", "wF1", .72), ("type:collection", "wF1", .66),
    ("set:trafilatura", "nF1", .940), ("set:wcxb", "nF1", .870),
    ("ALL", "title", .78), ("ALL", "author", .70), ("ALL", "date", .89),
]
TEXT = {"wF1", "nF1"}  # figures of the model, which count out of fold


def declare(parser):
    parser.add_argument("bench", metavar="BENCH_DIR", help="a folder with truth.jsonl and pages/ID.html.gz")
    parser.add_argument("--out", metavar="FILE", help="write a JSON object a page: id, text, title, author, date")
    parser.add_argument("--out-of-fold", metavar="FILE", help="predictions of Benchmarks/extraction/train.py --out")
    parser.add_argument("--peers", action="store_true", help="run trafilatura and resiliparse too")
    parser.add_argument("--tools", metavar="DIR", default=TOOLS, help="where the scorer is; default: %(default)s")


def run(options, report, refuse):
    if not os.path.isfile(os.path.join(options.bench, "truth.jsonl")):
        refuse(f"no truth.jsonl in {options.bench}")
    program = product.binary("ExtractionBench")
    with tempfile.TemporaryDirectory(prefix="sluice-extraction-") as folder:
        found = os.path.abspath(options.out or os.path.join(folder, "sluice.jsonl"))
        call([program, "predict", options.bench, found])
        speed = json.loads(call([program, "speed", options.bench]))
        speeds = {"sluice": (speed["pages_per_cpu_second"], speed["slowest_ms"])}
        files = {"sluice (resubstitution)": found}
        if options.out_of_fold:
            files["sluice (out of fold)"] = options.out_of_fold
        if options.peers:
            run_peers(options, folder, speeds, files)
        scores = {name: score(options, path, folder) for name, path in files.items()}
    show(report, speeds, scores)
    judge(report, speeds, scores, options)


def call(command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"{os.path.basename(command[0])} did not run: {error}") from error


def run_peers(options, folder, speeds, files):
    python = peers.python("extraction", PEERS)
    script = os.path.join(options.tools, "peers_extraction.py")
    if not os.path.isfile(script):
        raise Failure(f"there is no {os.path.normpath(script)}")
    for peer in ("resiliparse", "trafilatura"):
        print(f"{peer} ...", file=sys.stderr, flush=True)
        files[peer] = os.path.join(folder, peer + ".jsonl")
        line = call([python, script, peer, options.bench, files[peer]])
        speeds[peer] = tuple(float(re.search(pattern, line)[1])
                             for pattern in (r"([\d.]+) pages/cpu-s", r"slowest (\d+) ms"))


def score(options, path, folder):
    """The scorer's figures by group, or None where there is no scorer."""
    script = os.path.join(options.tools, "score_extraction.py")
    if not os.path.isfile(script):
        return None
    result = os.path.join(folder, "score.json")
    call([sys.executable, script, os.path.join(options.bench, "truth.jsonl"), path, "--json", result])
    with open(result, encoding="utf-8") as handle:
        return json.load(handle)


def show(report, speeds, scores):
    report.table(["", "pages/CPU s", "slowest ms"],
                 [[name, f"{pages:.0f}", f"{slowest:.0f}"] for name, (pages, slowest) in speeds.items()])
    scored = {name: figures for name, figures in scores.items() if figures}
    if not scored:
        return report.note("no scorer: only the speed was measured")
    rows = [["HEAD"] + [f"{figures['HEAD'] or 0:.3f}" for figures in scored.values()]]
    for group, what, _ in BARS:
        rows.append([f"{group} {what}"] + [shown(name, figures, group, what) for name, figures in scored.items()])
    report.note("")
    report.table(["", *scored], rows)
    report.note("Resubstitution: the model may have seen these pages. What counts is out of fold.\n")


def shown(name, figures, group, what):
    """The figure; nothing for metadata of predictions that hold text alone."""
    is_there = what in TEXT or "out of fold" not in name
    figure = figures.get(group, {}).get(what) if is_there else None
    return "" if figure is None else f"{figure:.3f}"


def judge(report, speeds, scores, options):
    pages, slowest = speeds["sluice"]
    report.bar("slowest page", f"{slowest:.0f} ms", f"under {SLOWEST} ms", slowest < SLOWEST)
    what, bar = "pages per CPU second beside resiliparse", f"at least {SPEED} times"
    if "resiliparse" in speeds:
        ratio = pages / speeds["resiliparse"][0]
        report.bar(what, f"{ratio:.2f} times", bar, ratio >= SPEED)
    else:
        report.leave_out(what, bar, "--peers was not given")
    judge_scores(report, scores.get("sluice (out of fold)"), scores["sluice (resubstitution)"])


def judge_scores(report, fair, own):
    """Text is judged out of fold, metadata, which no model makes, as it is."""
    for group, what, bar in [("HEAD", "HEAD", HEAD), *BARS]:
        is_text = what in TEXT or what == "HEAD"
        figures = fair if is_text else own
        name = what if group in ("HEAD", "ALL") else f"{group} {what}"
        figure = (figures or {}).get("HEAD") if what == "HEAD" else (figures or {}).get(group, {}).get(what)
        if figure is None:
            report.leave_out(name, f"at least {bar}", "--out-of-fold was not given" if is_text else "no scores")
        else:
            report.bar(name, f"{figure:.3f}", f"at least {bar}", figure >= bar)
