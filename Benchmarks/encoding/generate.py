#!/usr/bin/env python3
"""Makes the tables of Sources/Text/Detection from translations: which letters follow which, in each language.

  python3 -m venv .build-peers/encoding-tables
  .build-peers/encoding-tables/bin/pip install --no-deps babel==2.18.0 django==5.2.19 wagtail==8.0.1
  .build-peers/encoding-tables/bin/python Benchmarks/encoding/generate.py [FOLDER]

The text is what Django and Wagtail say to their users (BSD-3-Clause, by their translators); for the few languages that
neither of them speaks, the names of languages, countries and currencies in CLDR (Unicode licence v3, through Babel).
Only counts leave this script, so no sentence of theirs is in the tables.
"""
import collections
import gettext
import glob
import math
import os
import re
import sys
import unicodedata

WEST = "windows-1252 iso-8859-15 macintosh"
CENTRAL = "windows-1250 iso-8859-2"
BALTIC = "windows-1257 iso-8859-13 iso-8859-4"
CYRILLIC = "windows-1251 iso-8859-5 x-mac-cyrillic"

# Language, its folders in the translations, and the encodings its text is found in. The order settles ties.
LANGUAGES = [
    ("en", "", WEST),
    ("de", "de", WEST),
    ("fr", "fr", WEST),
    ("es", "es es_AR es_CO es_MX es_VE es_419", WEST),
    ("pt", "pt pt_BR pt_PT", WEST),
    ("it", "it", WEST),
    ("nl", "nl", WEST),
    ("sv", "sv", WEST),
    ("da", "da", WEST),
    ("nb", "nb nn", WEST),
    ("fi", "fi", WEST),
    ("is", "is is_IS", WEST + " iso-8859-10"),
    ("ca", "ca", WEST),
    ("gl", "gl", WEST),
    ("eu", "eu", WEST),
    ("sq", "sq", WEST),
    ("ga", "ga", WEST + " iso-8859-14"),
    ("gd", "gd", WEST + " iso-8859-14"),
    ("cy", "cy", "iso-8859-14"),
    ("af", "af", WEST),
    ("br", "br", WEST),
    ("lb", "lb", WEST),
    ("fo", "CLDR", WEST + " iso-8859-10"),
    ("id", "id id_ID ms", WEST),
    ("pl", "pl", CENTRAL + " iso-8859-16"),
    ("cs", "cs", CENTRAL),
    ("hu", "hu", CENTRAL + " iso-8859-16"),
    ("sk", "sk sk_SK", CENTRAL),
    ("ro", "ro", CENTRAL + " iso-8859-16"),
    ("hr", "hr hr_HR bs sr_Latn", CENTRAL + " iso-8859-16"),
    ("sl", "sl", CENTRAL + " iso-8859-16"),
    ("hsb", "hsb dsb", CENTRAL),
    ("tr", "tr tr_TR", "windows-1254 iso-8859-3"),
    ("ku", "CLDR", "windows-1254"),
    ("lt", "lt", BALTIC + " iso-8859-10"),
    ("lv", "lv", BALTIC),
    ("et", "et", BALTIC + " windows-1252 iso-8859-15"),
    ("mt", "CLDR", "iso-8859-3"),
    ("eo", "eo", "iso-8859-3"),
    ("vi", "vi", "windows-1258"),
    ("ru", "ru", "windows-1251 koi8-r ibm866 iso-8859-5 x-mac-cyrillic"),
    ("uk", "uk", CYRILLIC + " koi8-u"),
    ("be", "be", CYRILLIC + " koi8-u"),
    ("bg", "bg", CYRILLIC + " koi8-r ibm866"),
    ("sr", "sr", CYRILLIC),
    ("mk", "mk", CYRILLIC),
    ("el", "el", "windows-1253 iso-8859-7"),
    ("he", "he he_IL", "windows-1255 iso-8859-8"),
    ("yi", "CLDR", "windows-1255 iso-8859-8"),
    ("ar", "ar ar_DZ", "windows-1256 iso-8859-6"),
    ("fa", "fa", "windows-1256"),
    ("ur", "ur", "windows-1256"),
    ("th", "th", "windows-874"),
]
EAST_ASIAN = [("zhHans", "zh_Hans"), ("zhHant", "zh_Hant"), ("ja", "ja"), ("ko", "ko")]

# Letters of a language's spelling that its translations may lack.
SPELLING = {
    "en": "éèêëàâçîïñóôöüáíãåæøœ", "de": "éèà", "fr": "ëïüÿœæç", "es": "üç", "pt": "üò", "it": "éîóú", "nl": "áèêïöüóç",
    "sv": "éàü", "da": "éöü", "nb": "òóôéàèüö", "fi": "åšžé", "is": "", "ca": "ñ·ï", "gl": "ïüç", "eu": "ñçü", "sq": "",
    "cy": "áàâäéèêëíìîïóòôöúùûüŵŷẁẃẅýỳÿ", "br": "âêîôüéè", "lb": "ëôêèöü", "id": "é", "af": "ïüûîôè", "cs": "ťďňó",
    "sk": "ŕôľĺ", "pl": "ż", "hu": "", "ro": "âî", "hr": "đ", "sl": "ćđ", "hsb": "ćńóřŕśźž", "tr": "âîûç", "lt": "ųūį",
    "lv": "ķļņģōŗ", "et": "šž", "mt": "èìòùâîħ", "vi": "ăâđêôơư", "ru": "ё", "uk": "ґ'", "be": "ё", "bg": "ѝ", "sr": "ђћ",
    "mk": "ѐѝѕ", "el": "ΐΰϋϊ", "fo": "øæ", "ga": "áéíóúḃċḋḟġṁṗṡṫ", "gd": "áéó",
}
LEAST = 5e-4  # the share given to each letter of the spelling, however rare the corpus has it

# Letters that old encodings hold in another shape; CharacterCost.swift folds what it reads in the same way.
SHAPES = str.maketrans("șțیکەێۆڵڕ", "şţيكەێۆڵڕ")
STEP = 0.25  # bits between two neighbouring values of a table
FIRST = 0x30  # the character that stands for 0 bits; 63 more follow, none of which Swift's raw literals mind
RAREST = 2e-5  # letters below this share of a language's letters are strangers to it


def translations(folders):
    """The messages of those languages; of none, the English originals."""
    texts = []
    for package in ("django", "wagtail"):
        root = os.path.dirname(__import__("importlib.util").util.find_spec(package).origin)
        for folder in folders or ["de"]:
            pattern = os.path.join(glob.escape(root), "**", "locale", folder, "LC_MESSAGES", "*.mo")
            for path in sorted(glob.glob(pattern, recursive=True)):
                with open(path, "rb") as handle:
                    catalogue = gettext.GNUTranslations(handle)._catalog
                for key, value in catalogue.items():
                    original = key if isinstance(key, str) else key[0]
                    if original:
                        texts.append(value if folders else original)
    return texts


def names(language):
    """What CLDR calls languages, countries, currencies, months and days."""
    from babel import Locale

    locale = Locale.parse(language)
    texts = [*locale.languages.values(), *locale.territories.values(), *locale.currencies.values()]
    for table in (locale.months, locale.days):
        for width in table["format"].values():
            texts += width.values()
    return texts


def words(texts):
    """What people read of the texts: no markup, no placeholders."""
    noise = re.compile(r"<[^>]*>|%\([^)]*\)\w?|%\w|\{[^}]*\}|&\w+;|https?:\S+|[\w.]+@[\w.]+")
    for text in texts:
        folded = unicodedata.normalize("NFC", noise.sub(" ", text)).lower().replace("i\u0307", "i").translate(SHAPES)
        yield from re.findall(r"(?:(?!\d|_)\w|[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0e31-\u0e4e])+", folded)


def toned(word):
    """Vietnamese as windows-1258 writes it: the tone is a character of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = []
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        out.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tone)
    return "".join(out)


def model(code, corpus):
    """The language's letters and, for each two, what the second costs after the first."""
    if code == "vi":
        corpus = [toned(word) for word in corpus]
    letters = collections.Counter("".join(corpus))
    total = sum(letters.values())
    foreign = {letter for letter in letters if letter > "\x7f" and letters[letter] >= max(2, total * RAREST)}
    foreign |= {letter for letter in SPELLING.get(code, "") if letter > "\x7f"}
    is_latin = sum(count for letter, count in letters.items() if "a" <= letter <= "z") * 2 > total
    if not is_latin:
        # The corpus speaks of software; Latin words say nothing about the language.
        corpus = [word for word in corpus if any(letter > "\x7f" for letter in word)]
    ascii_letters = "abcdefghijklmnopqrstuvwxyz" if is_latin else "a"
    alphabet = ascii_letters + "".join(sorted(foreign))
    place = {letter: number + 1 for number, letter in enumerate(alphabet)}
    size = len(alphabet) + 1
    pairs = [[0] * size for _ in range(size)]
    for word in corpus:
        before = 0
        for letter in word:
            number = place.get(letter if is_latin or letter > "\x7f" else "a", 0)
            pairs[before][number] += 1
            before = number
        pairs[before][0] += 1
    return alphabet, costs(pairs)


def costs(pairs):
    """Bits of each pair, smoothed towards the second letter's own share."""
    size = len(pairs)
    single = [sum(row[column] for row in pairs) for column in range(size)]
    least = sum(single) * LEAST
    single = [max(least, count) for count in single]
    whole = sum(single)
    weight = 4
    rows = []
    for row in pairs:
        count = sum(row)
        shares = [(row[c] + weight * single[c] / whole) / (count + weight) for c in range(size)]
        rows.append("".join(symbol(-math.log2(share)) for share in shares))
    return rows


def symbol(bits):
    return chr(FIRST + min(63, round(bits / STEP)))


def wrapped(text, width=96):
    return [text[start : start + width] for start in range(0, len(text), width)]


HEAD = """// Made by Benchmarks/encoding/generate.py, which says from what; change that, not this.
// Counted from the translations of Django and Wagtail (BSD-3-Clause) and names of CLDR (Unicode licence v3).

"""


def write_languages(path, found):
    lines = [
        HEAD + "extension LanguageModel {",
        "  /// Each language: its name, the encodings it is found in, its letters, and a row of costs for each of them.",
        "  static let tables: [(name: String, encodings: String, letters: String, costs: String)] = [",
    ]
    for code, encodings, (alphabet, rows) in found:
        lines += ["    (", f'      "{code}", "{encodings}",', f'      "{swift(alphabet)}",', '      #"""']
        lines += ["      " + line for line in wrapped("".join(rows))]
        lines += ['      """#', "    ),"]
    lines += ["  ]", "}", ""]
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\n".join(lines))


def swift(text):
    """The text inside a Swift literal; marks that would join the character before them are escaped."""
    out = []
    for letter in text:
        marks = unicodedata.category(letter).startswith("M") or unicodedata.bidirectional(letter) in ("R", "AL")
        out.append(f"\\u{{{ord(letter):X}}}" if marks else letter)
    return "".join(out)


def write_characters(path, found):
    lines = [
        HEAD + "extension CharacterModel {",
        "  /// For each language the characters that cost so many bits, commonest first.",
        "  static let tables: [(name: String, tiers: [(bits: Int, characters: String)])] = [",
    ]
    for name, tiers in found:
        lines += ["    (", f'      "{name}",', "      ["]
        for bits, characters in sorted(tiers.items()):
            lines += ["        (", f"          {bits},", '          """']
            lines += ["          " + line for line in wrapped(characters[:-1] + characters[-1], 48)]
            lines += ['          """', "        ),"]
        lines += ["      ]", "    ),"]
    lines += ["  ]", "}", ""]
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\n".join(lines))


def tiers(texts):
    """Characters by their cost in whole bits; what is seen once only is left to the cost of strangers."""
    counts = collections.Counter(letter for text in texts for letter in text if letter >= "\u3000")
    total = sum(counts.values())
    found = collections.defaultdict(str)
    for letter, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count > 1 and unicodedata.category(letter) in ("Lo", "Lm"):
            found[min(14, max(4, round(-math.log2(count / total))))] += letter
    return found


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "..", "..", "Sources", "Text", "Detection")
    found = []
    for code, folders, encodings in LANGUAGES:
        texts = names(code) if folders == "CLDR" else translations(folders.split())
        corpus = list(words(texts))
        found.append((code, encodings, model(code, corpus)))
        print(code, len(corpus), found[-1][2][0], file=sys.stderr)
    write_languages(os.path.join(folder, "LanguageTables.swift"), found)
    write_characters(
        os.path.join(folder, "CharacterTables.swift"),
        [(name, tiers(translations([language]))) for name, language in EAST_ASIAN])


if __name__ == "__main__":
    main()
