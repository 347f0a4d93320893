"""Reactions of third states to an event, and the exact test behind them."""

from datetime import date, timedelta
from math import inf

import pytest
from told import outline

from sanudo.analyse.exact import holm, rates
from sanudo.analyse.facts import facts
from sanudo.analyse.reactions import reactions
from sanudo.analyse.shift_frames import reactions_table
from sanudo.errors import UsageError

DAY = date(2018, 7, 1)


def at(told, *days, **fields):
    return [
        outline(f"{told} {DAY + timedelta(days=day)}", event_id=f"e1:{told}{day}.{n}", **fields)
        for n, day in enumerate(days)
    ]


EVENT = outline(f"RUS UKR ASSAULT {DAY}", event_id="e1:the-event")
WORLD = at("BRA PER CONSULT", *range(-180, 20))


def test_more_than_usual_is_told_with_its_events():
    usual = at("POL RUS ACCUSE", -90, -60, -30)
    after = at("POL RUS ACCUSE", 0, 1, 1, 2, 3, 5, 8)
    found = reactions(facts([EVENT, *WORLD, *usual, *after]), "e1:the-event")
    assert (found.parties, found.day, found.last_day) == (("RUS", "UKR"), "2018-07-01", "2018-07-14")
    (one,) = found.reactions
    assert (one.state, one.towards, one.side, one.events, one.events_before) == ("POL", "RUS", "conflict", 7, 3)
    assert one.usual == pytest.approx(3 * 14 / 180)
    assert one.low > 1
    assert one.p < 0.001
    assert one.event_ids == tuple(each.event_id for each in after)


def test_the_usual_is_no_reaction():
    steady = at("POL RUS ACCUSE", *range(-180, 14, 6))
    (one,) = reactions(facts([EVENT, *WORLD, *steady]), "e1:the-event").reactions
    assert one.low < 1 < one.high
    assert one.p > 0.5


def test_a_rise_in_all_news_is_no_reaction():
    more = at("BRA PER CONSULT", *[day for day in range(14) for _ in range(40)])
    after = at("POL RUS ACCUSE", *range(-180, 0, 18), *range(8))
    (calm,) = reactions(facts([EVENT, *WORLD, *after]), "e1:the-event").reactions
    (loud,) = reactions(facts([EVENT, *WORLD, *more, *after]), "e1:the-event").reactions
    assert calm.p < 0.01
    assert loud.p > 0.5


def test_what_the_parties_do_and_what_did_not_happen_are_no_reactions():
    between = at("UKR RUS ACCUSE", 1, 2) + at("RUS POL ACCUSE", 1, 2)
    planned = at("POL RUS SANCTION", 1, 2, status="planned")
    found = reactions(facts([EVENT, *WORLD, *between, *planned]), "e1:the-event")
    assert found.reactions == ()
    assert found.note == "No third state did anything towards RUS or UKR in these days or in those before."


def test_too_few_days_before_are_too_little():
    found = reactions(facts([EVENT, *at("BRA PER CONSULT", *range(-20, 14))]), "e1:the-event")
    assert found.note.startswith("Too little to tell what is usual: the ledger has 20 days before the event; 28")


def test_an_unknown_event_is_said():
    with pytest.raises(UsageError, match="e1:none: no event"):
        reactions(facts(WORLD), "e1:none")


def test_a_frame_has_a_row_for_each_rate():
    found = reactions(facts([EVENT, *WORLD, *at("POL RUS ACCUSE", 1)]), "e1:the-event")
    (row,) = reactions_table(found).to_pylist()
    assert (row["event_id"], row["state"], row["events"], row["ratio"], row["high"]) == (
        "e1:the-event",
        "POL",
        1,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("after", "before", "share", "p", "low", "high"),
    [
        (8, 2, 0.5, 2 * 56 / 1024, 0.798, 38.665),  # Clopper-Pearson 0.4439 and 0.9748
        (5, 0, 0.5, 2 / 32, 0.9157, inf),  # 0.4782
        (0, 4, 0.2, 2 * 0.8**4, 0.0, 6.0525),  # 0.6024
        (0, 0, 0.5, 1.0, 0.0, inf),
    ],
)
def test_two_rates_are_compared_exactly(after, before, share, p, low, high):
    found = rates(after, before, share)
    assert found == pytest.approx((p, low, high), rel=2e-3)


def test_tests_are_corrected_for_their_number():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []
