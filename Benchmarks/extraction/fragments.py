#!/usr/bin/env python3
"""Makes small, clean pages to train on, which a crawl hardly has: pages of a bench cut down to their content.

  fragments.py BENCH_DIR OUT_DIR [--pages N]

Each keeps the element with most of the true text and some of its children, half of them without classes and ids, most
with the page's own navigation and footer around it. OUT_DIR is a bench folder too. Needs lxml.
"""
import argparse
import gzip
import json
import os
import random

import lxml.html
from lxml import etree

import labels

MOST_TEXT, MOST_NODES = 30_000, 6_000
CHILDREN = [3, 4, 6, 8, 12, 20, 1000]
NAMES = ("class", "id", "itemprop", "role")


class Fragment:
    def __init__(self, document, true):
        self.document, self.body = document, document.find("body")
        self.triples = set(triples(true))

    def hits(self, element):
        """How many runs of three words the truth has too, and how many words there are."""
        own = labels.words(" ".join(text for text in element.itertext() if text.strip()))
        return sum(triple in self.triples for triple in zip(own, own[1:], own[2:])), len(own)

    def content(self):
        """The deepest element with nearly all of the true text; None where that is nothing or the whole body."""
        total = self.hits(self.body)[0]
        if total < 8:
            return None
        element = self.body
        while True:
            inner = [child for child in element if isinstance(child.tag, str) and self.hits(child)[0] >= .85 * total]
            if not inner:
                return None if element is self.body else element
            element = inner[0]

    def beside(self, content, *tags):
        """The first element of these tags that is short and has nothing to do with the content."""
        element = next(self.body.iter(*tags), None)
        if element is None or content in element.iter() or element in content.iter():
            return ""
        hits, count = self.hits(element)
        return markup(element) if hits < 5 and count < 120 else ""

    def write(self, dice):
        """The page's markup, or None."""
        drop(self.body.iter("script", "style", "noscript", etree.Comment))
        content = self.content()
        if content is None:
            return None
        is_alone = dice.random() < .25
        head = "" if is_alone else self.beside(content, "nav", "header")
        foot = "" if is_alone else self.beside(content, "footer")
        drop([child for child in content if isinstance(child.tag, str)][dice.choice(CHILDREN):])
        if dice.random() < .5:
            strip_names(content)
        title = self.document.findtext(".//title") if dice.random() < .6 else None
        title = f"<title>{title.replace('<', '&lt;')}</title>" if title else ""
        return f"<html><head>{title}</head><body>{head}{markup(content)}{foot}</body></html>"


def triples(text):
    own = labels.words(text)
    return zip(own, own[1:], own[2:])


def markup(element):
    return lxml.html.tostring(element, encoding="unicode", with_tail=False)


def drop(elements):
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def strip_names(content):
    for element in content.iter():
        if isinstance(element.tag, str):
            for name in NAMES:
                element.attrib.pop(name, None)


def make(bench, truth, dice):
    with gzip.open(os.path.join(bench, "pages", truth["id"] + ".html.gz")) as handle:
        try:
            document = lxml.html.document_fromstring(handle.read().decode("utf-8"))
        except (UnicodeDecodeError, ValueError, etree.LxmlError):
            return None
    body = document.find("body")
    if body is None or sum(1 for _ in body.iter()) > MOST_NODES:
        return None
    return Fragment(document, truth["main_text"]).write(dice)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench")
    parser.add_argument("out")
    parser.add_argument("--pages", type=int, default=420)
    options = parser.parse_args()
    dice = random.Random(7)
    with open(os.path.join(options.bench, "truth.jsonl"), encoding="utf-8") as handle:
        truths = [json.loads(line) for line in handle]
    truths = [truth for truth in truths if truth.get("main_text") and truth["dataset"] != "readability"
              and len(truth["main_text"]) < MOST_TEXT]
    dice.shuffle(truths)
    os.makedirs(os.path.join(options.out, "pages"), exist_ok=True)
    count = 0
    with open(os.path.join(options.out, "truth.jsonl"), "w", encoding="utf-8") as out:
        for truth in truths:
            page = make(options.bench, truth, dice) if count < options.pages else None
            if page is None:
                continue
            count += 1
            truth = {name: value for name, value in truth.items() if name not in ("must_have", "must_not")}
            truth["id"] = "fragment-" + truth["id"]
            with open(os.path.join(options.out, "pages", truth["id"] + ".html.gz"), "wb") as packed:
                packed.write(gzip.compress(page.encode(), mtime=0))
            out.write(json.dumps(truth) + "\n")
    print(count, "pages")


if __name__ == "__main__":
    main()
