#!/usr/bin/env python3
"""Makes Sources/Values/Languages/NgramTables.swift: how common short strings are in each language.

  python3 -m venv .build-peers/language-tables
  .build-peers/language-tables/bin/pip install py3langid==0.4.0
  .build-peers/language-tables/bin/python Benchmarks/tables/languages.py > Sources/Values/Languages/NgramTables.swift

The source is the model of py3langid 0.4.0 (BSD-3-Clause, Adrien Barbaresi and Marco Lui): for 100,053 strings of up to
six bytes the probability, in each of 139 languages, that the longest of them which ends at some byte of a text is that
one. This script keeps languages that share a script with others, folds case and what is no letter, keeps the strings
that tell most for each language, and adds the probability of those left out to the longest kept string they end with.
Probabilities become whole steps of the natural logarithm. (-P keeps Python from taking this folder's scripts for modules.)
"""
import collections
import importlib.metadata
import math
import re
import sys
import textwrap

import numpy
from py3langid import langid

# The languages of each script that several share; the script alone tells any other.
LATIN = (
    "af az ca cs cy da de en eo es et eu fi fr fy ga gd gl ha hr hu id is it la lb lt lv ms mt no nl pl pt ro "
    "sk sl so sq sv sw tl tr uz vi yo zu"
).split()
SCRIPTS = {
    "latin": LATIN,
    "cyrillic": "ru uk be bg mk sr kk ky mn tg".split(),
    "arabic": "ar fa ur ps ug".split(),
    "devanagari": "hi mr ne".split(),
}
# Languages that hardly any text tells apart, which are taken together under the first one's tag.
TOGETHER = {"hr": ["hr", "bs", "sr"]}
# Where the model's name of a language isn't the usual one of BCP 47.
TAGS = {"no": "nb"}
# How many strings are kept for each language, besides all single letters: those that tell most against all the others
# together, and against each of its nearest.
KEPT, NEAREST, KEPT_NEAR = 100, 3, 100
# The natural logarithm of the least probability that is told from none, and of the greatest.
LEAST, STEPS = -12, 8


def is_of(script, character):
    """Whether a character is a letter of the script; the ranges stand in LanguageScript.swift too."""
    code = ord(character)
    if script == "latin":
        isBasic = 0x41 <= code < 0x5B or 0x61 <= code < 0x7B
        isFurther = 0xC0 <= code < 0x250 and code not in (0xD7, 0xF7) or 0x1E00 <= code < 0x1F00
        return isBasic or isFurther or code in (0x2BB, 0x2BC)
    if script == "cyrillic":
        return 0x400 <= code < 0x530
    if script == "arabic":
        return 0x620 <= code < 0x6F0 or 0x750 <= code < 0x780 or code == 0x200C
    return 0x900 <= code < 0x964 or 0x970 <= code < 0x980


def strings(identifier):
    """The model's strings in the order of its rows: the shortest way from the automaton's start to each output."""
    paths, found = {0: b""}, {}
    waiting = collections.deque([0])
    while waiting:
        state = waiting.popleft()
        output = identifier.tk_output[state]
        if output >= 0:
            found.setdefault(output, paths[state])
        for byte in range(256):
            following = identifier.tk_nextmove[identifier._rowbase[state] + byte]
            if following not in paths:
                paths[following] = paths[state] + bytes([byte])
                waiting.append(following)
    return [found[row] for row in range(len(found))]


def folded(raw, script):
    """The string in lower case with one space for what is no letter of the script; None where it ends inside a
    character."""
    begin = 0
    while begin < len(raw) and 0x80 <= raw[begin] < 0xC0:
        begin += 1
    try:
        text = raw[begin:].decode().replace("\u0130", "i").lower()
    except UnicodeDecodeError:
        return None
    return re.sub(" +", " ", "".join(c if is_of(script, c) else " " for c in text))


def columns(identifier, script, raws):
    """The model's columns of each language; of two scripts of a language the one that fits."""
    probe = {"latin": (b"na ", b" va", b"je ", b"a "), "cyrillic": ("\u043d\u0430".encode(), "\u0430 ".encode())}
    rows = [row for row, raw in enumerate(raws) if raw in probe.get(script, ())]

    def column(language):
        places = [place for place, name in enumerate(identifier.nb_classes) if name == language]
        return max(places, key=lambda place: (identifier.nb_ptc[rows, place].sum(), -place))

    return [
        [column(name) for name in TOGETHER.get(language, [language])] for language in SCRIPTS[script]
    ]


def table(identifier, script, raws):
    """The kept strings of a script with their probabilities in each of its languages."""
    places = columns(identifier, script, raws)
    shares = numpy.exp(numpy.asarray(identifier.nb_ptc).astype(numpy.float64))
    rows = numpy.stack([shares[:, some].mean(1) for some in places], axis=1)
    common = collections.defaultdict(lambda: numpy.zeros(len(places)))
    for raw, row in zip(raws, rows):
        text = folded(raw, script)
        if text and text != " ":
            common[text] += row
    total = sum(common.values())
    common = {text: row / total for text, row in common.items()}
    ends = collections.defaultdict(lambda: numpy.zeros(len(places)))
    for text, row in common.items():
        for begin in range(len(text)):
            if text[begin:] != " ":
                ends[text[begin:]] += row
    names = sorted(ends)
    shares = numpy.array([ends[name] for name in names])
    kept = {name for name in names if len(name) == 1}
    logs = numpy.log(shares)
    for language in range(len(places)):
        own = shares[:, language]

        def keep(against, count):
            telling = own * (logs[:, language] - against)
            kept.update(names[place] for place in numpy.argsort(-telling, kind="stable")[:count])

        keep(numpy.log(shares.mean(1)), KEPT)
        # Nearness by the divergence of the shares (Kullback and Leibler).
        apart = (own[:, None] * (logs[:, [language]] - logs)).sum(0)
        for other in numpy.argsort(apart, kind="stable")[1 : NEAREST + 1]:
            keep(logs[:, other], KEPT_NEAR)
    result = {name: numpy.zeros(len(places)) for name in sorted(kept)}
    for text, row in common.items():
        for begin in range(len(text)):
            if text[begin:] in result:
                result[text[begin:]] += row
                break
    return result


def token(name, row):
    """A string and its steps above nothing: its length, itself with _ for space, then for each language that has any
    a character that tells the languages passed over (0 to 10) and the steps (1 to 8); ~ passes over eleven."""
    codes, passed = "", 0
    steps_of = [min(max(round(math.log(share + 1e-9) - LEAST), 0), STEPS) for share in row]
    for steps in steps_of:
        # What all languages share tells none apart.
        steps -= min(steps_of)
        if steps == 0:
            passed += 1
            continue
        while passed > 10:
            codes += "~"
            passed -= 11
        codes += ALPHABET[passed * STEPS + steps - 1]
        passed = 0
    return f"{len(name)}{name.replace(' ', '_')}{codes}"


# The printable characters of ASCII but for space, quotation mark, number sign, backslash and ~, which passes over.
ALPHABET = "".join(chr(code) for code in range(33, 126) if chr(code) not in '"#\\')


def main():
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    raws = strings(identifier)
    licence = importlib.metadata.distribution("py3langid").read_text("licenses/LICENSE")
    print("// Made by Benchmarks/tables/languages.py, which says how; change that, not this.")
    print("// Derived from the model of py3langid 0.4.0, whose licence is:")
    print("//")
    for line in licence.strip().splitlines():
        print(f"// {line}".rstrip())
    print("\nextension LanguageScript {")
    print("  /// The tags of the script's languages, and its strings with how common each is in them.")
    print("  var tables: (tags: String, strings: String) {\n    switch self {")
    for script, languages in SCRIPTS.items():
        tags = " ".join(TAGS.get(language, language) for language in languages)
        print(f'    case .{script}:\n      (\n        """')
        print(textwrap.fill(tags, 110, initial_indent=" " * 8, subsequent_indent=" " * 8))
        print(f'        """, {script}Strings\n      )')
    print("    }\n  }\n}")
    for script in SCRIPTS:
        print(f'\nprivate let {script}Strings = #"""')
        line = " "
        for name, row in table(identifier, script, raws).items():
            text = token(name, row)
            if len(line) + 1 + len(text) > 110:
                print(line)
                line = " "
            line += " " + text
        print(f'{line}\n  """#')


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
