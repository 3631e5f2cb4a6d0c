"""What the first ensemble's answers around a block tell of it; the same integers as ContextFeatures.swift makes."""
import numpy as np

NAMES = ["p", "p-1", "p+1", "p-2", "p+2", "p-3", "p+3", "near", "around", "parent", "grand", "great", "item", "list",
         "pattern", "patternCount", "page", "highest", "heading", "fromFirst", "fromLast", "before", "runLength",
         "parentMost", "listMost"]
LIKELY = 500  # thousandths


def mean_by_ranges(sums, weights, start, end):
    return (sums[end] - sums[start]) // np.maximum(1, weights[end] - weights[start])


def of_page(p, words, ranges, patterns, kinds):
    """One row a block.

    p: thousandths; words: at least 1; ranges: (blocks, 5, 2), of the page's blocks; kinds: 2 is a heading.
    """
    count = len(p)
    place = np.arange(count)
    sums = np.concatenate([[0], np.cumsum(p * words)])
    weights = np.concatenate([[0], np.cumsum(words)])
    columns = [p]
    for step in (1, 2, 3):
        for sign in (-1, 1):
            columns.append(np.where((place + sign * step >= 0) & (place + sign * step < count),
                                    p[np.clip(place + sign * step, 0, count - 1)], -1))
    for reach in (2, 6):
        columns.append(mean_by_ranges(sums, weights, np.maximum(0, place - reach), np.minimum(count, place + reach + 1)))
    for level in range(ranges.shape[1]):
        columns.append(mean_by_ranges(sums, weights, ranges[:, level, 0], ranges[:, level, 1]))
    by_pattern, pattern_words, pattern_count = (np.zeros(count, np.int64) for _ in range(3))
    np.add.at(by_pattern, patterns, p * words)
    np.add.at(pattern_words, patterns, words)
    np.add.at(pattern_count, patterns, 1)
    columns.append(by_pattern[patterns] // np.maximum(1, pattern_words[patterns]))
    columns.append(pattern_count[patterns])
    columns.append(np.full(count, sums[-1] // max(1, weights[-1])))
    columns.append(np.full(count, p.max()))
    columns.append(last_heading(p, kinds))
    likely = np.flatnonzero(p >= LIKELY)
    columns.append(place - (likely[0] if len(likely) else 0))
    columns.append(place - (likely[-1] if len(likely) else count))
    columns.append(sums[:-1] * 1000 // max(1, sums[-1]))
    columns.append(run_length(p))
    for level in (0, 4):
        likely_sums = np.concatenate([[0], np.cumsum(np.where(p >= LIKELY, words, 0))])
        start, end = ranges[:, level, 0], ranges[:, level, 1]
        columns.append((likely_sums[end] - likely_sums[start]) * 1000 // max(1, likely_sums[-1]))
    return np.clip(np.stack(columns, axis=1), -2000, 32000).astype(np.int16)


def last_heading(p, kinds):
    """The answer for the heading the block stands under; -1 where there is none."""
    found, last = np.empty(len(p), np.int64), -1
    for place in range(len(p)):
        found[place] = last
        if kinds[place] == 2:
            last = p[place]
    return found


def run_length(p):
    """How many blocks there are in the run of equally likely or unlikely ones."""
    likely = p >= LIKELY
    bounds = np.flatnonzero(np.diff(likely)) + 1
    starts = np.concatenate([[0], bounds])
    ends = np.concatenate([bounds, [len(p)]])
    return np.repeat(ends - starts, ends - starts)
