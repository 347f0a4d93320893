"""Offices and ranks of the persons among the parties."""

from __future__ import annotations

import pytest

from sanudo.detail import detailed
from sanudo.parse import parse
from sanudo.records import Article, EventMention, Evidence, Kind, Participant, Status
from sanudo.resources import Actors, OfficeHolder

FOMIN = (
    "Pakistan's army chief met Russia's Deputy Minister of Defence, Colonel General Alexander V. Fomin. "
    "Fomin thanked the Pakistani side for its welcome."
)


def offices(text: str, words: str, state: str, published: str | None = None, **values: object) -> list[Participant]:
    """The participant with these words, as `detailed` gives it in the sentence that holds their last place."""
    at = text.rindex(words)
    party = Participant(state, text=words, start=at, end=at + len(words), name=values.pop("name", None))  # type: ignore[arg-type]
    article = Article(id="a", text=text, published=published)
    found = parse(article)
    sentence = next(s for s in found.sentences if s.start <= at < s.end)
    evidence = (Evidence("a", sentence.start, sentence.end, text[sentence.start : sentence.end]),)
    mention = EventMention(
        "", "a", "CONSULT", Kind.OTHER, (party,), (), False, Status.HAPPENED, 0.9, evidence, coder="", model=""
    )
    told = detailed(mention, article, found, **values)  # type: ignore[arg-type]
    assert [b.field for b in told.basis] == ["office"] * len(set(told.basis))
    return list(told.actors)


@pytest.mark.parametrize(
    ("text", "words", "state", "office", "rank"),
    [
        (FOMIN, "Colonel General Alexander V. Fomin", "RUS", "Deputy Minister of Defence", "Colonel General"),
        (FOMIN, "Fomin", "RUS", "Deputy Minister of Defence", "Colonel General"),
        ("The Estonian foreign minister, Anna Tamm, flew to Oslo.", "The Estonian foreign minister, Anna Tamm", "EST", "foreign minister", None),
        ("The presidents of Kenya and Rwanda met in Nairobi.", "Kenya", "KEN", "president", None),
        ("His Irish counterpart was received in Rome.", "His Irish counterpart", "IRL", None, None),
        ("Peru's leaders accused Chile of espionage.", "Peru's leaders", "PER", None, None),
        ("The Norwegian government protested to Iceland.", "The Norwegian government", "NOR", None, None),
        ("NATO's secretary general arrived in Skopje.", "NATO's secretary general", "NAT", "secretary general", None),
    ],
)  # fmt: skip
def test_a_person_has_the_office_and_rank_of_the_introduction(
    text: str, words: str, state: str, office: str | None, rank: str | None
) -> None:
    (party,) = offices(text, words, state)
    assert (party.office, party.rank) == (office, rank)


def test_the_office_that_the_reference_data_know_is_that_of_the_year() -> None:
    bolt = OfficeHolder("NOR", ("Kari Bolt",), (), 2001, 2004, "Trade Minister")
    later = OfficeHolder("NOR", ("Kari Bolt",), (), 2005, 2009, "Prime Minister")
    actors = Actors(version="own", holders=(bolt, later))
    told = {
        year: offices("Kari Bolt went to Iceland.", "Kari Bolt", "NOR", f"{year}-03-04", name="Kari Bolt", actors=actors)[0].office
        for year in (1999, 2002, 2007)
    }  # fmt: skip
    assert told == {1999: None, 2002: "Trade Minister", 2007: "Prime Minister"}


def test_without_a_date_nothing_is_taken_from_the_reference_data() -> None:
    actors = Actors(version="other", holders=(OfficeHolder("NOR", ("Kari Bolt",), (), 2001, 2004, "Trade Minister"),))
    (party,) = offices("Kari Bolt went to Iceland.", "Kari Bolt", "NOR", name="Kari Bolt", actors=actors)
    assert party.office is None


def test_the_reason_names_the_words() -> None:
    at = FOMIN.rindex("Fomin")
    article = Article(id="a", text=FOMIN)
    evidence = (Evidence("a", at, len(FOMIN), FOMIN[at:]),)
    party = Participant("RUS", text="Fomin", start=at, end=at + 5)
    mention = EventMention(
        "", "a", "CONSULT", Kind.OTHER, (party,), (), False, Status.HAPPENED, 0.9, evidence, coder="", model=""
    )
    (reason,) = detailed(mention, article, parse(article)).basis
    assert reason.start is not None
    assert "Deputy Minister of Defence" in FOMIN[reason.start : reason.end]
