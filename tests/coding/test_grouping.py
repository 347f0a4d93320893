from sanudo.coding.grouping import Told, group
from sanudo.coding.model import PairScores

SCORES = PairScores({}, {}, {}, {})


def told(type_: str, actor: str, recipient: str, symmetric: bool = False, probability: float = 0.9) -> Told:
    return Told(type_, actor, recipient, symmetric, probability, SCORES)


def shapes(*pairs: Told) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(g.actors, g.recipients) for g in group(pairs)]


def test_all_who_meet_are_one_event() -> None:
    pairs = (told("CONSULT", "A", "B", True), told("CONSULT", "A", "C", True), told("CONSULT", "B", "C", True))
    assert shapes(*pairs) == [(("A", "B", "C"), ())]


def test_two_meetings_stay_two() -> None:
    assert shapes(told("CONSULT", "A", "B", True), told("CONSULT", "C", "D", True)) == [
        (("A", "B"), ()),
        (("C", "D"), ()),
    ]


def test_allies_who_accuse_one_state_act_together() -> None:
    assert shapes(told("ACCUSE", "A", "C"), told("ACCUSE", "B", "C")) == [(("A", "B"), ("C",))]


def test_one_state_that_accuses_two() -> None:
    assert shapes(told("ACCUSE", "A", "B"), told("ACCUSE", "A", "C")) == [(("A",), ("B", "C"))]


def test_the_echo_of_a_surer_pair_is_left_out() -> None:
    assert shapes(told("SUPPORT", "A", "B", True), told("SUPPORT", "A", "C", True, 0.4)) == [(("A", "B"), ())]


def test_types_and_ways_are_kept_apart_and_the_surest_pair_comes_first() -> None:
    groups = group([told("AID", "A", "B", probability=0.88), told("ACCUSE", "B", "A"), told("AID", "A", "C")])
    assert [(g.type, g.actors, g.recipients) for g in groups] == [
        ("AID", ("A",), ("B", "C")),
        ("ACCUSE", ("B",), ("A",)),
    ]
    assert groups[0].told[0].recipient == "C"
