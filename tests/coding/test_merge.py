from dataclasses import replace

from sanudo.codebook import EVENT_TYPES
from sanudo.coding.merge import FEATURES, comparable, merge, probability
from sanudo.learned import weights
from sanudo.records import Kind, Place, WhenBasis
from tests.build import article_of, mention_of, party_of

ARTICLE = article_of(
    "Peru met Chile in May. Chile hosted Peru again. Later Peru accused Chile. Envoy Rojas and envoy Diaz came."
)
WEIGHTS = weights("merging")
FIRST, SECOND = "Peru met Chile in May.", "Chile hosted Peru again."


def meeting(words: str, **fields: object):
    mention = mention_of(ARTICLE, "CONSULT", "PER:Peru CHL:Chile", evidence=words, kind=Kind.MEETING)
    return replace(mention, **fields)


def test_two_tellings_of_one_meeting_are_one_mention_with_both_words() -> None:
    (merged,) = merge([meeting(FIRST, when="2018-05"), meeting(SECOND, confidence=0.95, kind=Kind.VISIT)])
    assert [e.text for e in merged.evidence] == [SECOND, FIRST]
    assert merged.confidence == 0.95


def test_a_meeting_that_is_told_as_a_committees_is_one() -> None:
    (merged,) = merge([meeting(FIRST, when="2018-05", confidence=0.95), meeting(SECOND, kind=Kind.COMMITTEE)])
    assert merged.kind is Kind.COMMITTEE


def test_what_the_surest_telling_leaves_open_is_filled() -> None:
    place = Place("PER", "Lima")
    dated = meeting(FIRST, when="2018-05", when_basis=WhenBasis.STATED, where=place)
    (merged,) = merge([dated, meeting(SECOND, confidence=0.95)])
    assert (merged.when, merged.when_basis, merged.where) == ("2018-05", WhenBasis.STATED, place)


def test_the_more_exact_date_is_kept() -> None:
    (merged,) = merge([meeting(FIRST, when="2018-05", confidence=0.95), meeting(SECOND, when="2018-05-04")])
    assert merged.when == "2018-05-04"


def test_dates_that_cannot_both_be_true_are_two_meetings() -> None:
    assert len(merge([meeting(FIRST, when="2018-05"), meeting(SECOND, when="2018-06")])) == 2


def test_a_dated_happening_of_long_ago_is_less_likely_the_undated_one() -> None:
    told = [meeting(FIRST, when="1990"), meeting(SECOND)]
    ((_, long_ago),) = comparable(told, "2018-05-12")
    ((_, of_late),) = comparable(told, "1990-07-12")
    assert probability(long_ago, WEIGHTS) < probability(of_late, WEIGHTS)


def test_two_tellings_in_either_order_are_one() -> None:
    told = [meeting(FIRST, when="2018-05"), meeting(SECOND)]
    (one,), (other,) = merge(told), merge(told[::-1])
    assert one.when == other.when == "2018-05"


def test_no_undated_telling_joins_two_dates() -> None:
    dated = [meeting(FIRST, when="2018-05"), meeting(FIRST, when="2018-06")]
    assert {m.when for m in merge([meeting(SECOND), *dated])} == {"2018-05", "2018-06"}


def test_every_weight_belongs_to_a_feature_that_is_there() -> None:
    known = {"bias", *(feature.__name__ for feature in FEATURES), *EVENT_TYPES}
    assert set(WEIGHTS) == known


def test_other_types_and_other_parties_stay_apart() -> None:
    accusation = mention_of(ARTICLE, "ACCUSE", "PER:Peru CHL:Chile", evidence=SECOND, kind=Kind.MEETING)
    others = mention_of(ARTICLE, "CONSULT", "PER:Peru", evidence=SECOND, kind=Kind.MEETING)
    assert len(merge([meeting(FIRST), accusation])) == 2
    assert len(merge([meeting(FIRST), others])) == 2


def test_meetings_of_different_persons_stay_apart() -> None:
    rojas = party_of("PER", "Rojas", within=ARTICLE.text, name="Luis Rojas")
    diaz = party_of("PER", "Diaz", within=ARTICLE.text, name="Ana Diaz")
    chile = party_of("CHL", "Chile", within=ARTICLE.text)
    assert len(merge([meeting(FIRST, actors=(rojas, chile)), meeting(SECOND, actors=(diaz, chile))])) == 2
    (merged,) = merge([meeting(FIRST, actors=(rojas, chile)), meeting(SECOND, confidence=0.95)])
    assert merged.actors[0].name == "Luis Rojas"


def test_a_memorandum_is_no_contract_but_either_may_be_the_deal() -> None:
    article = article_of(
        "Peru and Chile signed a contract. Peru and Chile signed a memorandum. Peru and Chile signed the deal."
    )
    words = article.text.split(". ")

    def signing(part: str):
        return mention_of(article, "SUPPORT", "PER:Peru CHL:Chile", evidence=part.rstrip("."), kind=Kind.AGREEMENT)

    assert len(merge([signing(words[0]), signing(words[1])])) == 2
    assert len(merge([signing(words[0]), signing(words[2])])) == 1
