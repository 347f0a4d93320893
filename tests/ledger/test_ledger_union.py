"""The record of an event is what its mentions tell together."""

from build import article_of, mention_of
from ledger_help import run_of, write

from sanudo.details import Agreement, Amount, Item, Meeting, Stated, Transfer
from sanudo.ledger import open_ledger
from sanudo.records import Kind

WIRE = article_of("Chile and Peru signed a pact in Arica.")
DAILY = article_of("A treaty was signed by Chile and Peru for five years.")


def told(article, confidence, detail, kind=Kind.AGREEMENT):
    return mention_of(article, "SUPPORT", "CHL:Chile PER:Peru", kind=kind, confidence=confidence, detail=detail)


def joined(path, one, other):
    """The one event that two mentions make."""
    with open_ledger(write(path / "l.sanudo", (WIRE, one), (DAILY, other))) as ledger:
        with ledger.writer(run_of()) as writer:
            writer.set_events([[one.id, other.id]])
        (event,) = ledger.events()
        return event


def test_lists_are_joined_and_gaps_filled_with_the_article_that_fills_them(tmp_path):
    pact = Agreement(Stated("pact", "pact", 24, 28), subjects=(Stated("border", "Arica", 32, 37),))
    treaty = Agreement(
        Stated("treaty", "treaty", 2, 8),
        subjects=(Stated("border", "x", 0, 1), Stated("trade", "y", 1, 2)),
        duration=Amount(5.0, "years", "exact", "five years", 42, 52),
    )
    event = joined(tmp_path, told(WIRE, 0.9, pact), told(DAILY, 0.6, treaty))
    assert event.detail.instrument == pact.instrument
    assert [(s.value, s.article_id) for s in event.detail.subjects] == [("border", None), ("trade", DAILY.id)]
    assert (event.detail.duration.value, event.detail.duration.article_id) == (5, DAILY.id)


def test_a_record_of_another_sort_adds_nothing(tmp_path):
    event = joined(
        tmp_path,
        told(WIRE, 0.9, Agreement()),
        told(DAILY, 0.6, Meeting(level=Stated("minister", "A", 0, 1)), Kind.MEETING),
    )
    assert event.detail == Agreement()


def test_equipment_is_one_by_its_designation(tmp_path):
    one = Transfer(items=(Item("Mi-35", None, None, "Mi-35", 0, 5),))
    two = Transfer(items=(Item("MI-35", "helicopter", None, "MI-35", 0, 5), Item(None, "tank", None, "tanks", 6, 9)))
    event = joined(tmp_path, told(WIRE, 0.9, one, Kind.TRANSFER), told(DAILY, 0.6, two, Kind.TRANSFER))
    assert [item.designation or item.sort for item in event.detail.items] == ["Mi-35", "tank"]
