"""Sums of money with their currency as ISO 4217: "$350 million", "300m euros", "Rs 5 crore", "a 2 billion-dollar deal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanudo.detail.amounts import NUMBER, Number, numbers, value_of
from sanudo.detail.passage import Passage, Span
from sanudo.details import Amount

# Signs and abbreviations that stand before the sum. "Rs", "¥" and the like mean the currency of the party that has one so called.
SIGNS = {
    "us$": "USD", "usd": "USD", "a$": "AUD", "au$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "nt$": "TWD", "$": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "₹": "INR", "inr": "INR",
    "pkr": "PKR", "₽": "RUB", "rub": "RUB", "₩": "KRW", "krw": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND",
    "jpy": "JPY", "cny": "CNY", "rmb": "CNY", "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK",
}  # fmt: skip
# Words after the sum that name one currency.
WORDS = {
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "rouble": "RUB", "ruble": "RUB", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY",
    "shekel": "ILS", "rand": "ZAR", "zloty": "PLN", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "hryvnia": "UAH", "taka": "BDT",
    "naira": "NGN", "forint": "HUF", "afghani": "AFN", "birr": "ETB", "manat": "AZN", "tenge": "KZT", "dong": "VND", "usd": "USD", "eur": "EUR",
}  # fmt: skip
# Words that several states have for their money: the one that takes part says which; the first stands where none does (empty: none).
SHARED = {
    "rs": ("", {"IND": "INR", "PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR"}),
    "rupee": ("", {"IND": "INR", "PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR"}),
    "¥": ("", {"JPN": "JPY", "CHN": "CNY"}),
    "won": ("KRW", {"KOR": "KRW", "PRK": "KPW"}),
    "pound": ("GBP", {"GBR": "GBP", "EGY": "EGP", "SDN": "SDG", "LBN": "LBP", "SYR": "SYP", "SSD": "SSP"}),
    "lira": ("TRY", {"TUR": "TRY", "SYR": "SYP", "LBN": "LBP"}),
    "riyal": ("", {"SAU": "SAR", "QAT": "QAR", "IRN": "IRR", "YEM": "YER", "OMN": "OMR"}),
    "rial": ("", {"IRN": "IRR", "OMN": "OMR", "YEM": "YER", "SAU": "SAR"}),
    "dirham": ("", {"ARE": "AED", "MAR": "MAD"}),
    "dinar": ("", {"KWT": "KWD", "IRQ": "IQD", "JOR": "JOD", "DZA": "DZD", "TUN": "TND", "BHR": "BHD", "LBY": "LYD", "SRB": "RSD"}),
    "shilling": ("", {"KEN": "KES", "UGA": "UGX", "TZA": "TZS", "SOM": "SOS"}),
    "krone": ("", {"NOR": "NOK", "DNK": "DKK"}),
    "kroner": ("", {"NOR": "NOK", "DNK": "DKK"}),
    "krona": ("SEK", {"SWE": "SEK", "ISL": "ISK"}),
    "kronor": ("SEK", {"SWE": "SEK"}),
    "franc": ("CHF", {"CHE": "CHF", "COD": "CDF", "RWA": "RWF", "DJI": "DJF"}),
    "peso": ("", {"MEX": "MXN", "PHL": "PHP", "ARG": "ARS", "COL": "COP", "CHL": "CLP", "CUB": "CUP"}),
}  # fmt: skip
# Adjectives before such a word that say whose it is.
_OF = {
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "new zealand": "NZD", "hong kong": "HKD",
    "singapore": "SGD", "indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "nepalese": "NPR", "british": "GBP", "egyptian": "EGP",
    "saudi": "SAR", "qatari": "QAR", "iranian": "IRR", "norwegian": "NOK", "danish": "DKK", "swedish": "SEK", "swiss": "CHF", "mexican": "MXN",
    "philippine": "PHP", "kuwaiti": "KWD", "emirati": "AED", "uae": "AED", "turkish": "TRY", "chinese": "CNY", "russian": "RUB",
}  # fmt: skip


def _any_of(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SIGNED = dict(SIGNS) | {"rs": "", "¥": ""}
_NAMED = re.compile(
    rf"[-\s](?:(?P<of>{_any_of(_OF)})\s)?(?P<name>{_any_of(WORDS | dict.fromkeys(SHARED, ''))})s?\b", re.IGNORECASE
)
# A sign and the number at once: `numbers` takes no number after a sign.
_SUM = re.compile(
    rf"(?P<how>\b(?:about|some|around|nearly|almost|roughly|approximately|at least|more than|over|up to|as much as|less than|an estimated)\s)?"
    rf"(?<![A-Za-z])(?P<sign>{_any_of(_SIGNED)})\.?\s?(?P<number>\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:hundred|thousand|lakh|million|crore|billion|trillion|mn|mln|bn|bln|tn|m|b|k)\b){{0,2}})",
    re.IGNORECASE,
)


def sums(passage: Passage, spans: tuple[Span, ...]) -> Iterator[Amount]:
    """Sums of money in these sentences, those with a sign first. A sum whose currency is not certain is left out."""
    parties = [p.state for p in (*passage.mention.actors, *passage.mention.recipients)]
    for span in spans:
        for match in _SUM.finditer(passage.text, *span):
            value = value_of(match["number"].rstrip(","))
            if (unit := _currency(match["sign"].lower(), parties)) and value is not None:
                yield Number(value, None, _bound(match["how"]), *match.span()).amount(unit, passage.text)
    for span in spans:
        for number in numbers(passage.text, span):
            named = _NAMED.match(passage.text, number.end, span[1])
            unit = _of(named, parties) if named else ""
            if named and unit:
                yield number.amount(unit, passage.text, end=named.end())


def _of(named: re.Match[str], parties: list[str]) -> str:
    return _OF[named["of"].lower()] if named["of"] else _currency(named["name"].lower(), parties)


def _currency(word: str, parties: list[str]) -> str:
    """The code of a sign or word, empty where it may be several."""
    if word in SHARED:
        usual, by_state = SHARED[word]
        owned = {by_state[state] for state in parties if state in by_state}
        return owned.pop() if len(owned) == 1 else "" if owned else usual
    return SIGNS.get(word) or WORDS.get(word, "")


def _bound(how: str | None) -> str:
    match = NUMBER.match(f"{how.strip()} 1") if how else None
    if match is None:
        return "exact"
    return "at_least" if match["least"] else "at_most" if match["most"] else "about"
