"""Reads a bench folder and the blocks that ExtractionBench wrote of it."""
import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import numpy as np

import labels

LEVELS = 5
FOLDS = 5
# Second levels under which names are registered, as in co.uk.
SECOND = {"co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "gv", "ltd", "sch"}


@dataclass
class BlockPage:
    truth: dict
    texts: list
    rows: range  # of the arrays below
    labels: list = field(default=None)  # a share, or None where unknown
    is_further: bool = False  # to train on, not to score

    @property
    def fold(self):
        return int(hashlib.sha256(site(self.truth).encode()).hexdigest()[:8], 16) % FOLDS


def site(truth):
    """The registered domain of the page's address, else the page's hash."""
    host = (urlsplit(truth.get("url") or "").hostname or "").rstrip(".")
    if not host or re.fullmatch(r"[\d.]+", host):
        return truth["sha256"]
    parts = host.split(".")
    count = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND else 2
    return ".".join(parts[-count:])


def read(bench, folder):
    """The pages; their features, ranges of blocks around each block, and patterns."""
    with open(os.path.join(folder, "names.json"), encoding="utf-8") as handle:
        names = json.load(handle)
    features = np.fromfile(os.path.join(folder, "features.bin"), dtype="<i2").reshape(-1, len(names))
    ranges = np.fromfile(os.path.join(folder, "ranges.bin"), dtype="<i4").reshape(-1, LEVELS, 2)
    patterns = np.fromfile(os.path.join(folder, "patterns.bin"), dtype="<i4")
    pages, start = [], 0
    with open(os.path.join(bench, "truth.jsonl"), encoding="utf-8") as truths, \
            open(os.path.join(folder, "blocks.jsonl"), encoding="utf-8") as blocks:
        for truth, line in zip(map(json.loads, truths), map(json.loads, blocks)):
            assert truth["id"] == line["id"]
            page = BlockPage(truth, line["texts"], range(start, start + len(line["texts"])))
            start = page.rows.stop
            page.labels = label(page)
            pages.append(page)
    return pages, names, features, ranges, patterns


def label(page):
    """What the truth says of each block; None where it says nothing, or is another tool's output."""
    truth = page.truth
    if truth["dataset"] == "readability":
        return None
    if truth.get("main_text"):
        return labels.from_text(page.texts, truth["main_text"])
    if truth.get("must_have") or truth.get("must_not"):
        return labels.from_snippets(page.texts, truth.get("must_have") or [], truth.get("must_not") or [])
    return None
