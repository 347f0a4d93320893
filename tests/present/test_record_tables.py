"""Lists of one kind of event, with the fields of its record."""

import io
from dataclasses import replace

from build import article_of, mention_of
from rich.console import Console

from sanudo.details import Amount, Attack, Exercise, Item, Lead, Stated, Statement
from sanudo.present.detailwords import cell, value_words
from sanudo.present.tables import record_table, to_text
from sanudo.present.terminal import to_rich
from sanudo.records import Kind

ARTICLE = article_of("Chile thanked Peru for help with the flood.", publisher="The Wire")
THANKS = Statement(
    addressee=Stated("PER", "Peru", 14, 18),
    stance=Stated("praise", "thanked", 6, 13),
    voice=Stated("official", "Chile", 0, 5),
    topic=Stated("help with the flood", "help with the flood", 23, 42),
)
SAID = replace(mention_of(ARTICLE, "SUPPORT", "CHL:Chile", "PER:Peru", kind=Kind.STATEMENT), detail=THANKS)
FIELDS = ("addressee", "stance", "voice", "topic", "quotation", "first_time")


def test_fields_that_are_empty_or_go_without_saying_are_left_out():
    table = record_table([(SAID, SAID, ARTICLE)], FIELDS)
    assert table.headings == ("when", "type", "status", "who", "stance", "topic", "source", "id", "words")
    analyst = replace(SAID, detail=replace(THANKS, voice=Stated("analyst", "Chile", 0, 5)))
    assert "voice" in record_table([(SAID, SAID, ARTICLE), (analyst, analyst, ARTICLE)], FIELDS).headings
    elsewhere = replace(SAID, detail=replace(THANKS, addressee=Stated("BOL", "Bolivia", 0, 5)))
    assert "addressee" in record_table([(elsewhere, elsewhere, ARTICLE)], FIELDS).headings


def test_a_whole_table_has_every_field():
    table = record_table([(SAID, SAID, ARTICLE)], FIELDS, whole=True)
    assert table.headings[4:-3] == ("addressee", "stance", "voice", "topic", "quotation", "first time")
    assert table.rows[0][4:7] == ("Peru", "praise", "official")


def test_a_list_shows_the_words_at_its_end():
    assert to_text(record_table([(SAID, SAID, ARTICLE)], FIELDS)).splitlines()[1].endswith(f"  {ARTICLE.text}")


def test_a_terminal_names_the_fields_in_each_row_and_skips_the_empty_ones():
    bare = replace(SAID, detail=Statement())
    table = record_table([(SAID, SAID, ARTICLE), (bare, bare, ARTICLE)], FIELDS)
    stream = io.StringIO()
    Console(file=stream, width=80, force_terminal=False).print(to_rich(table))
    shown = stream.getvalue()
    assert "record" in shown.splitlines()[1]
    assert shown.count("stance: praise") == 1
    assert "topic: help with the" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_table_without_any_value_has_no_record_column():
    bare = replace(SAID, kind=Kind.ATTACK, detail=Attack())
    table = record_table([(bare, bare, ARTICLE)], ("weapons", "dead"))
    assert table.headings == ("when", "type", "status", "who", "source", "id", "words")
    Console(file=(stream := io.StringIO()), width=80).print(to_rich(table))
    assert "record" not in stream.getvalue()


def test_no_value_says_a_thing_twice():
    assert value_words(Lead(None, "UNO", None, None, "United Nations", 0, 14)) == "United Nations"
    assert value_words(Lead("Ana Rojas", "CHL", "envoy", None, "envoy Ana Rojas", 0, 15)) == "Ana Rojas, envoy (Chile)"
    assert value_words(Lead(None, "PER", "envoy of Peru", None, "envoy of Peru", 0, 13)) == "envoy of Peru"
    opened = Exercise(
        edition=Amount(2, "edition", "exact", "second", 0, 6), first_time=Stated("first_time", "inaugural", 7, 16)
    )
    assert (cell(opened, "edition"), cell(opened, "first_time")) == ("2", "inaugural")


def test_several_of_a_class_are_told_in_the_plural():
    def item(sort: str, count: float) -> str:
        return value_words(Item(None, sort, Amount(count, sort, "exact", "", 0, 0), "", 0, 0))

    assert [item(sort, 6) for sort in ("tank", "missile battery", "aircraft", "troops")] == [
        "6 tanks",
        "6 missile batteries",
        "6 aircraft",
        "6 troops",
    ]
    assert item("tank", 1) == "1 tank"
