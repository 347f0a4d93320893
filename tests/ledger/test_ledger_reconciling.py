"""A ledger whose mentions are reconciled: the same events whatever the order, the batches, the readings and the judgements taken back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from build import article_of, mention_of
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_help import judge, run_of, tamper

import sanudo
from sanudo.errors import UsageError
from sanudo.reconcile import Reconciler
from sanudo.records import Kind, WhenBasis

DAYS = ["2018-08-06", "2018-08-07", "2018-09-14", "2018"]
TEXTS = [
    "Chile and Peru met in Arica on Monday to talk about fish.",
    "On Monday in Arica Chile talked with Peru about fish and borders.",
    "Chile and Peru signed a pact on fish.",
    "Peru and Chile quarrelled, and met once more.",
]


def reading(number, day, text, kind):
    """An article of one or two mentions."""
    article = article_of(f"Report {number}. {TEXTS[text]}", published=f"2018-0{8 + number % 2}-0{1 + number}")
    told = {"when": DAYS[day], "when_basis": WhenBasis.STATED, "kind": kind, "evidence": TEXTS[text]}
    first = mention_of(article, "CONSULT", "CHL:Chile PER:Peru", confidence=0.5 + number / 20, **told)
    second = mention_of(article, "SUPPORT", "CHL:Chile PER:Peru", **{**told, "kind": Kind.AGREEMENT})
    return article, [first, second] if text == 2 else [first]


READINGS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from([Kind.MEETING, Kind.VISIT, Kind.AGREEMENT])),
    min_size=1,
    max_size=7,
).map(lambda drawn: [reading(n, *one) for n, one in enumerate(drawn)])


def made(folder, *batches, model="m1"):
    """A ledger out of batches of readings, each batch a run of its own."""
    path = Path(folder) / f"{len(list(Path(folder).iterdir()))}.sanudo"
    with sanudo.open(path, create=True):
        pass
    return grown(path, *batches, model=model)


def grown(path, *batches, model="m1"):
    """A ledger after these batches."""
    with sanudo.open(path, create=True) as ledger:
        for batch in batches:
            with ledger.writer(run_of(model), Reconciler()) as writer:
                if not writer.events_are_current:
                    assert not list(writer.remake_events())
                for article, mentions in batch:
                    writer.add_article(article, None, mentions)
    return path


def state(path):
    """All that the ledger makes of its mentions."""
    with sanudo.open(path) as ledger:
        assert ledger.verify(Reconciler()) == []
        events = sorted(ledger.events(), key=lambda event: event.id)
    with closing(sqlite3.connect(path)) as db:
        tables = dict.fromkeys(
            ("event", "event_member", "event_party", "likeness", "mention_key", "trait", "article_copy"), "*"
        )
        tables |= {"article_source": "article_id, source_id, stretch, bands", "article_band": "stretch, band"}
        return events, {
            name: sorted(db.execute(f"SELECT {what} FROM {name}").fetchall()) for name, what in tables.items()
        }


@settings(max_examples=40, deadline=None)
@given(READINGS, st.randoms(use_true_random=False))
def test_order_and_batches_do_not_matter(readings, random):
    with TemporaryDirectory() as folder:
        first = state(made(folder, readings))
        random.shuffle(readings)
        assert state(made(folder, readings)) == first
        assert state(made(folder, *([one] for one in readings))) == first


@settings(max_examples=25, deadline=None)
@given(READINGS, st.integers(0, 6))
def test_reading_again_gives_the_same_events(readings, which):
    """Another model reads one article otherwise, and then all of them as before."""
    with TemporaryDirectory() as folder:
        path = made(folder, readings)
        first = state(path)
        article, mentions = readings[which % len(readings)]
        grown(path, [(article, [replace(mentions[0], id="m1:other", when="2018-01-01")])], model="m2")
        grown(path, readings, model="m3")
        assert state(path) == first


@settings(max_examples=25, deadline=None)
@given(READINGS, st.sampled_from(["same", "apart", "wrong", "correct"]), st.integers(0, 9), st.integers(0, 9))
def test_a_judgement_taken_back_leaves_nothing(readings, verdict, left, right):
    mentions = [mention.id for _, told in readings for mention in told]
    one, other = mentions[left % len(mentions)], mentions[right % len(mentions)]
    if one == other and verdict in ("same", "apart"):
        return
    with TemporaryDirectory() as folder:
        path = made(folder, readings)
        first = state(path)
        with sanudo.open(path) as ledger:
            two = other if verdict in ("same", "apart") else None
            value = '{"when": "1999"}' if verdict == "correct" else None
            judge(ledger, verdict, one, two, value=value)
            assert ledger.verify(Reconciler()) == []
            judge(ledger, "undo", one, two, id="j1:undo", retracts=f"j1:{verdict}")
        assert state(path) == first


@pytest.fixture
def book(tmp_path):
    readings = [reading(n, 0, n % 2, Kind.MEETING) for n in range(3)]
    with sanudo.open(made(tmp_path, readings)) as ledger:
        yield ledger


def test_reports_of_one_meeting_are_one_event(book):
    (event,) = book.events()
    assert len(event.mention_ids) == len(event.article_ids) == event.sources == 3


def test_an_event_keeps_its_id_when_a_later_report_joins(book):
    (before,) = book.events()
    grown(book.path, [reading(5, 0, 1, Kind.MEETING)])
    (after,) = book.events()
    assert after.id == before.id
    assert len(after.mention_ids) == 4


def test_a_report_that_joins_leaves_the_rows_of_the_others(book):
    with closing(sqlite3.connect(book.path)) as db:
        db.execute("CREATE TABLE lost (mention_id TEXT)")
        db.execute(
            "CREATE TRIGGER losing AFTER DELETE ON event_member BEGIN INSERT INTO lost VALUES (OLD.mention_id); END"
        )
    grown(book.path, [reading(5, 0, 1, Kind.MEETING)])
    (event,) = book.events()
    assert len(event.mention_ids) == 4
    with closing(sqlite3.connect(book.path)) as db:
        assert db.execute("SELECT * FROM lost").fetchall() == []


def test_a_persons_word_outlasts_another_model(book):
    (event,) = book.events()
    judge(book, "apart", *sorted(event.mention_ids)[:2])
    judge(book, "correct", event.mention_ids[2], id="j1:c", value='{"when": "1999"}')
    assert len(book.events()) == 2
    again = [reading(n, 0, n % 2, Kind.MEETING) for n in range(3)]
    later = [(article, [replace(m, id=f"{m.id}x", confidence=0.7) for m in told]) for article, told in again]
    grown(book.path, later, model="m2")
    events = book.events()
    assert len(events) == 2
    assert {event.when for event in events if "when" in event.judged} == {"1999"}
    assert all(id.endswith("x") for event in events for id in event.mention_ids)


def test_what_is_judged_wrong_is_in_no_event(book):
    (event,) = book.events()
    judge(book, "wrong", event.mention_ids[0])
    (event_after,) = book.events()
    assert len(event_after.mention_ids) == 2
    assert book.verify(Reconciler()) == []
    for n, id in enumerate(event_after.mention_ids):
        judge(book, "wrong", id, id=f"j1:w{n}")
    assert len(book.events()) == 0
    assert len(book.mentions()) == 3


def test_the_last_judgement_on_a_pair_counts(book):
    (event,) = book.events()
    one, other = sorted(event.mention_ids)[:2]
    judge(book, "apart", one, other, made_at="2026-01-01")
    assert len(book.events()) == 2
    judge(book, "same", one, other, made_at="2026-01-02")
    assert len(book.events()) == 1


def test_an_article_has_no_mention_to_judge(book):
    with pytest.raises(UsageError, match="neither an event nor a mention"):
        book.told_by(book.articles()[0].id)


def test_copies_are_found_across_runs(tmp_path):
    text = " ".join(f"word{n}" for n in range(60)) + ". Chile and Peru met."
    first, second = article_of(text, published="2018-08-07"), article_of("A title\n" + text, published="2018-08-08")
    readings = [
        (a, [mention_of(a, "CONSULT", "CHL:Chile PER:Peru", evidence="Chile and Peru met.")]) for a in (first, second)
    ]
    with sanudo.open(made(tmp_path, *([one] for one in readings))) as ledger:
        (event,) = ledger.events()
    assert len(event.article_ids) == 2
    assert event.sources == 1


def test_events_of_older_rules_are_made_anew(tmp_path):
    path = made(tmp_path, [reading(n, 0, n % 2, Kind.MEETING) for n in range(3)])
    weights = dict.fromkeys(Reconciler()._weights, 0.0) | {"bias": -9.0}
    with sanudo.open(path) as ledger, ledger.writer(run_of("m9"), Reconciler(weights)) as writer:
        assert not writer.events_are_current
        assert list(writer.remake_events()) == [1, 2, 3]
        assert writer.events_are_current
        assert len(ledger.events()) == 3


def test_events_that_two_rules_made_are_made_anew(tmp_path):
    path = made(tmp_path, [reading(0, 0, 0, Kind.MEETING)])
    with sanudo.open(path) as ledger:
        with ledger.writer(run_of("m1")) as writer:
            article, mentions = reading(1, 0, 1, Kind.MEETING)
            writer.add_article(article, None, mentions)
        assert len(ledger.events()) == 2
        with ledger.writer(run_of("m1"), Reconciler()) as writer:
            assert not writer.events_are_current
            assert list(writer.remake_events()) == [1, 2]
        assert len(ledger.events()) == 1


def test_an_event_is_found_and_exported_by_the_states_a_person_gave_it(book):
    (event,) = book.events()
    judge(book, "correct", event.mention_ids[0], value='{"actors": ["BOL"], "recipients": ["PER"]}')
    assert [e.id for e in book.events(state="BOL")] == [e.event_id for e in book.known(state="BOL")] == [event.id]
    assert not book.events(state="CHL")
    (row,) = book.events().to_arrow().to_pylist()
    assert (row["actors"], row["recipients"], row["judged"]) == ("BOL", "PER", "actors;recipients")
    (told,) = book.entries("events")
    assert [party.state for party in told.mention.actors] == ["BOL"]


def test_an_event_that_its_states_do_not_find_is_told(book):
    assert book.verify(Reconciler()) == []
    tamper(book.path, "DELETE FROM event_party WHERE state = 'CHL'")
    (event,) = book.events()
    assert book.verify(Reconciler()) == [f"{event.id}: it is not found by its states"]
