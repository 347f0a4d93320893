"""Parties as other programs name them, and the codes of CAMEO for ours."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sanudo.codebook import BODIES, SECTORS
from sanudo.exchange.codes import by_cameo, codes_of
from sanudo.records import Participant
from sanudo.resources import office_holders, parties, state_code, state_name

# Words by which ICEWS and CAMEO name roles, in the order in which they count.
_ROLES = {
    "military": "MIL", "army": "MIL", "navy": "MIL", "air force": "MIL", "armed forces": "MIL", "defense": "MIL", "police": "COP",
    "intelligence": "SPY", "insurgent": "REB", "rebel": "REB", "separatist": "REB", "militant": "REB", "court": "JUD", "judge": "JUD",
    "judicia": "JUD", "lawyer": "JUD", "legislat": "LEG", "parliament": "LEG", "congress": "LEG", "senate": "LEG", "assembly": "LEG",
    "opposition": "OPP", "activist": "CVL", "protester": "CVL", "citizen": "CVL", "villager": "CVL", "media": "JRN",
    "journalist": "JRN", "business": "BUS", "company": "BUS", "labor": "LAB", "education": "EDU", "student": "EDU", "religio": "REL",
    "refugee": "REF", "criminal": "CRM", "medical": "MED", "health": "MED", "party": "PTY", "ministry": "GOV", "minister": "GOV",
    "government": "GOV", "executive": "GOV", "president": "GOV", "royal": "GOV", "foreign affairs": "GOV",
}  # fmt: skip
_LONGEST = 200  # no name of a party is longer; what is, is not searched for roles
# Bodies as CAMEO writes them: letters of the country column, of the known group, and the whole code.
GROUPS = {
    "UNO": ("UNO", "IGOUNO"),
    "EUR": ("EEC", "IGOEUREEC"),
    "NAT": ("NAT", "IGOWSTNAT"),
    "IGO": ("", "IGO"),
    "NSA": ("", "REB"),
}
# CAMEO's role codes for PLOVER's sectors, where they differ, and the other way about.
_SECTORS = {"JRN": "MED", "MED": "HLH", "SOC": "NGO", "PRE": "GOV", "PRM": "MIL", "UNK": ""}
_PLOVER = {
    "MED": "JRN",
    "HLH": "MED",
    "NGO": "SOC",
    "NGM": "SOC",
    "HRI": "SOC",
    "ENV": "SOC",
    "DEV": "SOC",
    "MNC": "BUS",
}


def sector_of(text: str) -> str | None:
    """The PLOVER sector that a description of a role shows, or None."""
    folded = text[:_LONGEST].casefold().replace("_", " ")
    if text in SECTORS:
        return text
    return next((sector for word, sector in _ROLES.items() if word in folded), None)


@lru_cache(maxsize=65536)
def named(name: str, country: str = "", roles: str = "") -> Participant:
    """The party of this name; `country` names or codes its state, `roles` tells what it is. Its state is "" where none is known."""
    plain = " ".join(name.replace("_", " ").split())
    body, _, within = plain.partition(" (")
    home = country_of(country) or country_of(within.rstrip(")")) or ""
    itself = state_code(plain) or ""
    if not home or itself in BODIES:
        found = itself or _known(plain)
        if found:
            home = found if isinstance(found, str) else found[0]
    is_state = bool(itself) and itself == home and itself not in BODIES
    sector = sector_of(roles) or (None if is_state else sector_of(body))
    return Participant(home, sector, None if is_state or not plain else plain)


def country_of(name: str) -> str | None:
    """The code of a state or body by ISO or CAMEO letters, or by name, also an inverted one (Korea, Republic of)."""
    if re.fullmatch("[A-Z]{3}", name):
        return by_cameo().get(name) or (name if name in BODIES else None)
    return state_code(name) or state_code(" ".join(reversed(name.split(", ")))) if name else None


def _known(name: str) -> str | None:
    """The state or body of an organ, body or office-holder known by this name."""
    found = parties().get(name)
    if found is not None and found.label in ("body", "group"):
        return found.state
    return _holder(name)


def _holder(name: str) -> str | None:
    """The state of an office-holder, whose name may have more parts than the reference data give: Sergey Viktorovich Lavrov, Ashraf Ghani Ahmadzai."""
    words = _folded(name).split()
    shorter = [[words[0], words[-1]], words[:2]] if len(words) > 2 else []
    return next(filter(None, (_holders().get(" ".join(form)) for form in (words, *shorter))), None)


@cache
def _holders() -> dict[str, str]:
    """States of persons whom the reference data know for one state alone, by their names in small letters."""
    known: dict[str, set[str]] = {}
    for holder in office_holders():
        for form in holder.forms:
            known.setdefault(_folded(form), set()).add(holder.state)
    return {form: next(iter(found)) for form, found in known.items() if len(found) == 1}


def _folded(name: str) -> str:
    """A name in small letters without accents and hyphens."""
    letters = unicodedata.normalize("NFKD", name).casefold().replace("-", " ")
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def label(party: Participant) -> str:
    """The party in words: its name, or its state's."""
    return party.name or state_name(party.state)


def cameo_country(party: Participant) -> str:
    """The letters of a party's state in CAMEO; "" for a body."""
    codes = codes_of(party.state)
    return codes.cameo if codes else ""


def cameo_sector(party: Participant) -> str:
    """CAMEO's role code of a party; "" for none."""
    if party.state in BODIES:
        return "REB" if party.state == "NSA" else "IGO"
    return _SECTORS.get(party.sector or "", party.sector or "")


def sector_of_role(role: str) -> str | None:
    """The PLOVER sector of a CAMEO role code; None where PLOVER has none."""
    return _PLOVER.get(role, role) if _PLOVER.get(role, role) in SECTORS else None


def cameo_actor(party: Participant) -> str:
    """The whole actor code: PAKMIL, IGOUNO."""
    if party.state in GROUPS:
        return GROUPS[party.state][1]
    return cameo_country(party) + cameo_sector(party)
