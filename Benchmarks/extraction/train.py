#!/usr/bin/env python3
"""Trains the judge of text blocks and says how well it does on sites it has not seen.

  train.py BENCH_DIR FEATURES_DIR [--further BENCH_DIR FEATURES_DIR] [--out PREDICTIONS.jsonl] [--write SOURCES_DIR]

FEATURES_DIR is what `ExtractionBench features BENCH_DIR FEATURES_DIR` wrote. --further names pages to train on but not
to score, such as those fragments.py makes; they are in the folds of their sites. --out takes the predictions out of fold:
each page's come from ensembles that saw no page of its site. --write trains on all pages and writes BlockModelTrees.swift.
Needs numpy and lightgbm (docs/training.md names the versions).
"""
import argparse
import json
import multiprocessing

import lightgbm
import numpy as np

import bench_data
import choice
import context
import swift_table

ALPHA = .8  # a block counts by its words to this power, a page as one
SNIPPETS = 1  # what a page with snippets alone counts
FURTHER = .4  # what one of the further pages counts
RARE = {"product": 2, "collection": 1.5, "listing": 1.5}  # kinds of pages there are few of count more
SAMPLE = .35  # of the blocks are trained on, the heavy ones all and the others by chance
SETTINGS = {
    "objective": "cross_entropy", "learning_rate": .07, "num_leaves": 31, "max_depth": 7, "min_data_in_leaf": 40,
    "feature_fraction": .5, "bagging_fraction": .7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 127, "seed": 7,
    "num_threads": 1, "deterministic": True, "force_row_wise": True, "verbose": -1,
}
FIRST_TREES, SECOND_TREES = 85, 100
HOPELESS = 80  # thousandths; blocks below keep the first ensemble's answer
PROCESSES = 3


class Data:
    """The blocks of all pages, row under row, with their labels, weights and folds."""

    def __init__(self, sources):
        parts = [bench_data.read(bench, folder) for bench, folder in sources]
        self.names = parts[0][1]
        self.features, self.ranges, self.patterns = (
            np.concatenate([part[place] for part in parts]) for place in (2, 3, 4))
        self.pages, start = [], 0
        for number, part in enumerate(parts):
            for page in part[0]:
                page.rows = range(page.rows.start + start, page.rows.stop + start)
                page.is_further = number > 0
            self.pages += part[0]
            start += len(part[2])
        self.words = np.maximum(1, self.features[:, self.names.index("words")].astype(np.int64))
        self.kinds = self.features[:, self.names.index("kind")]
        self.labels, self.weights, self.folds = np.zeros(start), np.zeros(start), np.zeros(start, int)
        for page in self.pages:
            self.take(page)
        self.sample()

    def take(self, page):
        rows = slice(page.rows.start, page.rows.stop)
        self.folds[rows] = page.fold
        known = np.array([label is not None for label in page.labels or []], bool)
        if not known.any():
            return
        weights = np.where(known, self.words[rows] ** ALPHA, 0)
        self.labels[rows] = [label or 0 for label in page.labels]
        share = FURTHER if page.is_further else 1 if page.truth.get("main_text") else SNIPPETS
        self.weights[rows] = weights / weights.sum() * share * RARE.get(page.truth.get("page_type"), 1)

    def sample(self):
        """Leaves most light blocks out, the others standing for them."""
        known = self.weights > 0
        bound = np.quantile(self.weights[known], 1 - SAMPLE / 2)
        chance = np.minimum(1, self.weights / bound)
        kept = np.random.default_rng(7).random(len(chance)) < chance
        self.weights = np.where(kept, self.weights / np.maximum(chance, 1e-12), 0)
        self.weights *= kept.sum() / self.weights.sum()

    def context(self, p):
        """The rows that the second ensemble sees besides the features."""
        parts = []
        for page in self.pages:
            if len(page.rows):
                rows = slice(page.rows.start, page.rows.stop)
                parts.append(context.of_page(
                    p[rows], self.words[rows], self.ranges[rows], self.patterns[rows], self.kinds[rows]))
        return np.concatenate(parts)


def fit(data, rows, mask, trees):
    mask = mask & (data.weights > 0)
    table = lightgbm.Dataset(rows[mask], data.labels[mask], weight=data.weights[mask], params={"max_bin": 127})
    return lightgbm.train(SETTINGS, table, trees)


def thousandths(model, rows):
    return np.rint(model.predict(rows, num_threads=1) * 1000).astype(np.int64)


SHARED = {}  # what the worker processes inherit


def one_fold(job):
    data, rows, trees = SHARED["job"]
    seen, held = job
    model = fit(data, rows, np.isin(data.folds, seen), trees)
    mask = np.isin(data.folds, held)
    return mask, thousandths(model, rows[mask])


def by_folds(data, rows, trees, jobs):
    """For each job, folds to train on and folds to answer for, the blocks of the latter and their answers."""
    SHARED["job"] = data, rows, trees
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        return pool.map(one_fold, jobs, chunksize=1)


def without(*folds):
    return [fold for fold in range(bench_data.FOLDS) if fold not in folds]


def out_of_fold(data, rows, trees):
    """The answers for all blocks, each by an ensemble trained on the other folds."""
    answers = np.zeros(len(rows), np.int64)
    for mask, found in by_folds(data, rows, trees, [(without(fold), [fold]) for fold in range(bench_data.FOLDS)]):
        answers[mask] = found
    return answers


def out_of_fold_twice(data, first):
    """The second ensemble's answers, no page of the fold having been seen by either ensemble in any way.

    first: the first ensemble's answers out of fold. An ensemble that saw neither of two folds answers for both.
    """
    pairs = [(a, b) for a in range(bench_data.FOLDS) for b in range(a)]
    found = by_folds(data, data.features, FIRST_TREES, [(without(a, b), [a, b]) for a, b in pairs])
    final = np.zeros(len(data.features), np.int64)
    for fold in range(bench_data.FOLDS):
        inner = first.copy()
        for pair, (mask, answers) in zip(pairs, found):
            if fold in pair:
                other = pair[0] + pair[1] - fold
                inner[data.folds == other] = answers[data.folds[mask] == other]
        rows = np.hstack([data.features, data.context(inner)])
        held = data.folds == fold
        second = by_folds(data, rows, SECOND_TREES, [(without(fold), [fold])])[0][1]
        final[held] = np.where(first[held] < HOPELESS, first[held], second)
    return final


def write_predictions(data, answers, path):
    with open(path, "w", encoding="utf-8") as out:
        for page in data.pages:
            if page.is_further:
                continue
            rows = slice(page.rows.start, page.rows.stop)
            chosen = choice.choose(
                answers[rows], data.words[rows], data.kinds[rows],
                data.features[rows][:, data.names.index("tag")], data.ranges[rows],
                choice.plain(data.features[rows], data.names), page.texts)
            text = "\n".join(text for text, is_in in zip(page.texts, chosen) if is_in)
            out.write(json.dumps({"id": page.truth["id"], "text": text}) + "\n")


def write_source(data, first, folder):
    everything = np.ones(len(data.features), bool)
    rows = np.hstack([data.features, data.context(first)])
    swift_table.source(
        fit(data, data.features, everything, FIRST_TREES), fit(data, rows, everything, SECOND_TREES), folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench")
    parser.add_argument("features")
    parser.add_argument("--further", nargs=2, action="append", default=[], metavar=("BENCH_DIR", "FEATURES_DIR"))
    parser.add_argument("--out", help="write the predictions out of fold here")
    parser.add_argument("--write", metavar="FOLDER", help="train on all pages and write BlockModelTrees.swift into it")
    options = parser.parse_args()
    data = Data([(options.bench, options.features), *options.further])
    first = out_of_fold(data, data.features, FIRST_TREES)
    if options.write:
        write_source(data, first, options.write)
    if options.out:
        answers = out_of_fold_twice(data, first)
        write_predictions(data, answers, options.out)


if __name__ == "__main__":
    main()
