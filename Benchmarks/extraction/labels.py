"""What part of each block's words stands in a page's true main text, in its place."""
import re

WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
                  r"|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
SHORT = 5  # words; a shorter block must stand beside its neighbours in the truth too
REACH = 60  # words of the truth in which a short block is looked for


def words(text):
    return WORD.findall(text.lower())


def from_text(texts, truth):
    """For each block the share of its words that stand in the truth, from 0 to 1."""
    true = words(truth)
    places = {}
    for place in range(len(true)):
        for length in (1, 2, 3):
            if place + length <= len(true):
                places.setdefault(tuple(true[place:place + length]), []).append(place)
    blocks = [words(text) for text in texts]
    labels, spans = [None] * len(blocks), [None] * len(blocks)
    for number, block in enumerate(blocks):
        if len(block) >= SHORT:
            labels[number], spans[number] = coverage(block, places)
    for number, block in enumerate(blocks):
        if labels[number] is None:
            labels[number] = float(stands_near(number, block, places, labels, spans, true))
    return labels


def coverage(block, places):
    """The share of the words that belong to runs of three found in the truth, and about where those are."""
    covered = [False] * len(block)
    found = []
    for start in range(len(block) - 2):
        hits = places.get(tuple(block[start:start + 3]))
        if hits:
            covered[start:start + 3] = [True] * 3
            found.append((len(hits), hits[0] - start))
    share = sum(covered) / len(block)
    if not found or share < .5:
        return share, None
    rarest = min(found)
    return share, (rarest[1], rarest[1] + len(block))


def stands_near(number, block, places, labels, spans, true):
    """Whether the truth has the short block where its neighbours are."""
    if not block:
        return False
    hits = [hit for hit in places.get(tuple(block[:3]), ()) if true[hit:hit + len(block)] == block]
    if not hits:
        return False
    near = []
    for step in (-1, 1):
        place = number + step
        while 0 <= place < len(spans) and abs(place - number) <= 12:
            if spans[place] and labels[place] > .6:
                near.append(spans[place])
                break
            place += step
    return any(start - REACH <= hit <= end + REACH for hit in hits for start, end in near)


def squash(text):
    return re.sub(r"\s+", " ", text).strip()


def from_snippets(texts, wanted, unwanted):
    """1 for blocks with a wanted snippet, 0 with an unwanted one, None for all else."""
    labels = []
    wanted, unwanted = [squash(s) for s in wanted], [squash(s) for s in unwanted]
    for text in map(squash, texts):
        has = any(s in text or (len(text) > 20 and text in s) for s in wanted)
        hasnt = any(s in text or (len(text) > 20 and text in s) for s in unwanted)
        labels.append(None if has == hasnt else float(has))
    return labels
