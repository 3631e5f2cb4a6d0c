"""Formats: files of each kind that fetch reads, beside what they hold; how many are read right, and CSV's speed."""
import os
import subprocess
import tempfile

from bench import product
from bench.report import Failure

# Of the files of a kind, how many at least; one of csv-spectrum's answers belongs to another file.
SHARES = {"csv": 98}
SPEED = 200  # megabytes a second of CPU time, each cell made a text
ROWS = 200_000


def declare(parser):
    parser.add_argument("bench", metavar="BENCH_ROOT", help="a folder with a folder for each kind, such as csv")


def run(options, report, refuse):
    if not os.path.isdir(os.path.join(options.bench, "csv")):
        refuse(f"there is no csv in {options.bench}")
    program = product.binary("FormatsBench")
    for line in shown(program, options.bench):
        kind, right, _, count = line.split()
        report.note(line)
        share = 100 * int(right) / max(1, int(count))
        if kind in SHARES:
            report.bar(kind, f"{share:.1f} %", f"at least {SHARES[kind]} %", share >= SHARES[kind])
    speed(program, report)


def shown(program, *arguments):
    """The lines that the program prints."""
    result = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        raise Failure(f"FormatsBench failed: {result.stderr.strip()}")
    return result.stdout.splitlines()


def speed(program, report):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("number,title,place,day,sum,address,text\r\n")
            for row in range(ROWS):
                file.write(
                    f'{row:07},"A pump, with ""hose""",Cork,2026-01-{row % 28 + 1:02},{row * 3},'
                    f"https://shop.example/{row},A longer text of what the thing is for and who would need one\r\n")
        lines = shown(program, "--speed", path)
    for line in lines:
        report.note(line)
    figure = int(lines[-1].split()[-2])
    report.bar("CSV, cells as texts", f"{figure} MB/s", f"at least {SPEED} MB/s", figure >= SPEED)
