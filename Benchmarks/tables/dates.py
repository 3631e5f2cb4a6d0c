"""Writes Sources/Values/Dates/CLDRDateWords.swift: what CLDR's languages call months, weekdays and spans of time.

Source: Unicode CLDR through Babel (PyPI; months, weekdays, patterns, spans) and the ICU library of the system
("yesterday", "last month"); both Unicode License v3. Run: python3 dates.py > CLDRDateWords.swift
"""
import ctypes
import ctypes.util
import re
import unicodedata
from collections import defaultdict
from datetime import date

import babel
from babel import Locale
from babel.dates import parse_pattern
from babel.localedata import locale_identifiers

# Languages whose names all count; of the others only names that can hardly be anything else.
MAIN = """af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fo fr ga gl gu he hi hr hu hy id is it ja
ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb nn no ne nl or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk
tr uk ur uz vi zh zu""".split()
# Languages with patterns of "3 days ago"; the widest read ones.
RELATIVE = MAIN
UNITS = ["year", "month", "week", "day", "hour", "minute", "second"]


def fold(text):
    text = unicodedata.normalize("NFC", text).lower()
    text = re.sub(r"[\u200b-\u200f\u202a-\u202e\u061c]", "", text).replace("\u2019", "'").replace("\u02bc", "'")
    return re.sub(r"\s+", " ", text).strip()


def stripped(text):
    """Without the marks of Latin and Greek letters, and with the bare forms of Arabic ones."""
    text = re.sub("[\u0622\u0623\u0625]", "\u0627", text)
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not 0x300 <= ord(c) < 0x370)
    plain = plain.replace("\u0142", "l").replace("\u0131", "i").replace("\u0111", "d").replace("\u00f8", "o")
    return plain if re.match(r"^[a-z\u0370-\u03ff\u0600-\u06ff' .-]+$", plain) else text


def runs(text):
    return [m.span() for m in re.finditer(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]|['.\u05f3](?=[^\W\d_]))*\u05f3?", text)]


def with_fields(locale, pattern, day):
    """The formatted date in pieces: the field's letter ("" for text between) and its text."""
    pieces = []
    for m in re.finditer(r"'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+", pattern):
        if m.group(2):
            pieces.append((m.group(2), parse_pattern(m.group(0)).apply(day, locale)))
        else:
            pieces.append(("", m.group(1) if m.group(1) is not None else m.group(0)))
    return pieces


def words_of(pieces):
    """The words of a formatted date, each with the field that it touches."""
    text = "".join(p[1] for p in pieces)
    owner = []
    for field, part in pieces:
        owner += [field] * len(part)
    found = []
    for start, end in runs(text):
        fields = {f for f in owner[start:end] if f}
        found.append((text[start:end], fields, start, end))
    return found


def long_months(pieces):
    """A month's name of several words, with the letters that the pattern hangs on its end."""
    for place, (field, part) in enumerate(pieces):
        if field in ("M", "L") and " " in part and not re.search(r"[0-9]", part):
            after = pieces[place + 1][1] if place + 1 < len(pieces) else ""
            yield part + re.match(r"[^\W\d_]*", after).group(0)


def patterns(locale):
    made = [locale.date_formats[k].pattern for k in ("full", "long", "medium")]
    for key in ("yMMMd", "yMMMMd", "yMMMM", "yMMM", "MMMMd", "MMMd", "MMMMEd", "yMMMEd"):
        if key in locale.datetime_skeletons:
            made.append(locale.datetime_skeletons[key].pattern)
    return [p for p in made if not set("Ur") & set(re.sub(r"'[^']*'", "", p))]


months = defaultdict(lambda: defaultdict(set))
weekdays = defaultdict(set)
fillers = set()
orders = {}
relative = defaultdict(set)

for identifier in sorted(locale_identifiers()):
    locale = Locale.parse(identifier)
    main = locale.language in MAIN
    named = set()
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for month, name in locale.months.get(context, {}).get(width, {}).items():
                if not re.search(r"[0-9]", name):
                    named.add((month, fold(name)))
            if main:
                for number, name in locale.days.get(context, {}).get(width, {}).items():
                    weekdays[fold(name).rstrip(".")].add(number + 1)
    if main:
        for pattern in patterns(locale):
            for month in range(1, 13):
                day = date(2021, month, 4 + month)
                pieces = with_fields(locale, pattern, day)
                named |= {(month, fold(name)) for name in long_months(pieces)}
                for word, fields, start, end in words_of(pieces):
                    if re.search("[\u3040-\u9fff\uac00-\ud7af]", word):
                        continue
                    if fields & set("ML") and not re.search(r"[0-9]", word):
                        if not any(" " in p[1] for p in pieces if p[0] in ("M", "L")):
                            named.add((month, fold(word)))
                    elif fields & set("Ec"):
                        if " " not in fold("".join(p[1] for p in pieces if p[0] in ("E", "c"))):
                            weekdays[fold(word).rstrip(".")].add(day.weekday() + 1)
                    elif not fields & set("G"):
                        fillers.add(fold(word).rstrip("."))
    for month, name in named:
        name = name.rstrip(".")
        if not main and (len(name) < 5 and name.isascii() or " " in name):
            continue
        if name.startswith("de ") or "\u1820" <= name[0] <= "\u18aa":
            continue
        if len(name) < 2 and not re.match("[\u4e00-\u9fff]", name):
            continue
        for form in {name, stripped(name)}:
            months[form][month].add(locale.language)
    order = "".join(dict.fromkeys(c for c in re.sub(r"'[^']*'", "", locale.date_formats["short"].pattern) if c in "yMd"))
    orders[identifier.replace("_", "-")] = order.lower()
    if locale.language in RELATIVE:
        for unit in UNITS:
            for key in (unit, unit + "-short"):
                for sense, sign in (("past", -1), ("future", 1)):
                    table = locale._data["date_fields"].get(key, {}).get(sense, {})
                    for text in dict(table).values():
                        if "{0}" in text:
                            relative[(unit, sign)].add(fold(text).replace("{0}", "#"))

icu = ctypes.CDLL(ctypes.util.find_library("icui18n"))
version = re.search(r"\.so\.(\d+)", ctypes.util.find_library("icui18n")).group(1)
opened = getattr(icu, "ureldatefmt_open_" + version)
opened.restype = ctypes.c_void_p
opened.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p]
formatted = getattr(icu, "ureldatefmt_format_" + version)
formatted.argtypes = [ctypes.c_void_p, ctypes.c_double, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
named_spans = defaultdict(set)
for language in RELATIVE:
    status = ctypes.c_int(0)
    formatter = opened(language.encode(), None, 0, 256, ctypes.byref(status))
    if status.value > 0 or not formatter:
        continue
    for unit, code in (("year", 0), ("month", 2), ("week", 3), ("day", 4)):
        for offset in (-2, -1, 0, 1, 2):
            buffer = ctypes.create_string_buffer(400)
            status = ctypes.c_int(0)
            length = formatted(formatter, offset, code, buffer, 190, ctypes.byref(status))
            text = fold(buffer.raw[: length * 2].decode("utf-16-le"))
            if not re.search(r"\d", "".join(str(unicodedata.digit(c, c)) for c in text)):
                for form in {text, stripped(text)}:
                    named_spans[form].add((unit, offset))

# Names of weekdays in English are no months of a rarer language.
english = {fold(n).rstrip(".") for w in ("wide", "abbreviated") for n in Locale("en").days["format"][w].values()}
for name in english & set(months):
    del months[name]

lines = []


def put(tag, names):
    line = tag
    for name in sorted(names):
        piece = " " + name.replace(" ", "_")
        if len(line) + len(piece) > 112:
            lines.append(line)
            line = tag
        line += piece
    if line != tag:
        lines.append(line)


single = defaultdict(set)
conflicted = defaultdict(set)
for name, meanings in months.items():
    strong = {m: {l for l in s if l in MAIN} for m, s in meanings.items()}
    kept = {m: s for m, s in strong.items() if s}
    if not kept and len(meanings) == 1:
        kept = meanings
    if len(kept) == 1:
        single[next(iter(kept))].add(name)
    else:
        for month, languages in kept.items():
            conflicted[(month, ",".join(sorted(languages)))].add(name)
for month in range(1, 13):
    put(f"m{month}", single[month])
for (month, languages), names in sorted(conflicted.items()):
    put(f"c{month}:{languages}", names)
for number in range(1, 8):
    names = {n for n, s in weekdays.items() if s == {number} and len(n) > 1}
    names |= {stripped(n) for n in names}
    # Arabic without its article.
    put(f"w{number}", names | {n[2:] for n in names if n.startswith("\u0627\u0644") and len(n) > 5})
put("w0", {n for n, s in weekdays.items() if len(s) > 1 and len(n) > 1})
put("f", {w for w in fillers if len(w) < 14 and not re.match(r"[\u3040-\u9fff\uac00-\ud7af]", w)})
for unit in UNITS:
    for sign in (-1, 1):
        names = relative[(unit, sign)] - relative[(unit, -sign)]
        names = {n for n in names if not any(n in relative[(u, s)] for u in UNITS for s in (-1, 1) if (u, s) != (unit, sign))}
        put(f"r{unit}:{sign}", names | {stripped(n) for n in names if "#" in stripped(n)})
spans = defaultdict(set)
for text, meanings in named_spans.items():
    if len(meanings) == 1:
        spans[next(iter(meanings))].add(text)
for (unit, offset), names in sorted(spans.items()):
    put(f"s{unit}:{offset}", names)

base = {k: v for k, v in orders.items() if "-" not in k}
base["en"] = ""
byorder = defaultdict(set)
for identifier, order in orders.items():
    parts = identifier.split("-")
    short = parts[0] + "-" + parts[-1] if len(parts) > 1 and len(parts[-1]) in (2, 3) else parts[0]
    if short not in base and len(parts) < 3 and base.get(parts[0]) != order:
        byorder[order].add(short)
for language, order in base.items():
    if order and language in MAIN:
        byorder[order].add(language)
for order in sorted(byorder):
    put("o" + order, byorder[order])

print(f"""// Generated by Benchmarks/tables/dates.py from Unicode CLDR, as Babel {babel.__version__} and ICU {version} hold it.
// Unicode License v3, https://www.unicode.org/license.txt

/// What CLDR's languages call months (`m`, and `c` where languages differ), weekdays (`w`, Monday is 1), the words
/// between them (`f`), spans of time before or after now (`r`, `#` for the number), days and spans by name (`s`), and
/// the order in which locales write a short date's parts (`o`); one tag a line, `_` for a space.
let cldrDateWords = #\"\"\"
  """ + "\n  ".join(lines) + "\n  \"\"\"#")
