"""Actor and agent dictionaries of the CAMEO family (TABARI, PETRARCH, Phoenix), read into entries of a user's actors.

The format, after the dictionaries of the Open Event Data Alliance: an actor is a name with underscores, synonyms on lines that
begin with +, and codes in brackets, each with or without days between which it holds (`[AFGGOV 020613-140929]`, `<951231`,
`>960101`); an agent is a noun with a code that follows its state's (`[~COP]`), irregular plurals in braces, and sets of endings
between exclamation marks. A name without a final underscore is a stem there; here it stands for the whole word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sanudo.actors import Fault
from sanudo.resources import is_code

Entry = dict[str, str | list[str]]

# States by codes of the dictionaries that ISO does not have.
STATES = {
    "KSV": "KOS",
    "ROM": "ROU",
    "TMP": "TLS",
    "YUG": "SRB",
    "SCG": "SRB",
    "SER": "SRB",
    "ZAR": "COD",
    "BUR": "MMR",
    "SUN": "RUS",
    "USR": "RUS",
    "PAL": "PSE",
}
# PLOVER sectors by CAMEO role; REB is told apart, since an armed group is a party of its own.
SECTORS = {role: role for role in "GOV MIL COP JUD LEG OPP PTY SPY UAF BUS CVL EDU ELI LAB REF REL AGR CRM".split()} | {
    "MED": "JRN", "HLH": "MED", "MNC": "BUS", "NGO": "SOC", "NGM": "SOC", "HRI": "SOC", "ENV": "SOC", "DEV": "SOC", "JRN": "JRN"
}  # fmt: skip
ARMED = {"REB", "INS", "SEP", "IMG"}
# A code that says: nobody.
NOBODY = re.compile(r"[-#+]{3}")
CODE = re.compile(r"\[\s*(~?[^\s\]<>]+)\s*(?:([<>])\s*)?([\d\s-]*)[\]}]")
SMALL = {"of", "the", "and", "for", "in", "on", "de", "da", "al", "bin", "von", "van"}
# Two digits below this are years of this century.
CENTURY = 30


@dataclass(slots=True)
class Imported:
    """What a dictionary came to: entries, what was not taken, and how many names were stems."""

    entries: list[Entry] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)
    stems: int = 0


@dataclass(slots=True)
class _Actor:
    """A name, its synonyms and its codes, each with its line."""

    forms: list[str]
    codes: list[tuple[int, str]] = field(default_factory=list)


def read_dictionary(lines: Iterable[str]) -> Imported:
    """Read an actor or agent file; which of them it is its codes say."""
    imported = Imported()
    endings: dict[str, list[str]] = {}
    actor: _Actor | None = None
    for number, line in enumerate(lines, 1):
        bare = re.sub(r"<!--.*?-->|[#;].*", "", line).rstrip()
        text = bare.strip()
        if text.startswith("!") and "=" in text:
            name, _, listed = text.partition("=")
            endings[name.strip()] = [part.strip() for part in listed.split(",")]
        elif "[~" in text:
            _agent(number, text, endings, imported)
        elif text.startswith("["):
            _add_codes(number, text, actor, imported)
        elif text and not text.startswith("<"):
            name, bracket, codes = text.partition("[")
            if name.startswith("+") and actor is not None:
                actor.forms.append(name[1:].strip())
            else:
                _finish(actor, imported)
                actor = _Actor([name.strip()])
            _add_codes(number, bracket + codes, actor, imported)
    _finish(actor, imported)
    return imported


def _add_codes(number: int, text: str, actor: _Actor | None, imported: Imported) -> None:
    found = [match.group() for match in CODE.finditer(text)]
    if actor is None:
        imported.unread.append(Fault(number, "a code without a name before it"))
    elif found:
        actor.codes.extend((number, code) for code in found)
    elif text:
        imported.unread.append(Fault(number, f"“{text}” is no code"))


def _finish(actor: _Actor | None, imported: Imported) -> None:
    """Turn an actor into entries: one for each code that is known."""
    if actor is None or not actor.codes:
        return
    forms = list(dict.fromkeys(form for name in actor.forms for form in spelled(name)))
    imported.stems += sum(not name.endswith("_") for name in actor.forms)
    if not forms:
        return
    codes = [(number, CODE.match(code)) for number, code in actor.codes]
    if all(match and NOBODY.fullmatch(match[1]) for _, match in codes):
        imported.entries.append({"none": forms})
        return
    for number, match in codes:
        if match is None or NOBODY.fullmatch(match[1]):
            continue
        party, days = party_of(match[1]), _days(match[2], match[3])
        if party is None:
            imported.unread.append(Fault(number, f"{match[1]} of {forms[0]} is no state, body or armed group"))
        elif days is None:
            imported.unread.append(
                Fault(number, f"“{match[3].strip()}” of {forms[0]} is no date; write YYMMDD or YYYYMMDD")
            )
        else:
            entry: Entry = {"name": forms[0], "state": party[0]}
            entry |= {"forms": forms[1:]} if forms[1:] else {}
            entry |= {"sector": party[1]} if party[1] else {}
            imported.entries.append(entry | days)


def party_of(code: str) -> tuple[str, str | None] | None:
    """(state, sector) of an actor code; None where it is neither a state's, nor a body's, nor an armed group's."""
    parts = [code.upper()[at : at + 3] for at in range(0, len(code), 3)]
    if parts[0] == "IGO":
        return ("UNO" if "UNO" in parts else "EUR" if "EEC" in parts else "NAT" if "NAT" in parts else "IGO"), None
    if ARMED & set(parts[:2]):
        return "NSA", "REB"
    state = STATES.get(parts[0], parts[0])
    if not is_code(state) or state in ("EUR", "NAT", "IGO", "NSA"):  # EUR is Europe there
        return ("UNO", None) if parts[0] == "UNO" else None
    return state, next((SECTORS[role] for role in parts[1:] if role in SECTORS), None)


def _days(sign: str | None, text: str) -> Entry | None:
    """The days of a code as `from` and `to`; None where they are none."""
    given = [part.strip() for part in text.split("-")] if text.strip() else []
    days = [_day(part) for part in given]
    if None in days or len(days) > 2 or (sign and len(days) != 1) or (not sign and len(days) == 1):
        return None
    known = [day for day in days if day]
    keys = {"<": ("to",), ">": ("from",)}.get(sign or "", ("from", "to"))
    return dict(zip(keys, known, strict=False))


def _day(text: str) -> str | None:
    if not re.fullmatch(r"\d{6}|\d{8}", text):
        return None
    if len(text) == 6:
        text = ("20" if int(text[:2]) < CENTURY else "19") + text
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _agent(number: int, text: str, endings: dict[str, list[str]], imported: Imported) -> None:
    match = re.match(r"([^\[{]+)(\{[^}]*\})?\s*\[~([A-Z]+)[\]}]", text)
    sector = match and next((SECTORS[role] for role in re.findall("...", match[3]) if role in SECTORS), None)
    if not match or not sector:
        imported.unread.append(Fault(number, f"“{text}” shows no sector"))
        return
    singular = list(_expanded(match[1].strip(), endings))
    plural = [match[2].strip("{}").strip()] if match[2] else [_plural(word) for word in singular if "!" not in match[1]]
    words = [" ".join(word.replace("_", " ").split()).lower() for word in [*singular, *plural] if word]
    words = list(dict.fromkeys(word for word in words if word))
    imported.entries.append({"agent": words[0], "forms": words[1:], "sector": sector})


def _expanded(word: str, endings: dict[str, list[str]]) -> Iterator[str]:
    """A word with each of the endings of the set that it names."""
    for name, listed in endings.items():
        if name in word:
            yield from (word.replace(name, ending.strip("_")) for ending in listed)
            return
    yield word


def _plural(word: str) -> str:
    word = word.rstrip("_")
    if re.search("[^AEIOU]Y$", word):
        return word[:-1] + "IES"
    return word + ("ES" if re.search("(?:S|X|CH|SH)$", word) else "S")


def spelled(name: str) -> Iterator[str]:
    """A name as news may write it: abbreviations in capitals, other words with a capital letter."""
    words = name.replace("_", " ").split()
    if not words:
        return
    if len(words) == 1 and (len(words[0].strip(".")) <= 3 or "." in words[0]):
        yield words[0]
        return
    yield " ".join(w.lower() if at and w.lower() in SMALL else _capitalised(w) for at, w in enumerate(words))
    if len(words) == 1 and len(words[0]) <= 5:
        yield words[0]


def _capitalised(word: str) -> str:
    return word if re.fullmatch(r"(?:[A-Z]\.)+", word) else "-".join(part.capitalize() for part in word.split("-"))
