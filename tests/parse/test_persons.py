import pytest

from sanudo.parse import parse
from sanudo.records import EntityMention, MentionLabel
from tests.build import article_of


def mentions(text: str, published: str | None = None) -> list[EntityMention]:
    found = parse(article_of(text, published=published)).entity_mentions
    return [m for m in found if m.label == MentionLabel.PERSON]


def people(text: str, published: str | None = None) -> list[tuple[str, str]]:
    return [(m.text, m.states[0]) for m in mentions(text, published)]


def test_an_officer_is_introduced_once_and_known_by_surname_after() -> None:
    text = "Norway’s Deputy Minister of Defence, Colonel General Jon A. Berge, arrived. Berge then left."
    first, second = mentions(text)
    assert [(m.text, m.states, m.sector, m.name) for m in (first, second)] == [
        ("Jon A. Berge", ("NOR",), "GOV", "Jon A. Berge"),
        ("Berge", ("NOR",), "GOV", "Jon A. Berge"),
    ]
    assert first.how == "introduced with “Norway” as Deputy Minister of Defence, Colonel General"


def test_titles_before_and_after_the_state() -> None:
    assert people("Chief of Kenyan Army Staff General Amos Otieno Were spoke.") == [("Amos Otieno Were", "KEN")]
    assert people("Chilean ambassador to Japan, Rosa Lagos, spoke.") == [("Rosa Lagos", "CHL")]
    assert people("Thai Defence Secretary Lieutenant General (Retired) Somchai ul Rak spoke.") == [
        ("Somchai ul Rak", "THA")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rosa Lagos, the Chilean foreign minister, spoke.", [("Rosa Lagos", "CHL")]),
        ("But Rosa Lagos, Chile’s envoy, spoke.", [("Rosa Lagos", "CHL")]),
        ("The president of Kenya, Amos Were, spoke.", [("Amos Were", "KEN")]),
        ("Amos Were, the foreign minister of Kenya, spoke.", [("Amos Were", "KEN")]),
        ("NATO Secretary General Arne Dahl spoke.", [("Arne Dahl", "NAT")]),
        ("In Kenya Minister Rosa Lagos met farmers.", []),
        ("It was seen in Oman or Kenya, President Rosa Lagos said.", []),
        ("King's Cross in London is a station.", []),
        ("Amos Were, operations director of the UN office for aid, spoke.", [("Amos Were", "UNO")]),
        ("A spokesman for Kenya’s interior ministry, Amos Were, spoke.", [("Amos Were", "KEN")]),
        ("Amos Were, head of Kenya’s navy, spoke.", [("Amos Were", "KEN")]),
        ("The Kenyan government lead negotiator Amos Were spoke.", [("Amos Were", "KEN")]),
        ("Peru’s director of public prosecutions, Rosa Lagos, spoke.", [("Rosa Lagos", "PER")]),
        ("Kenyan businessman Amos Were left. Were had been in Oman.", [("Amos Were", "KEN"), ("Were", "KEN")]),
        ("Amos Were, 41, a Kenyan oil trader, left Oman.", [("Amos Were", "KEN")]),
        (
            "Admiral Rosa Lagos, the Chilean commander-in-chief, spoke. Lagos left.",
            [("Rosa Lagos", "CHL"), ("Lagos", "CHL")],
        ),
        ("He met General Were, Kenya’s army chief.", [("Were", "KEN")]),
        # Not of the state, or no person.
        ("Amos Were, chairman of the Kenyan Flower Company, spoke.", []),
        ("Amos Were, chief data officer at London-based Roses Ltd, spoke.", []),
        ("Amos Were, special envoy for Oman, spoke.", []),
        ("Rosa Lagos, a fellow at the German Rose Fund, spoke.", []),
        ("The chief of the Kenyan Defence Force spoke.", []),
    ],
)
def test_who_is_introduced_by_a_state_near_the_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Kenya’s chief negotiator Amos Were spoke.", "GOV"),
        ("Kenya’s director general of mines, Amos Were, spoke.", "GOV"),
        ("Kenyan army chief Amos Were spoke.", "MIL"),
        ("The Kenyan cleric Amos Were spoke.", "REL"),
        ("The Kenyan journalist Amos Were spoke.", "JRN"),
    ],
)
def test_the_sector_is_that_of_the_office_or_calling(text: str, sector: str) -> None:
    assert [(m.text, m.sector) for m in mentions(text)] == [("Amos Were", sector)]


def test_spellings_of_one_name_get_one_name() -> None:
    text = "Pakistan’s defence secretary, Zahid ul Hassan Mir, came. Zahidul Hassan Mir left. Mir slept."
    assert [m.name for m in mentions(text)] == ["Zahid ul Hassan Mir"] * 3


def test_known_office_holders_stand_alone_in_their_years() -> None:
    assert people("Merkel spoke to reporters.", "2015-03-01") == [("Merkel", "DEU")]
    assert people("Merkel spoke to reporters.", "1975-03-01") == []


def test_the_office_is_the_one_held_at_the_time() -> None:
    (early,), (late,) = (mentions("Vladimir Putin spoke.", day) for day in ("2010-05-01", "2016-05-01"))
    assert early.how == "known as Prime Minister of Russia, 2008 to 2012"
    assert late.how == "known as President of Russia, 2012 to today"


def test_a_title_and_a_common_surname_in_the_years_of_office() -> None:
    assert people("President Bush spoke. Bush left.", "2005-03-01") == [("Bush", "USA"), ("Bush", "USA")]
    assert [m.name for m in mentions("President Clinton spoke.", "1996-01-01")] == ["Bill Clinton"]
    assert people("President Walker spoke.", "1990-01-01") == []
    assert people("The actor Bush spoke.", "2005-03-01") == []


def test_a_shared_surname_is_another_person() -> None:
    assert people("Abbas Karimi spoke.", "2018-01-01") == []
    assert people("We saw that Ivanka Trump spoke.", "2018-01-01") == []
    assert people("The shop of Recep Erdogan closed.", "2018-01-01") == [("Erdogan", "TUR")]


def test_a_family_name_stands_first_in_korea_and_china() -> None:
    assert people("South Korean Foreign Minister Park Min-soo spoke. Tokyo heard Park.") == [
        ("Park Min-soo", "KOR"),
        ("Park", "KOR"),
    ]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Former Kenyan minister Amos Were met Chile’s envoy.", "ELI"),
        ("Retired Kenyan general Amos Were met Chile’s envoy.", "ELI"),
        ("Kenyan opposition leader Amos Were met Chile’s envoy.", "OPP"),
        ("Then Kenyan minister Amos Were met Chile’s envoy.", "GOV"),
        ("Kenyan Senate President Amos Were met Chile’s envoy.", "LEG"),
        ("Kenya’s Deputy Prime Minister Amos Were met Chile’s envoy.", "GOV"),
        ("Kenya’s Deputy Chief of the General Staff, Air Marshal Amos Were, met Chile’s envoy.", "MIL"),
        ("Kenya’s Chief Cabinet Secretary Amos Were met Chile’s envoy.", "GOV"),
        ("Kenya’s Under-Secretary Amos Were met Chile’s envoy.", "GOV"),
    ],
)
def test_former_then_and_opposition(text: str, sector: str) -> None:
    (person,) = mentions(text)
    assert (person.text, person.states, person.sector) == ("Amos Were", ("KEN",), sector)


def test_the_dead_and_plain_citizens_act_for_nobody() -> None:
    assert people("The late Kenyan minister Amos Were wrote a book.") == []
    assert people("Kenyan runner Amos Were won.") == []


def test_heads_of_bodies_and_groups_bear_the_name_of_those() -> None:
    (grossi,) = mentions("Rafael Grossi spoke.", "2022-01-01")
    assert (grossi.states, grossi.name) == (("IGO",), "International Atomic Energy Agency")
    (nasrallah,) = mentions("Nasrallah spoke.", "2015-01-01")
    assert (nasrallah.states, nasrallah.name, nasrallah.sector) == (("NSA",), "Hezbollah", "REB")


def test_a_surname_in_a_headline_in_capitals_and_after_the_name_of_a_place() -> None:
    text = "Tamm Is In Oslo With A Plan\nEstonia's foreign minister, Anna Tamm, spoke. In South Africa Tamm had met nobody."
    assert [words for words, _ in people(text)].count("Tamm") == 2


def test_a_family_name_with_its_particle() -> None:
    text = "Bahrain's foreign minister, Yusuf bin Hadi, spoke. Bin Hadi left."
    assert [words for words, _ in people(text)] == ["Yusuf bin Hadi", "Bin Hadi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway’s ambassador to South Sudan Rosa Berge spoke. Berge left.", [("Rosa Berge", "NOR"), ("Berge", "NOR")]),
        ("The Peruvian envoy for the Middle East Rosa Lagos spoke.", []),
        ("Peru’s UN ambassador Rosa Lagos spoke.", [("Rosa Lagos", "PER")]),
        ("UN representative in Chad Amos Were spoke.", [("Amos Were", "UNO")]),
        ("Ambassador Extraordinary of Peru to Chad Rosa Lagos spoke.", [("Rosa Lagos", "PER")]),
        ("President of the Republic of Kenya H.E. Mr. Amos Were spoke.", [("Amos Were", "KEN")]),
        ("The Kenyan ambassador to Peru H E Amos Were spoke.", [("Amos Were", "KEN")]),
        ("Vietnamese National Assembly Chairman Tran Van Minh spoke.", [("Tran Van Minh", "VNM")]),
        ("Thai presidential spokesman Somchai Rak spoke.", [("Somchai Rak", "THA")]),
        ("Peru’s Minister of Public Works and Housing Rosa Lagos spoke.", [("Rosa Lagos", "PER")]),
        ("Polish Senate President Jan Kos spoke.", [("Jan Kos", "POL")]),
        ("Head of Peru’s Small Business Organization (OPN) Rosa Lagos spoke.", [("Rosa Lagos", "PER")]),
        ("Head of Peru’s Daily (OPN) Rosa Lagos spoke.", []),
        ("Peru’s ambassador to Kenya President Amos Were spoke.", [("Amos Were", "KEN")]),
    ],
)
def test_envoys_and_where_they_are_posted(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


def test_a_known_holder_whom_the_article_calls_ousted_is_none_any_more() -> None:
    (said,) = [
        m for m in mentions("The deposed president, Pedro Castillo, spoke.", "2022-12-20") if m.states == ("PER",)
    ]
    assert said.sector == "ELI"
    (said,) = [m for m in mentions("The president, Pedro Castillo, spoke.", "2022-06-20") if m.states == ("PER",)]
    assert said.sector == "GOV"


def test_a_port_that_is_named_after_somebody_is_nobody() -> None:
    assert people("The frigate called at Port Sultan Qaboos.", "2015-01-01") == []
    assert people("The frigate carried Sultan Qaboos.", "2015-01-01") == [("Sultan Qaboos", "OMN")]
