from sanudo.coding.candidates import MOST_PARTIES, candidates
from sanudo.parse import parse
from tests.build import article_of


def pairs(text: str) -> list[tuple[str, str, bool]]:
    """Parties of every pair, and whether the second stands in the sentence itself."""
    found = candidates(parse(article_of(text)))
    return [(c.parties[a], c.parties[b], bool(c.spans[b])) for c in found for a, b in c.pairs]


def test_every_pair_of_a_sentence_in_order_of_mention() -> None:
    assert pairs("Peru told Chile about Cuba.") == [("PER", "CHL", True), ("PER", "CUB", True), ("CHL", "CUB", True)]


def test_a_party_alone_is_paired_with_those_of_the_sentence_before() -> None:
    assert pairs("Peru wrote to Chile. Chile answered.")[1:] == [("CHL", "PER", False)]


def test_groups_are_told_apart_by_name() -> None:
    assert pairs("Hamas met Hezbollah.") == [("NSA:Hamas", "NSA:Hezbollah", True)]


def test_both_sides_stand_for_both() -> None:
    assert pairs("Peru met Chile. Both sides agreed.")[1] == ("CHL", "PER", True)


def test_long_lists_are_cut() -> None:
    names = "Peru, Chile, Cuba, Brazil, Bolivia, Ecuador, Colombia, Panama, Mexico, Canada and Haiti voted."
    assert len(pairs(names)) == MOST_PARTIES * (MOST_PARTIES - 1) // 2
