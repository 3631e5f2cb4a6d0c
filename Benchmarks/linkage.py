"""Records that are the same thing, within one table and between two: scores by one default threshold, and speed."""
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

from bench import peers, product
from bench.measure import measure
from bench.report import Failure

TOOLS = os.path.join(product.ROOT, "..", "shared", "tools")
PEERS = {"splink": "4.0.17", "duckdb": "2.0.0", "pandas": "3.1.1"}

BARS = {  # set: least F1 of the final pairs or clusters
    "febrl3": .999, "febrl4": .9999, "fodors_zagats": .985, "dblp_acm": .985, "abt_buy": .90, "cora": .87,
    "historical_dev": .87, "amazon_google": .60,
}
HEADS = ["", "records", "pairs compared", "CPU s", "wall s", "peak MB", "P", "R", "F1"]
SPLINK_COLUMNS = ["full_name", "first_name", "surname", "dob", "birth_place", "postcode", "occupation"]
TIMED = "historical_dev"  # some 25,000 records
MANY = 1_000_000
PEAK = 4000  # megabytes for that many


def declare(parser):
    parser.add_argument("bench", metavar="RECORDS_DIR|SET_DIR",
                        help="a folder with SET/a.csv, b.csv, matches.csv or truth.csv, or one such set")
    parser.add_argument("--out", metavar="PRED.csv",
                        help="write what is found in one set there: id,cluster_id, or a_id,b_id between two tables")
    parser.add_argument("--peers", action="store_true", help="run Splink too")
    parser.add_argument("--many", action="store_true", help=f"link {MANY:,} made-up records too")
    parser.add_argument("--tools", metavar="DIR", default=TOOLS, help="where the scorer is; default: %(default)s")


def run(options, report, refuse):
    if is_set(options.bench):
        return run_set(options, report)
    if options.out:
        refuse("--out goes with one set")
    sets = [name for name in sorted(os.listdir(options.bench)) if is_set(os.path.join(options.bench, name))]
    if not sets:
        refuse(f"no set with a.csv in {options.bench}")
    program = product.binary("LinkageBench")
    rows, scores, costs = [], {}, {}
    with tempfile.TemporaryDirectory(prefix="sluice-linkage-") as folder:
        for name in sets:
            found = os.path.join(folder, name + ".csv")
            costs[name], figures = link(program, os.path.join(options.bench, name), found, folder)
            scores[name] = score(options, os.path.join(options.bench, name), found)
            rows.append(row(name, figures, costs[name], scores[name]))
        report.table(HEADS, rows)
        for name, bar in BARS.items():
            judge(report, name, bar, scores.get(name))
        speed(options, report, costs, folder)
        many(options, report, program, folder)


def run_set(options, report):
    """Links one set and scores it where its truth is beside it."""
    program = product.binary("LinkageBench")
    path = os.path.abspath(options.bench)
    with tempfile.TemporaryDirectory(prefix="sluice-linkage-") as folder:
        found = os.path.abspath(options.out) if options.out else os.path.join(folder, "found.csv")
        cost, figures = link(program, path, found, folder)
        name = os.path.basename(path)
        report.table(HEADS, [row(name, figures, cost, score(options, path, found))])
        if options.peers:
            compare(options, report, os.path.join(path, "a.csv"), folder)


def compare(options, report, source, folder):
    """Splink is set up by hand for one set; for any other it would be set up unfairly."""
    with open(source, encoding="utf-8", newline="") as handle:
        columns = next(csv.reader(handle), [])
    if not set(SPLINK_COLUMNS) <= set(columns):
        return report.leave_out("Splink", "none", f"it is set up for {', '.join(SPLINK_COLUMNS)}")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "linkage", "splink_peer.py")
    cost = measure("splink", [peers.python("linkage", PEERS), script, source], folder)
    report.note(f"splink: {cost.cpu:.1f} CPU s, {cost.wall:.1f} wall s, {cost.peak:.0f} MB")


def is_set(folder):
    return os.path.isfile(os.path.join(folder, "a.csv"))


def link(program, folder, found, scratch):
    name = "link " + os.path.basename(folder)
    cost = measure(name, [program, os.path.abspath(folder), found], scratch)
    with open(os.path.join(scratch, name.replace(" ", "-") + ".stdout"), encoding="utf-8") as handle:
        return cost, json.load(handle)


def row(name, figures, cost, result):
    shown = [f"{result[key]:.4f}" if result else "" for key in ("precision", "recall", "f1")]
    return [name, figures["records"], figures["pairsCompared"], f"{cost.cpu:.1f}", f"{cost.wall:.1f}",
            f"{cost.peak:.0f}", *shown]


def score(options, folder, found):
    """The scorer's figures, or None where there is no scorer or no truth."""
    script = os.path.join(options.tools, "score_dedupe.py")
    if not os.path.isfile(script):
        return None
    for truth, extra in (("labelled_pairs.csv", ["--truth-kind", "pairs"]), ("matches.csv", ["--no-closure"]),
                         ("truth.csv", [])):
        path = os.path.join(folder, truth)
        if os.path.isfile(path):
            if truth == "labelled_pairs.csv":
                extra = extra + ["--labelled", path]
            return json.loads(call([sys.executable, script, path, found, "--json", *extra]))
    return None


def call(command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"{os.path.basename(command[0])} did not run: {error}") from error


def judge(report, name, bar, result):
    if result is None:
        report.leave_out(f"{name} F1", f"at least {bar}", "no scores")
    else:
        # A bar has so many digits as it says.
        report.bar(f"{name} F1", f"{result['f1']:.4f}", f"at least {bar}", result["f1"] >= bar)


def speed(options, report, costs, folder):
    what, bar = f"wall seconds of {TIMED}", "fewer than Splink's"
    if TIMED not in costs or not options.peers:
        return report.leave_out(what, bar, "--peers was not given" if TIMED in costs else f"no {TIMED}")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "linkage", "splink_peer.py")
    source = os.path.abspath(os.path.join(options.bench, TIMED, "a.csv"))
    cost = measure("splink", [peers.python("linkage", PEERS), script, source], folder)
    report.note(f"splink: {cost.cpu:.1f} CPU s, {cost.wall:.1f} wall s, {cost.peak:.0f} MB")
    report.bar(what, f"{costs[TIMED].wall:.1f} (Splink {cost.wall:.1f})", bar, costs[TIMED].wall < cost.wall)


def many(options, report, program, folder):
    what, bar = f"peak memory of {MANY:,} records", f"under {PEAK} MB"
    if not options.many:
        return report.leave_out(what, bar, "--many was not given")
    made = os.path.join(folder, "many")
    os.makedirs(made)
    make_people(os.path.join(made, "a.csv"), MANY)
    cost, figures = link(program, made, os.path.join(folder, "many.csv"), folder)
    report.note(f"{MANY:,} records: {figures['pairsCompared']:,} pairs, {cost.cpu:.0f} CPU s, {cost.wall:.0f} wall s")
    report.bar(what, f"{cost.peak:.0f} MB", bar, cost.peak < PEAK)


def make_people(path, count):
    """People with made-up names, every fifth of them an earlier one with a slip; the same file every time."""
    drawn = random.Random(11)
    parts = ["ba", "den", "for", "gil", "har", "kin", "lo", "mor", "nes", "per", "ros", "stan", "til", "wes", "ya", "zu"]
    kept = []
    with open(path, "w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle)
        rows.writerow(["id", "given", "surname", "street", "city", "postcode", "born"])
        for number in range(count):
            if kept and number % 5 == 4:
                person = list(drawn.choice(kept))
                place = drawn.randrange(len(person))
                person[place] = person[place][:-1] if drawn.random() < .7 else ""
            else:
                word = lambda size: "".join(drawn.choice(parts) for _ in range(size))
                person = [word(2), word(3), f"{drawn.randrange(1, 200)} {word(3)} street", word(2) + "ton",
                          f"{drawn.randrange(10000, 99999)}",
                          f"{drawn.randrange(1930, 2005)}-{drawn.randrange(1, 13):02}-{drawn.randrange(1, 29):02}"]
                if len(kept) < 100_000:
                    kept.append(person)
            rows.writerow([number, *person])
