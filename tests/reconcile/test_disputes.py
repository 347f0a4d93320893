from dataclasses import replace

import pytest
from reconcile_help import mention

from sanudo.details import Amount as Number
from sanudo.details import Attack, Committee, Exercise, Measure, Stated
from sanudo.reconcile.disputes import disputes
from sanudo.reconcile.merged import merged
from sanudo.records import INDETERMINATE, Judgement, Kind, Place, Status, WhenBasis

ARICA, LIMA = Place("CHL", "Arica", 1, -18.5, -70.3), Place("PER", "Lima", 2, -12.05, -77.05)


def dead(value, bound="exact", upto=None):
    return Attack(dead=Number(float(value), "people", bound, f"{value} dead", 0, 5, upto))


def scope(words):
    return Measure(scope=Stated(words, words, 0, len(words)))


def reports(*fields):
    """Mentions of one event, each in a report of its own."""
    return [mention(f"Report {n}: Chile and Peru.", **one)[0] for n, one in enumerate(fields)]


def found(*fields):
    told = reports(*fields)
    return disputes(told, {m.article_id: m.article_id for m in told})


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("when", {"when": "2013"}, {"when": "2014"}),
        ("when", {"when": "2018-08-06"}, {"when": "2018-08-09"}),
        ("when", {"when": "2018-08-06", "when_basis": WhenBasis.RELATIVE}, {"when": "2018-08-08"}),
        ("status", {"status": Status.HAPPENED}, {"status": Status.DENIED}),
        ("dead", {"kind": Kind.ATTACK, "detail": dead(12)}, {"kind": Kind.ATTACK, "detail": dead(15)}),
        ("dead", {"kind": Kind.ATTACK, "detail": dead(20, "at_least")}, {"kind": Kind.ATTACK, "detail": dead(15)}),
        (
            "scope",
            {"kind": Kind.SANCTION, "detail": scope("all ties")},
            {"kind": Kind.SANCTION, "detail": scope("aid")},
        ),
    ],
)
def test_values_that_cannot_both_be_true_are_a_dispute(field, one, other):
    (dispute,) = found(one, other)
    assert dispute.field == field
    assert [len(side.article_ids) for side in dispute.sides] == [1, 1]
    assert (dispute.mode, dispute.modal_confidence, dispute.dscore) == (INDETERMINATE, 0.5, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": "2018-08"}, {"when": "2018-08-07"}),
        ({"when": "2018-08"}, {"when": "2018-09"}),
        ({"when": "2018-08-06", "when_basis": WhenBasis.PUBLICATION}, {"when": "2018-08-09"}),
        ({"when": "2018-08-06"}, {"when": "2018-08-07"}),
        ({"when": "2018-08-06/2018-08-07"}, {"when": "2018-08-07"}),
        ({"where": ARICA}, {"where": LIMA}),
        ({"where": LIMA}, {"where": Place("PER")}),
        ({"status": Status.HAPPENED}, {"status": Status.ONGOING}),
        ({"kind": Kind.ATTACK, "detail": dead(12, "at_least")}, {"kind": Kind.ATTACK, "detail": dead(15)}),
        ({"kind": Kind.ATTACK, "detail": dead(200, "about")}, {"kind": Kind.ATTACK, "detail": dead(210)}),
        ({"kind": Kind.ATTACK, "detail": dead(10, upto=20)}, {"kind": Kind.ATTACK, "detail": dead(15)}),
        (
            {"kind": Kind.SANCTION, "detail": scope("military aid")},
            {"kind": Kind.SANCTION, "detail": scope("security aid")},
        ),
    ],
)
def test_what_can_be_true_together_is_no_dispute(one, other):
    assert found(one, other) == ()


@pytest.mark.parametrize(("one", "other", "disputed"), [("Peruvian ", "U.S. ", 0), ("Peruvian ", "", 1), ("", "", 1)])
def test_soldiers_of_two_states_are_counted_apart(one, other, disputed):
    sizes = (Number(n, "soldiers", "exact", f"{n} {whose}soldiers", 0, 9) for n, whose in ((175, one), (85, other)))
    told = ({"kind": Kind.EXERCISE, "detail": Exercise(size=(size,))} for size in sizes)
    assert len(found(*told)) == disputed


def test_a_vague_value_is_on_no_side():
    (dispute,) = found({"when": "2018-08"}, {"when": "2018-08-06"}, {"when": "2018-08-09"})
    assert [side.value for side in dispute.sides] == ["2018-08-06", "2018-08-09"]


def test_copies_of_one_text_are_one_source():
    told = reports({"when": "2014"}, {"when": "2013"}, {"when": "2013"}, {"when": "2014"}, {"when": "2013"})
    sources = {m.article_id: "s1" if m.when == "2013" else m.article_id for m in told}
    (dispute,) = disputes(told, sources)
    assert [(side.value, len(side.article_ids), side.sources) for side in dispute.sides] == [
        ("2014", 2, 2),
        ("2013", 3, 1),
    ]
    assert (dispute.mode, dispute.modal_confidence) == ("2013", 0.6)


def test_one_report_that_gives_two_values_disputes_nothing():
    one, _ = mention("Chile and Peru met, first they said in 2013.", when="2013")
    assert disputes([one, replace(one, id="m1:b", when="2014")], {one.article_id: "s"}) == ()


def test_the_event_takes_what_most_sources_say_and_the_most_exact_of_it():
    told = reports(
        {"when": "2014", "confidence": 0.99},
        {"when": "2013-05", "confidence": 0.5},
        {"when": "2013", "confidence": 0.6},
    )
    event = merged("e1:x", told, {m.article_id: m.article_id for m in told})
    assert (event.when, event.sources, event.confidence) == ("2013-05", 3, 0.99)
    (support,) = [s for s in event.support if s.field == "when"]
    assert set(support.mention_ids) == {told[1].id, told[2].id}
    assert support.sources == 2


def judged(value, made_at="2026"):
    return Judgement("j1:1", "correct", "m1:1", None, "", "Ada", made_at, None, value)


def test_a_person_settles_a_dispute():
    told = reports({"when": "2014"}, {"when": "2013"})
    sources = {m.article_id: m.article_id for m in told}
    event = merged("e1:x", told, sources, [judged('{"when": "2013"}'), judged('{"when": "2014-11-20", "where": null}')])
    assert (event.when, event.when_basis, event.where) == ("2014-11-20", WhenBasis.STATED, None)
    assert event.disputes == ()
    assert event.judged == ("when", "where")


def test_who_prints_a_denial_may_tell_the_deed_too():
    text = "Report: Chile and Peru."
    deed = mention(text, "ASSAULT", "CHL:Chile", "PER:Peru", kind=Kind.ATTACK)[0]
    denial = replace(deed, id="m1:denial", status=Status.DENIED)
    other = mention("Another report: Chile and Peru.", "ASSAULT", "CHL:Chile", "PER:Peru", kind=Kind.ATTACK)[0]

    def fields(*told):
        return [d.field for d in disputes(told, {m.article_id: m.article_id for m in told})]

    assert fields(deed, denial, other) == ["status"]
    assert fields(deed, denial) == []


def test_who_is_accused_denies_the_deed_not_the_accusation():
    one, other = reports({"status": Status.HAPPENED}, {"status": Status.DENIED})
    told = [replace(m, type="ACCUSE") for m in (one, other)]
    assert disputes(told, {m.article_id: m.article_id for m in told}) == ()


def test_numbers_of_two_units_are_on_no_side_of_each_other():
    def value(amount, unit):
        return {
            "kind": Kind.SANCTION,
            "detail": Measure(amount=Number(amount, unit, "exact", f"{amount} {unit}", 0, 5)),
        }

    (dispute,) = found(value(40e6, "USD"), value(60e6, "USD"), value(400e6, "NOK"))
    assert [len(side.article_ids) for side in dispute.sides] == [1, 1]


def test_a_side_lists_only_those_who_say_its_words():
    def measure(words):
        return {"kind": Kind.SANCTION, "detail": scope(words)}

    (dispute,) = found(measure("all ties"), measure("security aid"), measure("a grain loan"))
    assert [len(side.article_ids) for side in dispute.sides] == [1, 1]


def test_sessions_are_counted_alike():
    def committee(number):
        return {
            "kind": Kind.COMMITTEE,
            "detail": Committee(session=Number(number, "session", "exact", str(number), 0, 5)),
        }

    assert [d.field for d in found(committee(3.0), committee(4.0))] == ["session"]
