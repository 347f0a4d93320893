from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build import article_of, mention_of
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_help import write

import sanudo
from sanudo.details import DETAILS, Amount, Item, Lead, Stated
from sanudo.ledger import tables
from sanudo.records import (
    Article,
    Attribution,
    Basis,
    EventMention,
    Kind,
    Participant,
    Place,
    PublishedBasis,
    Reason,
    Refusal,
    Segment,
    Status,
    WhenBasis,
)
from sanudo.serial import content_id, pack, unpack

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.integers(0, 10**6)
DATES = st.none() | st.sampled_from(["2018", "2018-05", "2018-05-12", "../2018", "2017-22", "2018-05~"])
PARTIES = st.lists(st.builds(Participant, st.sampled_from(["PER", "ECU", "NSA"]), st.none() | WORDS, st.none() | WORDS))


def many(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


SPOKEN = {"text": WORDS, "start": NUMBERS, "end": NUMBERS, "article_id": st.none() | WORDS}
AMOUNTS = st.builds(
    Amount, value=st.floats(0, 1e9), unit=WORDS, bound=st.just("about"), upto=st.none() | st.floats(0, 1e9), **SPOKEN
)
ANY = st.none() | WORDS
VALUES = {
    "Stated": st.builds(Stated, value=WORDS, **SPOKEN),
    "Amount": AMOUNTS,
    "Lead": st.builds(Lead, name=ANY, state=ANY, office=ANY, rank=ANY, **SPOKEN),
    "Item": st.builds(Item, designation=ANY, sort=ANY, count=st.none() | AMOUNTS, **SPOKEN),
}


def details(kind):
    """Records of the kind; None where it has none."""

    def values(field):
        (sort,) = (name for name in VALUES if name in field.type)
        return many(VALUES[sort]) if field.type.startswith("tuple") else st.none() | VALUES[sort]

    sort = DETAILS.get(kind)
    return st.builds(sort, **{f.name: values(f) for f in fields(sort)}) if sort else st.none()


def with_detail(mention):
    return details(mention.kind).map(lambda detail: replace(mention, detail=detail))


MENTIONS = st.builds(
    EventMention,
    id=WORDS.map(lambda words: content_id("m1", words)),  # as every mention is named
    article_id=WORDS,
    type=st.sampled_from(["SUPPORT", "ACCUSE"]),
    kind=st.sampled_from(Kind),
    actors=PARTIES.map(tuple),
    recipients=PARTIES.map(tuple),
    symmetric=st.booleans(),
    status=st.sampled_from(Status),
    confidence=st.floats(0, 1),
    evidence=st.just(()),
    coder=WORDS,
    model=WORDS,
    when=DATES,
    when_basis=st.none() | st.sampled_from(WhenBasis),
    where=st.none() | st.builds(Place, st.none() | WORDS, st.none() | WORDS, st.none() | NUMBERS, st.none(), st.none()),
    attribution=st.none() | st.builds(Attribution, WORDS, WORDS, NUMBERS, NUMBERS),
    basis=many(st.builds(Basis, WORDS, WORDS, st.none() | NUMBERS, st.none() | NUMBERS)),
    refusals=many(st.builds(Refusal, st.sampled_from(Reason), st.none() | WORDS, WORDS)),
).flatmap(with_detail)
ARTICLES = st.builds(
    Article,
    id=WORDS,
    text=WORDS,
    title=st.none() | WORDS,
    published=DATES,
    published_basis=st.none() | st.sampled_from(PublishedBasis),
    segments=many(st.builds(Segment, NUMBERS, NUMBERS, NUMBERS, NUMBERS)),
    refusals=many(st.builds(Refusal, st.sampled_from(Reason), st.none() | WORDS, WORDS)),
)


@given(MENTIONS)
def test_a_mention_comes_out_of_its_packing_as_it_went_in(mention):
    assert unpack(EventMention, pack(mention)) == mention


@given(ARTICLES)
def test_an_article_comes_out_of_its_row_as_it_went_in(article):
    row = tables.of_article(article)
    assert tables.to_article(row.packed, row.text) == article


@given(st.lists(MENTIONS, max_size=3, unique_by=lambda mention: mention.id), ARTICLES)
@settings(max_examples=10, deadline=None)
def test_whatever_is_read_is_stored_and_given_back(mentions, article):
    with TemporaryDirectory() as folder:
        path = write(Path(folder, "x.sanudo"), (article, *mentions))
        with sanudo.open(path) as ledger:
            assert list(ledger.articles()) == [article]
            assert {mention.id: mention for mention in ledger.mentions()} == {m.id: m for m in mentions}
            assert len(ledger.events()) == len(mentions)


FILES = [(format, what) for format in ("jsonl", "csv", "parquet") for what in ("events", "mentions", "articles")]


def reading(number, date):
    article = article_of(f"Lima and Quito met, round {number}. Quito thanked Lima.", published=date)
    met = mention_of(article, "CONSULT", "PER:Lima ECU:Quito", evidence="Lima and Quito met")
    return article, met, mention_of(article, "SUPPORT", "ECU:Quito", "PER:Lima", when=date, confidence=number / 10)


@given(st.permutations([reading(number, date) for number, date in enumerate(["2018-05", None, "2018-05-12", "2017"])]))
@settings(max_examples=10, deadline=None)
def test_the_order_of_reading_does_not_show(readings):
    with TemporaryDirectory() as folder:
        in_order = sorted(readings, key=lambda reading: reading[0].id)
        first, second = (exports(Path(folder, name), order) for name, order in (("a", in_order), ("b", readings)))
    assert first == second


def exports(folder, readings):
    folder.mkdir()
    with sanudo.open(write(folder / "x.sanudo", *readings)) as ledger:
        for format, what in FILES:
            assert ledger.export(folder / f"{what}.{format}", format, what) >= len(readings)
    return [(folder / f"{what}.{format}").read_bytes() for format, what in FILES]
