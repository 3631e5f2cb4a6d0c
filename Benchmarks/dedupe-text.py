"""Near-duplicate texts: quality, speed and memory on texts with planted and real duplicates, beside published libraries."""
import json
import os
import subprocess
import sys
import tempfile

from bench import peers, product
from bench.report import Failure

SHARED = os.path.join(product.ROOT, "..", "shared")
PEERS = {"datasketch": "2.0.0", "gaoya": "0.2.2", "rensa": "0.5.0"}
SIMILARITIES = (.8, .5)
MADE_F1 = {.8: .998, .5: .995}
REAL_F1 = {.8: .998, .5: .998}
REAL = "jobs_glassdoor_ds"  # the only real set whose pairs are many enough to be judged by
PER_SECOND = 40_000  # documents per CPU second, without AVX2, which the engine doesn't use
PER_DOCUMENT = 400  # bytes
UPDATE_SHARE = .03  # of a full run's CPU, for 1 % new documents
MILLION = 2e9  # bytes, largest

# One core; shingles of five words, as the truth has them; pairs verified by the estimate, which is all the peers have.
PEER = r"""
import csv, json, re, resource, sys, time
name, similarity, source, target = sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4]
documents = [json.loads(line) for line in open(source, encoding="utf-8")]
parent = list(range(len(documents)))
def find(x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x
word = re.compile(r"\w+")
bands = 21 if similarity > .7 else 42
start, clock, base = time.process_time(), time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if name == "rensa":
    import rensa
    index, sketches = rensa.RMinHashLSH(similarity, 126, bands), []
    for row, document in enumerate(documents):
        words = word.findall(document["text"].lower())
        sketch = rensa.RMinHash(num_perm=126, seed=42)
        sketch.update([" ".join(words[i:i + 5]) for i in range(max(1, len(words) - 4))])
        for other in index.query(sketch):
            if find(other) != find(row) and sketches[other].jaccard(sketch) >= similarity:
                parent[find(row)] = find(other)
        sketches.append(sketch)
        index.insert(row, sketch)
elif name == "datasketch":
    from datasketch import MinHash, MinHashLSH
    index, sketches = MinHashLSH(num_perm=126, params=(bands, 126 // bands)), []
    for row, document in enumerate(documents):
        words = word.findall(document["text"].lower())
        sketch = MinHash(num_perm=126, seed=42)
        sketch.update_batch([" ".join(words[i:i + 5]).encode() for i in range(max(1, len(words) - 4))])
        for other in index.query(sketch):
            if find(other) != find(row) and sketches[other].jaccard(sketch) >= similarity:
                parent[find(row)] = find(other)
        sketches.append(sketch)
        index.insert(row, sketch)
else:
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(hash_size=32, jaccard_threshold=similarity, num_bands=bands, band_size=126 // bands,
                               analyzer="word", lowercase=True, ngram_range=(5, 5))
    for row, document in enumerate(documents):
        for other in index.query(document["text"]):
            parent[find(row)] = find(other)
        index.insert_document(row, document["text"])
cpu, wall = time.process_time() - start, time.monotonic() - clock
with open(target, "w", newline="") as handle:
    writer = csv.writer(handle)
    writer.writerow(["id", "cluster_id"])
    writer.writerows([document["id"], find(row)] for row, document in enumerate(documents))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"documents": len(documents), "cpu": cpu, "wall": wall, "documents_per_cpu_second": len(documents) / cpu,
                  "peak_bytes": peak * 1024, "base_bytes": base * 1024}))
"""


def declare(parser):
    parser.add_argument("bench", metavar="BENCH_DIR|DOCS.jsonl",
                        help="a folder of sets, each with docs.jsonl and truth_*.csv, or one file of documents")
    parser.add_argument("--similarity", type=float, help="of one file's near duplicates; default: .8")
    parser.add_argument("--out", metavar="CLUSTERS.csv", help="write one file's clusters there: id,cluster_id")
    parser.add_argument("--jobs", type=int, default=1, help="cores that sketch one file; default: %(default)s")
    parser.add_argument("--made", metavar="DIR", help="use this set of the generator instead of making one")
    parser.add_argument("--documents", type=int, default=100_000, help="how many to make; default: %(default)s")
    parser.add_argument("--seed", type=int, default=1, help="the generator's; default: %(default)s")
    parser.add_argument("--peers", action="store_true", help="run gaoya and rensa too")
    parser.add_argument("--tools", metavar="DIR", default=os.path.join(SHARED, "tools"),
                        help="where generator and scorer are; default: %(default)s")


def run(options, report, refuse):
    if os.path.isfile(options.bench):
        return run_file(options, report)
    if options.out or options.similarity:
        refuse("--similarity and --out go with one file of documents")
    if not os.path.isfile(os.path.join(options.bench, REAL, "docs.jsonl")):
        refuse(f"no {REAL}/docs.jsonl in {options.bench}")
    program = product.binary("DedupeBench")
    with tempfile.TemporaryDirectory(prefix="sluice-dedupe-") as folder:
        made = options.made or make(options, folder)
        sets = {"made": made} | {name: os.path.join(options.bench, name) for name in sorted(os.listdir(options.bench))
                                 if os.path.isfile(os.path.join(options.bench, name, "docs.jsonl"))}
        found = {(name, similarity): measure(options, program, path, similarity, folder)
                 for name, path in sets.items() for similarity in SIMILARITIES}
        updates = {similarity: call([program, "update", docs(made), similarity, .01]) for similarity in SIMILARITIES}
        show(report, found)
        if options.peers:
            show_peers(options, report, made, folder)
        judge(report, found, updates)


def run_file(options, report):
    """Finds the clusters of one file of documents; without --out they are counted alone."""
    similarity = .8 if options.similarity is None else options.similarity
    program = product.binary("DedupeBench")
    with tempfile.TemporaryDirectory(prefix="sluice-dedupe-") as folder:
        out = options.out or os.path.join(folder, "clusters.csv")
        figures = call([program, "text", options.bench, similarity, out, options.jobs])
        rows = [["sluice", *cost(figures)]]
        for name in PEERS if options.peers else []:
            print(f"{name} at {similarity} ...", file=sys.stderr, flush=True)
            peer = [peers.python("dedupe-text", PEERS), "-c", PEER, name, similarity, options.bench]
            rows.append([name, *cost(call([*peer, os.path.join(folder, f"{name}.csv")]))])
    report.table([f"at {similarity}", "documents", "per CPU s", "CPU s", "wall s", "peak MB"], rows)
    report.note(f"{figures['clusters']} clusters, {figures['chains']} of them chains")


def cost(figures):
    wall = figures.get("wall")
    return [figures["documents"], f"{figures['documents_per_cpu_second']:.0f}", f"{figures['cpu']:.2f}",
            "" if wall is None else f"{wall:.2f}", f"{figures['peak_bytes'] / 1e6:.0f}"]


def docs(path):
    return os.path.join(path, "docs.jsonl")


def make(options, folder):
    path = os.path.join(folder, "made")
    print(f"making {options.documents} documents ...", file=sys.stderr, flush=True)
    start([sys.executable, os.path.join(options.tools, "make_near_dups.py"), "--n", options.documents, "--seed",
           options.seed, "--out", path, "--no-pairs"])
    return path


def start(command):
    command = [str(part) for part in command]
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"{os.path.basename(command[0])} did not run: {error}") from error


def call(command):
    """The JSON object that the command prints."""
    return json.loads(start(command))


def measure(options, program, path, similarity, folder):
    out = os.path.join(folder, "clusters.csv")
    print(f"{os.path.basename(path)} at {similarity} ...", file=sys.stderr, flush=True)
    return call([program, "text", docs(path), similarity, out]) | score(options, path, similarity, out)


def score(options, path, similarity, out):
    truth = os.path.join(path, f"truth_{round(100 * similarity)}.csv")
    script = os.path.join(options.tools, "score_dedupe.py")
    return call([sys.executable, script, truth, out, "--json"])


def show(report, found):
    rows = []
    for (name, similarity), figures in found.items():
        rows.append([f"{name} {similarity}", figures["documents"], f"{figures['precision']:.4f}",
                     f"{figures['recall']:.4f}", f"{figures['f1']:.4f}", f"{figures['documents_per_cpu_second']:.0f}",
                     f"{figures['cpu']:.2f}", f"{figures['read_cpu']:.2f}", f"{figures['peak_bytes'] / 1e6:.0f}",
                     figures["verified"], figures["clusters"], figures["chains"]])
    report.table(["", "documents", "precision", "recall", "F1", "per CPU s", "CPU s", "reading s", "peak MB", "verified",
                  "clusters", "chains"], rows)


def show_peers(options, report, made, folder):
    python = peers.python("dedupe-text", PEERS)
    rows = []
    for name in PEERS:
        for similarity in SIMILARITIES:
            print(f"{name} at {similarity} ...", file=sys.stderr, flush=True)
            out = os.path.join(folder, f"{name}.csv")
            figures = call([python, "-c", PEER, name, similarity, docs(made), out])
            figures |= score(options, made, similarity, out)
            rows.append([f"{name} {similarity}", f"{figures['precision']:.4f}", f"{figures['recall']:.4f}",
                         f"{figures['f1']:.4f}", f"{figures['documents_per_cpu_second']:.0f}",
                         f"{figures['peak_bytes'] / 1e6:.0f}"])
    report.note("")
    report.table(["made", "precision", "recall", "F1", "per CPU s", "peak MB"], rows)


def judge(report, found, updates):
    for name, bars in (("made", MADE_F1), (REAL, REAL_F1)):
        for similarity in SIMILARITIES:
            figures = found[name, similarity]
            reached = figures["f1"] >= bars[similarity] and figures["precision"] == 1
            report.bar(f"{name} at {similarity}", f"F1 {figures['f1']:.4f}, precision {figures['precision']:.4f}",
                       f"at least {bars[similarity]}, precision 1", reached)
    for similarity in SIMILARITIES:
        figures = found["made", similarity]
        speed = figures["documents_per_cpu_second"]
        report.bar(f"documents per CPU second at {similarity}", f"{speed:.0f}", f"at least {PER_SECOND}",
                   speed >= PER_SECOND)
        memory = (figures["peak_bytes"] - figures["base_bytes"]) / figures["documents"]
        report.bar(f"memory above the base at {similarity}", f"{memory:.0f} bytes a document",
                   f"at most {PER_DOCUMENT}", memory <= PER_DOCUMENT)
        if figures["documents"] >= 1_000_000:
            report.bar("peak memory", f"{figures['peak_bytes'] / 1e6:.0f} MB", f"at most {MILLION / 1e6:.0f}",
                       figures["peak_bytes"] <= MILLION)
        update = updates[similarity]
        report.bar(f"CPU of 1 % new documents at {similarity}", f"{100 * update['share']:.1f} % of a full run's",
                   f"at most {100 * UPDATE_SHARE:.0f} %, the same clusters",
                   update["share"] <= UPDATE_SHARE and update["is_same"])
