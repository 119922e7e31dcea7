"""Currencies by code, symbol and name; a shared name ("kroner", "pounds") is settled by a nation."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["CODES", "currency_after", "currency_before"]

CODES = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XOF XPF YER ZAR ZMW""".split()
)
"""ISO 4217 codes of money in use."""

_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "C$": "CAD", "CA$": "CAD", "Can$": "CAD",
    "CAN$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "J$": "JMD", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "JP¥": "JPY", "CN¥": "CNY", "₹": "INR", "₩": "KRW",
    "₴": "UAH", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "₸": "KZT",
    "₾": "GEL", "₵": "GHS", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "RMB": "CNY", "SFr": "CHF",
    "Rs": "INR", "Rs.": "INR", "Sh": "KES", "KSh": "KES", "Tk": "BDT", "RM": "MYR", "Rp": "IDR",
    "CFA": "XOF", "Euro": "EUR", "euro": "EUR",
}  # fmt: skip

_NAMES: dict[str, dict[str, str]] = {
    "dollar": {
        "": "USD", "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD",
        "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD",
        "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD", "jamaican": "JMD",
        "liberian": "LRD", "fijian": "FJD", "namibian": "NAD",
    },
    "euro": {"": "EUR"},
    "pound": {
        "": "GBP", "british": "GBP", "sterling": "GBP", "egyptian": "EGP", "sudanese": "SDG",
        "lebanese": "LBP", "syrian": "SYP", "south sudanese": "SSP",
    },
    "pound sterling": {"": "GBP"},
    "yen": {"": "JPY"},
    "yuan": {"": "CNY"},
    "renminbi": {"": "CNY"},
    "franc": {
        "": "CHF", "swiss": "CHF", "cfa": "XOF", "central african": "XAF", "rwandan": "RWF",
        "congolese": "CDF", "burundian": "BIF", "guinean": "GNF", "djiboutian": "DJF",
        "french": "FRF", "belgian": "BEF",
    },
    "krone": {"": "NOK", "norwegian": "NOK", "danish": "DKK", "faroese": "DKK"},
    "krona": {"": "SEK", "swedish": "SEK", "icelandic": "ISK"},
    "crown": {
        "": "CZK", "norwegian": "NOK", "danish": "DKK", "swedish": "SEK", "czech": "CZK",
        "icelandic": "ISK",
    },
    "koruna": {"": "CZK", "czech": "CZK"},
    "zloty": {"": "PLN"},
    "forint": {"": "HUF"},
    "lev": {"": "BGN"},
    "leu": {"": "RON", "romanian": "RON", "moldovan": "MDL"},
    "ruble": {"": "RUB", "russian": "RUB", "belarusian": "BYN"},
    "hryvnia": {"": "UAH"},
    "lira": {"": "TRY", "turkish": "TRY", "lebanese": "LBP", "syrian": "SYP"},
    "lari": {"": "GEL"},
    "tenge": {"": "KZT"},
    "dinar": {
        "": "IQD", "iraqi": "IQD", "kuwaiti": "KWD", "serbian": "RSD", "jordanian": "JOD",
        "algerian": "DZD", "libyan": "LYD", "tunisian": "TND", "bahraini": "BHD",
    },
    "dirham": {"": "AED", "emirati": "AED", "uae": "AED", "moroccan": "MAD"},
    "riyal": {"": "SAR", "saudi": "SAR", "qatari": "QAR", "omani": "OMR", "yemeni": "YER"},
    "rial": {"": "IRR", "iranian": "IRR", "omani": "OMR", "yemeni": "YER"},
    "shekel": {"": "ILS"},
    "rupee": {
        "": "INR", "indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepali": "NPR",
        "nepalese": "NPR", "mauritian": "MUR",
    },
    "taka": {"": "BDT"},
    "rupiah": {"": "IDR"},
    "ringgit": {"": "MYR"},
    "baht": {"": "THB"},
    "peso": {
        "": "MXN", "mexican": "MXN", "argentine": "ARS", "argentinian": "ARS", "philippine": "PHP",
        "filipino": "PHP", "colombian": "COP", "chilean": "CLP", "cuban": "CUP", "uruguayan": "UYU",
        "dominican": "DOP",
    },
    "real": {"": "BRL", "brazilian": "BRL"},
    "won": {"": "KRW", "south korean": "KRW", "north korean": "KPW"},
    "rand": {"": "ZAR"},
    "naira": {"": "NGN"},
    "cedi": {"": "GHS"},
    "shilling": {
        "": "KES", "kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS",
    },
    "birr": {"": "ETB"},
    "kwacha": {"": "ZMW", "zambian": "ZMW", "malawian": "MWK"},
    "afghani": {"": "AFN"},
    "dram": {"": "AMD"},
    "manat": {"": "AZN", "azerbaijani": "AZN", "turkmen": "TMT"},
    "som": {"": "KGS", "uzbek": "UZS"},
    "bolivar": {"": "VES"},
    "sol": {"": "PEN"},
    "guarani": {"": "PYG"},
    "special drawing right": {"": "XDR"},
}  # fmt: skip
_PLURALS = {
    "krone": ["kroner"], "krona": ["kronor", "kronas"], "lev": ["leva", "levs"],
    "leu": ["lei"], "real": ["reais"], "ruble": ["rubles", "roubles", "rouble"],
    "koruna": ["korunas", "koruny"], "zloty": ["zlotys", "zloties"], "sol": ["soles"],
    "dirham": ["dirhams"], "pound sterling": ["pounds sterling"], "bolivar": ["bolivares"],
}  # fmt: skip
# Words that are something else far more often than money, unless a nation or a plural says so.
_ONLY_PLURAL = frozenset({"real", "sol", "som", "won", "rand", "crown", "lev", "leu", "dram"})


@cache
def _forms() -> dict[str, str]:
    """Every written form of a currency's name, lower case, to its singular."""
    forms = {}
    for name in _NAMES:
        if name not in _ONLY_PLURAL or name in ("won", "rand"):
            forms[name] = name
        forms[name + "s"] = name
        for plural in _PLURALS.get(name, []):
            forms[plural] = name
    return forms


@cache
def _before_pattern() -> re.Pattern[str]:
    marks = [re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:(?:{'|'.join(sorted(CODES))})\$?|{'|'.join(marks)})[\s\u00a0]?$")


@cache
def _after_pattern() -> re.Pattern[str]:
    names = "|".join(
        re.escape(f).replace(r"\ ", r"\s+") for f in sorted(_forms(), key=len, reverse=True)
    )
    nations = "|".join(
        re.escape(n).replace(r"\ ", r"\s+")
        for n in sorted({n for by in _NAMES.values() for n in by if n}, key=len, reverse=True)
    )
    codes = "|".join(sorted(CODES))
    return re.compile(
        rf"[\s\u00a0-]*(?:(?:(?P<nation>(?i:{nations}))\s+)?(?P<name>(?i:{names}))(?!\w)"
        rf"|(?P<code>{codes})(?!\w)|(?P<mark>[€£$₴₽₺₪₹¥])(?!\w)|(?P<pln>zł|Kč|Ft)(?!\w))"
    )


def currency_before(text: str, end: int) -> tuple[str, int] | None:
    """The currency whose code or symbol stands right before `end`: (ISO code, where it starts)."""
    match = _before_pattern().search(text, max(0, end - 7), end)
    if match is None:
        return None
    mark = match.group().strip().strip("\u00a0")
    if mark == "COP" and match.group() == mark:
        return None  # COP31 is a conference
    code = _SYMBOLS.get(mark) or mark.removesuffix("$")
    return code, match.start()


def currency_after(text: str, start: int, *, around: str = "") -> tuple[str, int] | None:
    """The currency named right after `start`: (ISO code, where it ends).

    A name that several nations share is settled by the nation before it, then by a nation named
    in `around`, then by the currency of that name that is most reported.
    """
    match = _after_pattern().match(text, start)
    if match is None:
        return None
    if mark := match.group("mark") or match.group("pln"):
        return _SYMBOLS[mark], match.end()
    if code := match.group("code"):
        return code, match.end()
    name = _forms()[" ".join(match.group("name").lower().split())]
    by_nation = _NAMES[name]
    nation = " ".join((match.group("nation") or "").lower().split())
    if nation in by_nation and nation:
        return by_nation[nation], match.end()
    return _by_context(by_nation, around), match.end()


_COUNTRY_OF = {
    "norwegian": "norway", "danish": "denmark", "swedish": "sweden", "icelandic": "iceland",
    "czech": "czech", "canadian": "canad", "australian": "austral", "new zealand": "new zealand",
    "egyptian": "egypt", "pakistani": "pakistan", "argentine": "argentin", "colombian": "colombia",
    "philippine": "philippin", "kuwaiti": "kuwait", "serbian": "serbia", "jordanian": "jordan",
    "moldovan": "moldova", "romanian": "romania", "moroccan": "morocc", "qatari": "qatar",
    "ugandan": "uganda", "tanzanian": "tanzania",
}  # fmt: skip


def _by_context(by_nation: dict[str, str], around: str) -> str:
    """The nation named first around, of the candidates; dollars stay American."""
    if not around or by_nation[""] in ("USD", "GBP"):
        return by_nation[""]
    lowered = around.lower()
    named = [
        (min(at for at in (lowered.find(nation), lowered.find(_COUNTRY_OF.get(nation, "\0"))) if at >= 0), code)
        for nation, code in by_nation.items()
        if nation and (nation in lowered or _COUNTRY_OF.get(nation, "\0") in lowered)
    ]  # fmt: skip
    return min(named)[1] if named else by_nation[""]
