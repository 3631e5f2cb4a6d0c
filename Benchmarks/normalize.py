"""Typed values: what is read right, wrong or not at all of strings with truths, and how fast whole pages go through."""
import json
import os
import subprocess

from bench import product
from bench.report import Failure

SPEED = 40  # MB of main text per CPU second, all of normalize


def declare(parser):
    parser.add_argument(
        "bench", metavar="BENCH_ROOT",
        help="a folder with dates, numbers, locations, url, encoding, pii, ie and jsonld; pages from extraction")
    parser.add_argument("--misses", action="store_true", help="list what isn't right")


def run(options, report, refuse):
    if not os.path.isdir(os.path.join(options.bench, "dates")):
        refuse(f"there is no dates in {options.bench}")
    program = product.binary("NormalizeBench")
    scores = call(program, "scores", options.bench)
    report.table(
        ["type", "right", "wrong", "none", "of", "bar"],
        [[row["name"], row["right"], row["wrong"], row["none"], row["total"], bar_text(row)] for row in scores])
    if options.misses:
        for row in scores:
            for miss in row["misses"]:
                report.note("  " + miss)
    for row in scores:
        if "least" in row:
            report.bar(row["name"], f"{row['share']:.3f}", f"at least {row['least']:.3f}", row["share"] >= row["least"])
        if "mostWrong" in row:
            wrong = row["wrong"] / max(1, row["total"])
            report.bar(row["name"] + ", wrong", f"{wrong:.3f}", f"at most {row['mostWrong']:.3f}", wrong <= row["mostWrong"])
    pages = os.path.join(options.bench, "extraction")
    if os.path.isfile(os.path.join(pages, "truth.jsonl")):
        measured = call(program, "speed", pages)
        speeds = measured["tables"]
        report.table(
            ["ready-made table", "rows", "CPU s", "MB of main text per CPU s"],
            [[row["tables"], row["rows"], f"{row['cpu']:.2f}", f"{row['megabytes'] / row['cpu']:.1f}"] for row in speeds])
        report.table(
            ["reader alone", "found", "CPU s", "MB of main text per CPU s"],
            [[row["reader"], row["found"], f"{row['cpu']:.2f}", f"{row['megabytes'] / row['cpu']:.1f}"]
             for row in measured["readers"]])
        whole = speeds[-1]
        rate = whole["megabytes"] / whole["cpu"]
        report.bar(
            f"normalize, {whole['megabytes']:.1f} MB of main text into all ready-made tables",
            f"{rate:.1f} MB per CPU second", f"at least {SPEED}", rate >= SPEED)


def bar_text(row):
    parts = []
    if "least" in row:
        parts.append(f">= {row['least']:.3f}")
    if "mostWrong" in row:
        parts.append(f"wrong <= {row['mostWrong']:.3f}")
    return ", ".join(parts) or "-"


def call(*command):
    try:
        shown = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"{os.path.basename(command[0])} did not run: {error}") from error
    return json.loads(shown)
