import pytest

from sanudo.cameo import party_of, read_dictionary, spelled

ACTORS = """
# An actor dictionary of our own, in the form of those of CAMEO.
<!-- a remark -->
NORDLAND_  [NOR] ; one 1/2/99
+NORDLANDER_
ASTRID_LUND_
+LUND_OF_OSLO_
\t[NORELI <951231]
\t[NORGOV 960101-20010131] ; two
\t[NORGOVMIL >010201]
\t[NOROPP]
FJORD_FRONT_  [NORREBFJF]
LEAGUE_OF_FJORDS_ [IGONRD]
BLUE_SHIELD_ [IGOUNO 920101-961231] [---]
ARMOUR_ [---]
SUDLAND  [XQZ]
TRADERS_ [NORBUS 9902]
ALPINE_FIRM_ [MNCALP]
\t[SWE < 950601]
"""
AGENTS = """
!PERSON! = MAN, MEN, WOMAN
FJORD_RANGER [~COP]
BAILIFF!PERSON! [~JUD]
PIKE!PERSON! {} [~MIL}
CHARGE_DAFFAIRES {CHARGES_DAFFAIRES} [~GOV]
DEPUTY [~LEG]
DREAMER [~ZZZ]
"""


def test_actors_with_synonyms_and_days() -> None:
    found = read_dictionary(ACTORS.splitlines())
    assert found.entries == [
        {"name": "Nordland", "state": "NOR", "forms": ["Nordlander"]},
        {"name": "Astrid Lund", "state": "NOR", "forms": ["Lund of Oslo"], "sector": "ELI", "to": "1995-12-31"},
        {
            **{"name": "Astrid Lund", "state": "NOR", "forms": ["Lund of Oslo"], "sector": "GOV"},
            **{"from": "1996-01-01", "to": "2001-01-31"},
        },
        {"name": "Astrid Lund", "state": "NOR", "forms": ["Lund of Oslo"], "sector": "GOV", "from": "2001-02-01"},
        {"name": "Astrid Lund", "state": "NOR", "forms": ["Lund of Oslo"], "sector": "OPP"},
        {"name": "Fjord Front", "state": "NSA", "sector": "REB"},
        {"name": "League of Fjords", "state": "IGO"},
        {"name": "Blue Shield", "state": "UNO", "from": "1992-01-01", "to": "1996-12-31"},
        {"none": ["Armour"]},
        {"name": "Alpine Firm", "state": "SWE", "to": "1995-06-01"},
    ]


def test_unknown_codes_are_told_by_line() -> None:
    found = read_dictionary(ACTORS.splitlines())
    assert [(fault.line, fault.problem) for fault in found.unread] == [
        (16, "XQZ of Sudland is no state, body or armed group"),
        (17, "“9902” of Traders is no date; write YYMMDD or YYYYMMDD"),
        (18, "MNCALP of Alpine Firm is no state, body or armed group"),
    ]
    assert found.stems == 1


def test_agents_with_plurals_and_endings() -> None:
    found = read_dictionary(AGENTS.splitlines())
    assert found.entries == [
        {"agent": "fjord ranger", "forms": ["fjord rangers"], "sector": "COP"},
        {"agent": "bailiffman", "forms": ["bailiffmen", "bailiffwoman"], "sector": "JUD"},
        {"agent": "pikeman", "forms": ["pikemen", "pikewoman"], "sector": "MIL"},
        {"agent": "charge daffaires", "forms": ["charges daffaires"], "sector": "GOV"},
        {"agent": "deputy", "forms": ["deputies"], "sector": "LEG"},
    ]
    assert [(fault.line, fault.problem) for fault in found.unread] == [(8, "“DREAMER [~ZZZ]” shows no sector")]


@pytest.mark.parametrize(
    ("code", "party"),
    [
        ("PAKMIL", ("PAK", "MIL")),
        ("PAKMED", ("PAK", "JRN")),
        ("PSEREBHMS", ("NSA", "REB")),
        ("IGOEUREEC", ("EUR", None)),
        ("IGOWSTNAT", ("NAT", None)),
        ("KSV", ("KOS", None)),
        ("EUR", None),
        ("NGO", None),
    ],
)
def test_codes(code: str, party: tuple[str, str | None] | None) -> None:
    assert party_of(code) == party


def test_spelling() -> None:
    assert list(spelled("UN_")) == ["UN"]
    assert list(spelled("U.N._")) == ["U.N."]
    assert list(spelled("HAMAS_")) == ["Hamas", "HAMAS"]
    assert list(spelled("JEAN-PAUL_OF_OSLO")) == ["Jean-Paul of Oslo"]
    assert list(spelled("___")) == []


@pytest.mark.parametrize("line", ["[", "]", "+", "[NOR", "+LOST_ [NOR]", "x" * 100_000, "\x00", "!A! =", "{} [~GOV]"])
def test_broken_lines_are_no_trouble(line: str) -> None:
    read_dictionary([line, "NORD_ [NOR]"])
