"""Decoding: files of known text in many encodings, declared or not; how many come out exactly, and how fast."""
import json
import os
import subprocess
import sys

from bench import peers, product
from bench.report import Failure

DETECTED = 98  # per cent of the texts whose old encoding nothing declares
MODES = ("text", "html-none", "html-meta")
SIZES = (80, 400, 3000)
# Behind the prescan's pages, which are ASCII: a byte that no UTF-8 ends with, so that late declarations count too.
FOREIGN = "e4"
PEERS = {"chardet": "7.7.0", "charset-normalizer": "3.5.2"}

# Prints a line for each file named on stdin: its text as the detector has it, or null.
PEER = """
import json, sys
name = sys.argv[1]
if name == "chardet":
    import chardet
    detect = lambda data: chardet.detect(data)["encoding"]
else:
    import charset_normalizer
    detect = lambda data: getattr(charset_normalizer.from_bytes(data).best(), "encoding", None)
for line in sys.stdin:
    with open(line.rstrip("\\n"), "rb") as handle:
        data = handle.read()
    try:
        text = data.decode(detect(data) or "windows-1252", "replace")
    except LookupError:
        text = None
    print(json.dumps(text))
"""


def declare(parser):
    parser.add_argument(
        "bench", metavar="BENCH_DIR", help="a folder with files.jsonl, files/ and html5lib_prescan.jsonl")
    parser.add_argument("--peers", action="store_true", help="run other detectors over the undeclared files too")


def run(options, report, refuse):
    for name in ("files.jsonl", "html5lib_prescan.jsonl"):
        if not os.path.isfile(os.path.join(options.bench, name)):
            refuse(f"there is no {name} in {options.bench}")
    files = read_lines(options.bench, "files.jsonl")
    for row in files:
        row["path"] = os.path.abspath(os.path.join(options.bench, row["file"]))
    prescans = read_lines(options.bench, "html5lib_prescan.jsonl")
    answers = decode(files, prescans)
    for row, answer in zip(files, answers):
        row["answer"] = answer
    show(report, files)
    judge(report, files, list(zip(prescans, answers[len(files):])))
    if options.peers:
        show_peers(report, files)


def read_lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def decode(files, prescans):
    """What the project's decoder makes of each, in order."""
    requests = [{"file": row["path"], "markup": row["mode"] != "text"} for row in files]
    for row in prescans:
        data = row["data"].encode() if "data" in row else bytes.fromhex(row["data_hex"])
        requests.append({"hex": data.hex() + FOREIGN, "markup": True})
    program = product.binary("EncodingBench")
    sent = "".join(json.dumps(request) + "\n" for request in requests).encode()
    try:
        shown = subprocess.run([program], input=sent, stdout=subprocess.PIPE, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"EncodingBench failed: {error}") from error
    answers = [json.loads(line) for line in shown.decode().split("\n") if line]
    if len(answers) != len(requests):
        raise Failure(f"EncodingBench answered {len(answers)} of {len(requests)} requests")
    return answers


def is_exact(row):
    return row["answer"]["text"] == row["text"]


def family(row):
    """UTF-8, UTF-16, or all the encodings before them."""
    if not row["encoding"].startswith("utf-"):
        return "legacy"
    return row["encoding"].removesuffix("le").removesuffix("be")


def score(rows, exact=is_exact):
    return f"{sum(map(exact, rows))}/{len(rows)}" if rows else "-"


def show(report, files):
    table = []
    for name in ("legacy", "utf-16", "utf-8"):
        for mode in MODES:
            rows = [row for row in files if family(row) == name and row["mode"] == mode]
            sizes = [score([row for row in rows if row["bytes"] == size]) for size in SIZES]
            seconds = [row["answer"]["seconds"] for row in rows] or [0]
            mean, slowest = sum(seconds) / len(seconds), max(seconds)
            table.append([f"{name} {mode}", *sizes, f"{1000 * mean:.2f}", f"{1000 * slowest:.2f}"])
    report.table(["exact", *(f"{size} B" for size in SIZES), "ms a file", "slowest"], table)
    for row in files:
        if not is_exact(row):
            answer = row["answer"]
            report.note(f"  {row['file']}: {answer['encoding']} ({answer['rule']}) {answer['text'][:60]!r}")


def judge(report, files, prescans):
    legacy = [row for row in files if family(row) == "legacy" and row["mode"] != "html-meta"]
    share = 100 * sum(map(is_exact, legacy)) / max(1, len(legacy))
    what = f"{score(legacy)} ({share:.1f} %)"
    report.bar("undeclared legacy texts", what, f"at least {DETECTED} %", share >= DETECTED)
    for what, rows in (
        ("declared texts", [row for row in files if row["mode"] == "html-meta"]),
        ("undeclared UTF-8", [row for row in files if family(row) == "utf-8" and row["mode"] != "html-meta"]),
        ("undeclared UTF-16", [row for row in files if family(row) == "utf-16" and row["mode"] != "html-meta"]),
    ):
        report.bar(what, score(rows), "all", all(map(is_exact, rows)))
    agrees = [row["expected"] == declared(answer) for row, answer in prescans]
    report.bar("html5lib prescan cases", f"{sum(agrees)}/{len(agrees)}", "all", all(agrees))


def declared(answer):
    """The encoding the bytes themselves name; what browsers take where none is."""
    return answer["encoding"] if answer["rule"] == "bom" else answer.get("declared") or "windows-1252"


def show_peers(report, files):
    """The same files through other detectors, as text and as pages without a declaration."""
    rows = [row for row in files if row["mode"] != "html-meta"]
    python = peers.python("encoding", PEERS)
    table = []
    for name in PEERS:
        sent = "".join(row["path"] + "\n" for row in rows).encode()
        shown = subprocess.run([python, "-c", PEER, name], input=sent, stdout=subprocess.PIPE, stderr=sys.stderr)
        texts = [json.loads(line) for line in shown.stdout.decode().split("\n") if line]
        if len(texts) != len(rows):
            raise Failure(f"{name} failed")
        cells = []
        for kind in ("legacy", "utf-16", "utf-8"):
            hits = [text == row["text"] for row, text in zip(rows, texts) if family(row) == kind]
            cells.append(f"{sum(hits)}/{len(hits)}")
        table.append([name, *cells])
    ours = [score([row for row in rows if family(row) == kind]) for kind in ("legacy", "utf-16", "utf-8")]
    report.table(["undeclared, exact", "legacy", "utf-16", "utf-8"], [["sluice", *ours], *table])
