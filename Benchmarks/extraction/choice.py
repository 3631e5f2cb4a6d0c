"""Which blocks make the main text; the same rules as BlockChoice.swift."""
import numpy as np

LEAST, MOST = 200, 550  # thousandths
SMALL, ENOUGH, SURE = 300, 150, 700  # a page of fewer words has little around its content but what is called so
HOPELESS = 30
FAR = 99  # levels: there is no such element around
TERM, DESCRIPTION = 40, 31  # dt and dd, as Tag.swift numbers them
REPEATED = 70  # bytes, white space aside; a longer text counts once


def joined(p, words, kinds, tags, ranges):
    """Items of a list and rows of a table lean on each other, a heading on what follows it; a term stands with its description."""
    p, start = p.copy(), 0
    while start < len(p):
        end = start + 1
        while end < len(p) and kinds[end] == kinds[start] and (ranges[end, 0] == ranges[start, 0]).all():
            end += 1
        if kinds[start] in (1, 3) and end > start + 1:
            mean = (p[start:end] * words[start:end]).sum() // words[start:end].sum()
            p[start:end] = (p[start:end] + mean) // 2
        start = end
    for place in range(len(p) - 2, -1, -1):
        if kinds[place] == 2 and p[place] < p[place + 1]:
            p[place] = (2 * p[place] + 3 * p[place + 1]) // 5
    for place in range(len(p) - 2, -1, -1):
        if tags[place] == TERM and tags[place + 1] == DESCRIPTION:
            p[place] = max(p[place], p[place + 1])
    return p


def cautious(p):
    """Answers made smaller, those in the middle most; without it too much is taken."""
    return p * (1500 + p) // 2500


def best_bound(p, words):
    """The bound that promises the best F1 over words."""
    order = np.argsort(-p, kind="stable")
    chosen = np.cumsum(words[order]) * 1000
    right = np.cumsum((words * p)[order])
    last = np.append(p[order][1:] != p[order][:-1], True)  # equal answers are taken together
    scores = np.where(last, 2 * right / (chosen + (words * p).sum()), -1)
    return p[order][np.argmax(scores)]


def plain(features, names):
    """Whether neither links nor the elements around a block tell that it is no content."""
    column = lambda name: features[:, names.index(name)]  # noqa: E731
    inside = lambda name: column(name) < FAR  # noqa: E731
    told = (column("linkShare") > 500) | (inside("in.header") & ~inside("in.article") & ~inside("in.main"))
    for name in ("in.hidden", "in.nav", "in.aside", "in.footer", "in.form", "name.navigation", "name.foot", "name.social",
                 "name.advert", "name.side"):
        told |= inside(name)
    return ~told


def without_bare_headings(chosen, kinds):
    """A heading goes with what stands under it, if that is something and all of it is left out."""
    kept, has_dropped, has_kept = chosen.copy(), False, False
    for place in range(len(chosen) - 1, -1, -1):
        if kinds[place] == 2:
            if has_dropped and not has_kept:
                kept[place] = False
            has_dropped = has_kept = False
        else:
            has_dropped |= not chosen[place]
            has_kept |= chosen[place]
    return kept


def choose(p, words, kinds, tags, ranges, is_plain, texts):
    """Whether each block is chosen, by its answer in thousandths."""
    if not len(p) or p.max() < HOPELESS:
        return np.zeros(len(p), bool)
    p = cautious(joined(p, words, kinds, tags, ranges))
    if words.sum() < SMALL:
        chosen = without_bare_headings(p >= np.minimum(np.where(is_plain, ENOUGH, SURE), p.max()), kinds)
    else:
        chosen = p >= min(max(best_bound(p, words), LEAST), MOST, p.max())
    seen = set()
    for place in np.flatnonzero(chosen):
        if len("".join(texts[place].split()).encode()) > REPEATED:
            if texts[place] in seen:
                chosen[place] = False
            seen.add(texts[place])
    return chosen
