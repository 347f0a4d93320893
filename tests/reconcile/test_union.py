"""The record of an event is what its mentions tell together."""

from build import article_of, mention_of

from sanudo.details import Agreement, Amount, Item, Meeting, Stated, Transfer
from sanudo.reconcile.union import together
from sanudo.records import Kind

WIRE = article_of("Chile and Peru signed a pact in Arica.")
DAILY = article_of("A treaty was signed by Chile and Peru for five years.")


def told(article, confidence, detail, kind=Kind.AGREEMENT):
    return mention_of(article, "SUPPORT", "CHL:Chile PER:Peru", kind=kind, confidence=confidence, detail=detail)


def joined(one, other):
    """The record that two mentions give their event."""
    return together(sorted((one, other), key=lambda mention: -mention.confidence))


def test_lists_are_joined_and_gaps_filled_with_the_article_that_fills_them():
    pact = Agreement(Stated("pact", "pact", 24, 28), subjects=(Stated("border", "Arica", 32, 37),))
    treaty = Agreement(
        Stated("treaty", "treaty", 2, 8),
        subjects=(Stated("border", "x", 0, 1), Stated("trade", "y", 1, 2)),
        duration=Amount(5.0, "years", "exact", "five years", 42, 52),
    )
    record = joined(told(WIRE, 0.9, pact), told(DAILY, 0.6, treaty))
    assert record.instrument == pact.instrument
    assert [(s.value, s.article_id) for s in record.subjects] == [("border", None), ("trade", DAILY.id)]
    assert (record.duration.value, record.duration.article_id) == (5, DAILY.id)


def test_a_record_of_another_sort_adds_nothing():
    record = joined(
        told(WIRE, 0.9, Agreement()),
        told(DAILY, 0.6, Meeting(level=Stated("minister", "A", 0, 1)), Kind.MEETING),
    )
    assert record == Agreement()


def test_equipment_is_one_by_its_designation():
    one = Transfer(items=(Item("Mi-35", None, None, "Mi-35", 0, 5),))
    two = Transfer(items=(Item("MI-35", "helicopter", None, "MI-35", 0, 5), Item(None, "tank", None, "tanks", 6, 9)))
    record = joined(told(WIRE, 0.9, one, Kind.TRANSFER), told(DAILY, 0.6, two, Kind.TRANSFER))
    assert [item.designation or item.sort for item in record.items] == ["Mi-35", "tank"]
