"""What a brief holds, from hand-made records."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from build import article_of, mention_of

from sanudo.details import Agreement, Stated
from sanudo.present.brief import build_brief
from sanudo.present.pieces import Brief, Section
from sanudo.records import (
    Article,
    Attribution,
    Event,
    EventMention,
    Evidence,
    Kind,
    Participant,
    Place,
    PublishedBasis,
    ReadProblem,
    Reason,
    Refusal,
    Status,
    WhenBasis,
)

WIRE = article_of(
    "Narnia and Archenland... Pakistan and Russia signed a contract. Russia received Pakistan. India protested to Russia.",
    title="A contract",
    publisher="The Wire",
    published="2018-08-08",
    published_basis=PublishedBasis.METADATA,
    url="https://example.org/contract",
)
DAILY = article_of("Russia may sell helicopters to Pakistan, Pakistan and Russia signed it.", publisher="The Daily")
FOREIGN = article_of("Bonjour", origin="fr.html", refusals=(Refusal(Reason.NOT_ENGLISH, note="French"),))


def event_of(*mentions: EventMention, **fields: Any) -> Event:
    m = mentions[0]
    ids = tuple(m.id for m in mentions)
    articles = tuple(m.article_id for m in mentions)
    values = (
        m.type,
        m.kind,
        m.actors,
        m.recipients,
        m.symmetric,
        m.status,
        m.confidence,
        m.when,
        m.when_basis,
        m.where,
    )
    told = {"sources": len(set(articles)), "detail": m.detail, **fields}
    return Event(f"e1:{m.id[3:]}", ids, *values, articles, **told)


SIGNED = mention_of(
    WIRE,
    "SUPPORT",
    "PAK:Pakistan RUS:Russia",
    confidence=0.95,
    evidence="Pakistan and Russia signed a contract",
    kind=Kind.AGREEMENT,
    when="2018-08-07",
    when_basis=WhenBasis.RELATIVE,
    where=Place("PAK", "Rawalpindi"),
    detail=Agreement(Stated("contract", "a contract", 5, 9), first_time=Stated("first_time", "first", 1, 2)),
    attribution=Attribution("the ministry", "said", 0, 3),
)
SIGNED_TOO = mention_of(
    DAILY, "SUPPORT", "PAK:Pakistan RUS:Russia", evidence="Pakistan and Russia signed it", kind=Kind.AGREEMENT
)
OLDER = mention_of(WIRE, "SUPPORT", "PAK:Pakistan RUS:Russia", kind=Kind.AGREEMENT, when="2014")
UNDATED = mention_of(WIRE, "CONSULT", "PAK:Pakistan", "RUS:Russia", "Russia received Pakistan", kind=Kind.VISIT)
OFFER = mention_of(DAILY, "AGREE", "RUS:Russia", "PAK:Pakistan", kind=Kind.TRANSFER, status=Status.POSSIBLE)
COMPLAINT = mention_of(WIRE, "ACCUSE", "IND:India", "RUS:Russia", "India protested to Russia", kind=Kind.STATEMENT)
PROTEST = mention_of(WIRE, "ACCUSE", "IND:India", "RUS:Russia", "India protested to Russia", when="2018")
MENTIONS = (SIGNED, SIGNED_TOO, OLDER, UNDATED, OFFER, COMPLAINT, PROTEST)
EVENTS = (
    event_of(SIGNED, SIGNED_TOO),
    event_of(OLDER),
    event_of(UNDATED),
    event_of(OFFER),
    event_of(COMPLAINT),
)
ARTICLES = (WIRE, DAILY, FOREIGN)
PAIR = ("PAK", "RUS")


def brief_of(events: Sequence[Event] = EVENTS, articles: Sequence[Article] = ARTICLES, **options: Any) -> Brief:
    return build_brief(events, MENTIONS, articles, **{"states": PAIR, "program": "sanudo 9", **options})


def sentences(section: Section) -> list[str]:
    return [entry.sentence for entry in (*section.dated, *section.undated)]


def test_title_names_the_pair_and_the_period_of_its_dated_events() -> None:
    assert brief_of().title == "Pakistan and Russia, 2014 to August 2018"


@pytest.mark.parametrize(
    ("options", "title"),
    [
        ({"since": "2018-05"}, "Pakistan and Russia, May 2018 to August 2018"),
        ({"since": "2018-08", "until": "2018-08"}, "Pakistan and Russia, August 2018"),
        ({"states": ("PAK",)}, "Pakistan, 2014 to August 2018"),
        ({"states": ()}, "All states, 2014 to August 2018"),
    ],
)
def test_title_follows_what_was_asked(options: dict[str, Any], title: str) -> None:
    assert brief_of(**options).title == title


def test_lead_tells_the_last_event_and_what_it_is() -> None:
    lead = brief_of().lead
    assert lead.text.startswith(
        "Most recently, Pakistan and Russia signed an agreement in Rawalpindi on 7 August 2018."
    )
    assert lead.text.endswith(
        "It counts as an agreement, one of 2 between Pakistan and Russia in this ledger; the one before it is dated 2014."
        " It rests on 2 reports, all independent."
    )
    assert lead.quote is not None
    assert lead.quote.text == "Pakistan and Russia signed a contract"


def test_lead_of_an_empty_ledger_and_of_undated_events() -> None:
    assert brief_of(()).lead.text == "The ledger holds no event between Pakistan and Russia."
    assert brief_of((), since="2019").lead.text.endswith("in this period.")
    undated = brief_of([event_of(UNDATED)], states=("RUS",)).lead.text
    assert undated == "No event involving Russia that took place is dated plainly enough to be called the latest."


def test_lead_says_that_later_reports_tell_of_undated_events() -> None:
    later = article_of("Russia received Pakistan.", published="2018-09-03")
    visit = mention_of(later, "CONSULT", "PAK:Pakistan", "RUS:Russia", kind=Kind.VISIT)
    brief = build_brief([*EVENTS, event_of(visit)], [*MENTIONS, visit], [*ARTICLES, later], states=PAIR)
    assert brief.lead.text.startswith("The latest event with a date: Pakistan and Russia signed")
    assert brief.lead.text.endswith("Later reports, up to 3 September 2018, tell of events that they do not date.")


def test_lead_of_an_event_without_a_kind_says_what_it_counts_as() -> None:
    assert "It counts as verbal conflict. It rests on one report." in brief_of([event_of(PROTEST)], states=()).lead.text


def test_events_by_kind_dated_ones_in_order_of_time() -> None:
    agreements, visits = brief_of().happened
    assert agreements.title == "Agreements"
    assert [entry.when for entry in agreements.dated] == ["2014", "2018-08-07"]
    assert (visits.title, visits.dated, len(visits.undated)) == ("Visits", (), 1)


def test_what_did_not_happen_stands_apart() -> None:
    brief = brief_of()
    (possible,) = brief.apart
    assert possible.title == "Possible"
    assert sentences(possible) == ["Russia might supply arms or equipment to Pakistan."]
    told = [s for section in brief.happened for s in sentences(section)]
    assert not any("might" in sentence for sentence in told)


def test_every_event_stands_once_and_numbers_run_in_reading_order() -> None:
    brief = brief_of()
    sections = [*brief.happened, *brief.apart, *([brief.others] if brief.others else [])]
    entries = [entry for section in sections for entry in (*section.dated, *section.undated)]
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5]
    assert {entry.event_id for entry in entries} == {event.id for event in EVENTS}


def test_entry_keeps_words_sources_and_basis() -> None:
    entry = brief_of().happened[0].dated[1]
    assert [(quote.text, quote.source, quote.publisher) for quote in entry.quotes] == [
        ("Pakistan and Russia signed a contract", 1, "The Wire"),
        ("Pakistan and Russia signed it", 2, "The Daily"),
    ]
    assert entry.quotes[0].said_by == "the ministry"
    assert WIRE.text[entry.quotes[0].start : entry.quotes[0].end] == entry.quotes[0].text
    assert entry.dated_by == "date worked out from the report's words"
    assert (entry.sources, entry.one_report) == ((1, 2), False)
    assert entry.details == ("instrument: contract", "said to be the first time")
    assert brief_of().happened[0].dated[0].one_report


def test_sources_are_numbered_as_cited_with_the_basis_of_their_date() -> None:
    wire, daily = brief_of().sources
    assert (wire.number, wire.publisher, wire.published_basis) == (1, "The Wire", "date from the page's metadata")
    assert (daily.number, daily.published_basis) == (2, "date of publication not known")


def test_what_was_agreed_and_who_met_whom_point_to_their_entries() -> None:
    brief = brief_of()
    assert [line.entry for line in brief.agreed] == [1, 2]
    (visit,) = brief.encounters
    assert (visit.entry, visit.who, visit.whom, visit.form) == (3, "Pakistan", "Russia", "visit")


def test_persons_are_named_in_an_encounter() -> None:
    parties = (Participant("RUS", "MIL", "Ivan Petrov"), Participant("PAK", None, "Omar Malik"), Participant("PAK"))
    talks = Event("e1:t", (), "CONSULT", Kind.MEETING, parties, (), True, Status.HAPPENED, 0.9)
    (met,) = brief_of([talks]).encounters
    assert (met.who, met.whom) == ("Russia (Ivan Petrov)", "Pakistan (Omar Malik)")


@pytest.mark.parametrize(
    ("actors", "recipients", "is_subject"),
    [
        ("PAK:Pakistan RUS:Russia", "", True),
        ("PAK:Pakistan RUS:Russia IND:India", "", True),
        ("RUS:Russia", "PAK:Pakistan IND:India", True),
        ("IND:India", "PAK:Pakistan RUS:Russia", False),
        ("PAK:Pakistan RUS:Russia", "IND:India", False),
    ],
)
def test_what_is_done_to_both_or_by_both_is_not_between_them(actors: str, recipients: str, is_subject: bool) -> None:
    told = mention_of(WIRE, "ACCUSE", actors, recipients, kind=Kind.STATEMENT)
    brief = build_brief([event_of(told)], [told], ARTICLES, states=PAIR)
    assert bool(brief.happened) is is_subject
    assert brief.others is not None
    assert bool(sentences(brief.others)) is not is_subject


def test_third_states_only_for_a_pair() -> None:
    others = brief_of().others
    assert others is not None
    assert sentences(others) == ["India criticised or accused Russia."]
    assert brief_of(states=("RUS",)).others is None
    assert "India criticised or accused Russia." in [s for x in brief_of(states=()).happened for s in sentences(x)]


def test_counts_agree_in_grammar() -> None:
    counts = {count.what: count.number for count in brief_of().counts}
    assert counts == {
        "events between Pakistan and Russia": 4,
        "of them happened or went on: all of cooperation": 3,
        "of them possible": 1,
        "event with third states or bodies": 1,
        "events on one report only": 4,
        "reports cited, of 3 in the ledger": 2,
    }


def test_nothing_is_counted_and_explained_where_there_is_nothing() -> None:
    assert (brief_of(()).counts, brief_of(()).reading) == ((), ())


def test_what_was_not_coded_is_listed_with_the_reason() -> None:
    problem = ReadProblem("/somewhere/broken.jsonl#line 3", Refusal(Reason.BAD_FORMAT, note="no JSON"))
    listed = [(item.report, item.why) for item in brief_of(problems=[problem]).not_coded]
    assert listed == [("fr.html", "French"), ("broken.jsonl, line 3", "no JSON")]


def test_what_was_no_report_or_was_read_after_all_is_not_listed() -> None:
    problems = [
        ReadProblem("gone.txt", Refusal(Reason.MISSING, note="not there")),
        ReadProblem("a.xml#item 2", Refusal(Reason.DUPLICATE, note="known")),
        ReadProblem("fr.html", Refusal(Reason.BAD_FORMAT, note="cut off, the first time")),
    ]
    assert [item.why for item in brief_of(problems=problems).not_coded] == ["French"]


def test_a_flood_of_unread_reports_is_cut_short() -> None:
    problems = [ReadProblem(f"a.jsonl#line {n}", Refusal(Reason.BAD_FORMAT, note="no JSON")) for n in range(2_000)]
    listed = brief_of(problems=problems).not_coded
    assert len(listed) == 41
    assert listed[-1].report == "1,961 more"


def test_a_source_without_a_publisher_goes_by_its_file() -> None:
    article = article_of(WIRE.text, origin="/home/someone/private/feed.xml#item 3")
    met = mention_of(article, "CONSULT", "PAK:Pakistan RUS:Russia", kind=Kind.MEETING)
    brief = build_brief([event_of(met)], [met], [article], states=PAIR)
    assert brief.happened[0].undated[0].quotes[0].publisher == "feed.xml, item 3"


def test_words_are_quoted_once() -> None:
    """A headline that the text repeats is one with it; the same words in another report are not."""
    title = "Pakistan and Russia signed a contract"
    short, whole = (mention_of(WIRE, "CONSULT", "PAK:Pakistan RUS:Russia", evidence=e) for e in (title, f"{title}."))
    again = mention_of(DAILY, "CONSULT", "PAK:Pakistan RUS:Russia", evidence="Pakistan and Russia signed it")
    twice = replace(whole, id="m1:twice")
    mentions = [short, whole, twice, again]
    brief = build_brief([event_of(*mentions)], mentions, ARTICLES, states=PAIR)
    (entry,) = brief.happened[0].undated
    assert sorted(quote.text for quote in entry.quotes) == [f"{title}.", "Pakistan and Russia signed it"]


def test_a_speaker_stands_by_the_words_that_name_it() -> None:
    at = WIRE.text.index("India")
    told = mention_of(WIRE, "CONSULT", "PAK:Pakistan RUS:Russia", attribution=Attribution("India", "said", at, at + 5))
    words = ("Russia received Pakistan", "India protested to Russia")
    spans = [(w, WIRE.text.index(w), WIRE.text.index(w) + len(w)) for w in words]
    evidence = tuple(Evidence(WIRE.id, start, end, w) for w, start, end in spans)
    for pieces, speakers in ((evidence, [None, "India"]), (evidence[:1], ["India"])):
        mention = replace(told, evidence=pieces)
        (entry,) = build_brief([event_of(mention)], [mention], [WIRE], states=PAIR).happened[0].undated
        assert [quote.said_by for quote in entry.quotes] == speakers


def test_events_that_may_be_one_name_each_other() -> None:
    told = mention_of(DAILY, "SUPPORT", "RUS:Russia", "PAK:Pakistan", kind=Kind.AGREEMENT, when="2018-08-07")
    other_day = replace(told, id="m1:other", when="2018-08-08")
    same_report = replace(SIGNED, id="m1:same")
    mentions = [SIGNED, told, other_day, same_report]
    brief = build_brief([event_of(m) for m in mentions], mentions, ARTICLES, states=PAIR)
    entries = {entry.event_id: entry for entry in brief.happened[0].dated}
    numbers = {m.id: entries[f"e1:{m.id[3:]}"].number for m in mentions}
    perhaps = {m.id: entries[f"e1:{m.id[3:]}"].perhaps for m in mentions}
    assert perhaps[SIGNED.id] == perhaps["m1:same"] == (numbers[told.id],)
    assert perhaps[told.id] == tuple(sorted((numbers[SIGNED.id], numbers["m1:same"])))
    assert perhaps["m1:other"] == ()


def test_undated_events_stand_in_the_order_of_their_reports() -> None:
    early = article_of("Pakistan met Russia then.", published="2017-01-01")
    first = mention_of(early, "CONSULT", "PAK:Pakistan", "RUS:Russia", kind=Kind.VISIT)
    brief = build_brief([event_of(UNDATED), event_of(first)], [UNDATED, first], [WIRE, early], states=PAIR)
    assert [entry.reported for entry in brief.happened[0].undated] == ["2017-01-01", "2018-08-08"]


def test_reading_notes_name_the_statuses_present_and_the_versions() -> None:
    notes = " ".join(brief_of().reading)
    assert "Happened: it took place; possible: it may come" in notes
    assert "demanded" not in notes
    assert "Read by hand with model none; written by sanudo 9." in notes


def test_an_uncertain_reading_is_marked_and_kept_out_of_lead_and_summaries() -> None:
    doubtful = replace(event_of(SIGNED), confidence=0.4)
    brief = brief_of([doubtful, *EVENTS[1:]])
    (entry,) = (e for e in brief.happened[0].dated if e.event_id == doubtful.id)
    assert entry.uncertain
    assert brief.lead.text.startswith("Most recently, Pakistan and Russia signed an agreement in 2014.")
    assert entry.number not in [line.entry for line in brief.agreed]
    assert any("check the words" in note for note in brief.reading)
    assert not any("Uncertain" in note for note in brief_of().reading)


def test_order_of_input_changes_nothing() -> None:
    assert brief_of(EVENTS[::-1]) == brief_of()
