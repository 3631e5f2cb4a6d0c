"""Writes Sources/Values/Numbers/NumberTables.swift: how the locales write numbers, and what currencies are called.

Locales and the names of currencies come from Unicode CLDR as Babel carries it (Babel: BSD-3-Clause; CLDR: Unicode
License v3). The signs below are our own list of what shops and price tags write.

    python3 numerals.py > ../../Sources/Values/Numbers/NumberTables.swift

(-P, since the script is called like a module of the standard library; needs: pip install Babel)
"""

import unicodedata

import babel
from babel import Locale, localedata

# Signs that mean money wherever they stand beside a number. `-` where several currencies share one.
SIGNS = """
USD us$|us $|u.s. $|u.s $|abd $|usd$|usd $|$us
AUD a$|au$|au $|aud$|aud $
CAD c$|c $|ca$|ca $|cad$|cad $|can$|cdn$|cdn $|cnd$|cnd
NZD nz$|nz $|nzd$|nzd $
SGD s$|sg$|sgd$|sgd $
HKD hk$|hk $|hkd$|hkd $
TWD nt$|nt $|ntd$|ntd|twd$
MXN mx$|mex$|mex $|mxn$|mxn $
BRL r$|br$|brl$
NAD n$
FJD fj$
JMD j$|jm$
BBD bds$|bbd$
BZD bz$
TTD tt$
XCD ec$
GYD g$|gy$
BMD bd$
BND b$
SBD si$
SRD sr$|srd$
KYD ci$
LRD l$|ld$
CUC cuc$
CUP $mn|cup$
DOP rd$
CLP clp$
COP col$|cop$
ARS ar$|ars$
UYU $u|uyu$
BOB $b|bs.
NIO nio$
MOP mop$
ZWL z$
TOP t$
WST ws$
- $
EUR €
GBP gbp£
- £|￡
FKP fk£
EGP e£|ج.م|جنيه
LBP ل.ل|l£
SYP ل.س|£s
SSP ss£
CNY cn¥|元|圆|圓|人民币|人民幣|rmb|元人民币
JPY jp¥|円|日元|日圓
- ¥
INR ₹|रुपये|रु
- ₨
RUB ₽|руб|руб.|рублей|рубля|рубль|rbl
UAH ₴|грн|грн.|гривень|гривна
PLN zł|zl
CZK kč
TRY ₺
ILS ₪|ש"ח|ש״ח|ש'ח|ש׳ח
KRW ₩|￦|원
VND ₫|đ|vnđ
THB ฿|บาท
PHP ₱
NGN ₦
GHS ₵|gh₵|gh¢
CRC ₡
PYG ₲|₲s
KZT ₸|тг|тг.|тенге
MNT ₮|төг
LAK ₭|₭n
KHR ៛
GEL ₾|ლ|ლარი
AMD ֏|դր|դր.|դրամ
AZN ₼
AFN ؋
BDT ৳|টাকা
LKR රු|ரூ|slrs
BGN лв|лв.
MKD ден|ден.
RSD дин|дин.|рсд|динара
BTN nu.
ERN ናቕፋ|ናቅፋ|نافكا|ناكفا
ETB ብር
AED د.إ|درهم
SAR ر.س
QAR ر.ق
OMR ر.ع|ر.ع.
YER ر.ي
BHD د.ب|.د.ب
KWD د.ك|دينار كويتي
JOD د.ا
IQD د.ع|ع.د
LYD ل.د|د.ل
TND د.ت
DZD دج|د.ج
MAD د.م|د.م.
SDG ج.س|ج.س.
SOS ش.ص
IRR ریال
- rs|rs.|kr|kr.
TRY tl
- تومان|ريال|دينار|﷼|ش.ج
RWF r₣
- ₣|ƒ|₶
BTC ₿
FRF ₣f
PAB b/.
PEN s/.
IDR rp|rp.
"""

# Signs that mean money only in a field known to hold a price, where nothing else stands beside the number.
FIELD_SIGNS = """
- k|l|d|e|g|p|q|m|t|с|р|р.|f|fr|fr.|br|re|re.|sr|mk|bs|lei|cf|cfa|fcfa|f cfa|pt|den|din|din.|dinara|sh|ks|ld|id|sl|le|ll|ls|c$|som|сом
ALL lek|lekë
AOA kz
ANG naf
AWG afl|afl.
AZN man|man.
BAM km|км
BDT tk|tk.
BHD bd
BIF fbu
BTN nu
CDF fc
CHF sfr|sfr.|chf.
CVE esc
DEM dm
DJF fdj
DKK dkr
DZD da
EGP l.e.
ERN nfk
EUR евро
HUF ft
MYR rm
PEN s/
GMD dalasi
GNF fg
GTQ quetzal
HRK kn
ILS nis
ISK isk.
JOD jd
KES ksh|ksh.
KWD kd
LYD lyd.
MAD dh|dhs|dhs.
MGA ar
MRU um
MVR rf
MZN mt|mtn
NOK nkr
NPR nrs
OMR ro
PYG gs|gs.
QAR qr
RON ron.|lei
RWF frw|rwf.
SEK skr
STN db
TJS sm
TND dt
TZS tsh
UAH hrn
UGX ush
UZS so'm|sʻ|s'|soʻm|сўм|сум
VES bs.f|bs.s|bs.d
VUV vt
GBP stg
XPF xpf.|cfp
YER yr
ZAR r
ZMW zk
"""

# Words for money in running text, beyond CLDR's full names.
WORDS = """
- dollar|dollars|dolares|달러|डॉलर|dolar|doları|frank|frankı|파운드|프랑|पाउंड|फ़्रैंक|livre|libra|roupies|rupia|rupias|pound|pounds|franc|francs|peso|pesos|rupee|rupees|krona|kronor|krone|kroner|dinar|dinars|dinara|dirham|dirhams|rial|rials|riyal|riyals|lira|liras|dólar|dólares|dollaro|dollari|dollár|franken|francos|franchi|rupien|kronen|libras|livres|sterline
USD us dollar|us dollars|u.s. dollar|u.s. dollars|american dollar|american dollars|united states dollar|united states dollars|usd dollars|dólares estadounidenses|dollars américains|us-dollar|us-dollars|amerikanische dollar|美元|美金|ドル|米ドル|доллар|доллара|долларов
GBP pound sterling|sterlin|pounds sterling|sterling|british pounds|british pound|quid|英镑|ポンド|фунтов
EUR euro|euros|d'euros|евро|avro|यूरो|欧元|ユーロ|유로|ευρώ
JPY yen|yens|ienes|येन|japanese yen|yenes|엔
CNY yuan|yuans|위안|chinese yuan|renminbi|kuai|块
NLG dutch guilder|dutch guilders|guilder|guilders
DEM deutsche mark|deutsche marks|german marks|d-marks
FRF french franc|french francs
CHF swiss franc|swiss francs|schweizer franken|瑞士法郎
KRW won|korean won|south korean won
RUB rouble|roubles|ruble|rubles|rubel
PLN zloty|zlotys|zlote|złoty|złotych
TRY turkish lira|turkish liras
THB baht
VND dong
INR indian rupee|indian rupees
GEL lari
KZT tenge
UAH hryvnia|hryvnias
ILS shekel|shekels
ZAR rand
HUF forint|forints
BTC bitcoin|bitcoins
HKD 港元|港币|香港ドル
TWD 台币|新台币|台湾ドル
KES kenyan shillings
SEK spänn
RON leu|lei
NGN naira|ナイラ
MYR ringgit
IDR rupiah
BRL reais|real brasileiro
"""

# Coins: written amounts keep their unit.
COINS = """
cent cent|cents|¢|centavo|centavos|centime|centimes|centesimo|centesimi|céntimo|céntimos|centimos|セント|센트|सेंट
pence pence|penny|pennies|peniques|펜스|पेंस
kopeck kopeck|kopecks|копеек|копейки
öre öre|øre
kuruş kuruş
grosz grosz|grosze|groszy
paisa paisa|paise
sen sen|銭
"""

# Currencies out of use that texts and price tables still name.
FORMER = ["DEM", "FRF", "NLG", "ITL", "ESP", "ATS", "BEF", "FIM", "IEP", "PTE", "GRD", "HRK", "SLL", "ZWL", "CUC"]
SPEAKING = ["de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr", "ru", "uk"]
TRADED = [
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "TRY", "RUB", "UAH", "INR", "BRL", "MXN", "HKD", "SGD", "KRW",
]


def symbols(locale):
    every = locale.number_symbols
    return every["latn"] if "latn" in every else every


def conventions():
    """`language` and `language-REGION` with their decimal sign; a region only where it differs from its language."""
    languages, regions = {}, {}
    for name in localedata.locale_identifiers():
        locale = Locale.parse(name)
        if locale.script or locale.variant or len(locale.language) > 2:
            continue
        sign = symbols(locale).get("decimal")
        if locale.territory is None:
            languages[locale.language] = sign
        else:
            regions[f"{locale.language}-{locale.territory}"] = sign
    commas = sorted(name for name, sign in languages.items() if sign == ",")
    points = sorted(name for name, sign in languages.items() if sign == ".")
    odd = {tag: sign for tag, sign in regions.items() if sign in ".," and languages.get(tag[:2]) not in (sign, None)}
    return (
        commas + sorted(tag for tag, sign in odd.items() if sign == ","),
        points + sorted(tag for tag, sign in odd.items() if sign == "."),
    )


def codes():
    current = set()
    for territory, held in babel.core.get_global("territory_currencies").items():
        current |= {entry[0] for entry in held if entry[2] is None and entry[3]}
    return sorted(current | set(FORMER) | {"BTC"})


def dollars():
    """Region and currency, for the regions of English, Spanish, Chinese and French that call their money `$`."""
    found = {}
    for name in localedata.locale_identifiers():
        locale = Locale.parse(name)
        if locale.territory is None or locale.script:
            continue
        held = babel.core.get_global("territory_currencies").get(locale.territory, [])
        now = [entry[0] for entry in held if entry[2] is None and entry[3]]
        if now and locale.currency_symbols.get(now[0]) == "$":
            found[locale.territory] = now[0]
    return found


def parsed(block):
    """(code, phrase) of a list; a code before `$` is left out, since the readers take that as code and sign."""
    for line in block.strip().splitlines():
        code, names = line.split(" ", 1)
        for phrase in names.split("|"):
            if phrase.endswith("$") and phrase[:-1].strip().upper() in CODES:
                continue
            yield code, unicodedata.normalize("NFC", phrase.lower())


def full_names():
    """(code, name) of every currency in English, and of the traded ones in the languages of the list."""
    for code in codes():
        for form in ("one", "other"):
            name = Locale("en")._data["currency_names_plural"].get(code, {}).get(form)
            if name:
                yield code, name.lower()
    for language in SPEAKING:
        data = Locale(language)._data["currency_names_plural"]
        for code in TRADED:
            for name in sorted(set(data.get(code, {}).values())):
                if " " in name or "-" in name:
                    yield code, unicodedata.normalize("NFC", name.lower())


def gathered(*sources):
    """Phrases by code, each phrase once; a phrase of two currencies belongs to `-`."""
    owners = {}
    for source in sources:
        for code, phrase in source:
            owners.setdefault(phrase, []).append(code)
    rows = {}
    for phrase, named in owners.items():
        code = named[0] if len(set(named)) == 1 or named[0] == "-" or named[0] in COIN_NAMES else "-"
        rows.setdefault(code, []).append(phrase)
    return [f"{code} {'|'.join(sorted(rows[code]))}" for code in sorted(rows)]


CODES = set(codes())
COIN_NAMES = {code for code, _ in parsed(COINS)}


def wrapped(words, width=105):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line + " \\")
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]


def broken(row, width=105):
    """A row in several lines of the same code, none longer than the width."""
    code, names = row.split(" ", 1)
    lines, line = [], code
    for name in names.split("|"):
        if line != code and len(line) + 1 + len(name) > width:
            lines.append(line)
            line = code
        line = f"{line} {name}" if line == code else f"{line}|{name}"
    return lines + [line]


def literal(name, meaning, lines):
    print(f"  /// {meaning}")
    print(f"  static let {name} = #\"\"\"")
    for line in lines:
        print(f"    {line}".replace(" \\", " \\#"))
    print('    """#\n')


def main():
    commas, points = conventions()
    print("// Generated by Benchmarks/tables/numerals.py; do not edit.")
    print(f"// Sources: Unicode CLDR as in Babel {babel.__version__} (Unicode License v3), and the script's own lists.\n")
    print("/// How locales write numbers, and what currencies are called.")
    print("enum NumberTables {")
    literal("commaLocales", "Locales with a decimal comma.", wrapped(commas))
    literal("pointLocales", "Locales with a decimal point.", wrapped(points))
    literal("currencyCodes", "Codes of ISO 4217 in use, some former ones, and `BTC`.", wrapped(codes()))
    dollar_rows = [f"{region}:{code}" for region, code in sorted(dollars().items())]
    literal("dollarRegions", "Regions whose money is written `$`, and its code.", wrapped(dollar_rows))
    tables = [
        ("signs", "Signs that mean money beside any number; `-` where several currencies share one.",
         gathered(parsed(SIGNS))),
        ("fieldSigns", "Signs that mean money only in a field that holds a price.", gathered(parsed(FIELD_SIGNS))),
        ("currencyWords", "Words for money.", gathered(parsed(WORDS), full_names())),
        ("coins", "Words for coins.", gathered(parsed(COINS))),
    ]
    for name, meaning, rows in tables:
        literal(name, meaning, [line for row in rows for line in broken(row)])
    print("}")


main()
