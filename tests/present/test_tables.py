"""Lists as tables."""

import io

from build import article_of, mention_of
from rich.console import Console

from sanudo.present.tables import Table, article_table, event_table, to_text, who
from sanudo.present.terminal import to_rich
from sanudo.records import EventMention, Kind, Place, Reason, Refusal

ARTICLE = article_of("The USA cut [bold]aid[/bold]\n to Pakistan.", publisher="The Wire", title="Aid\tcut")
CUT = mention_of(
    ARTICLE, "SANCTION", "USA:USA", "PAK:Pakistan", kind=Kind.AID_SUSPENSION, when="2018-01", where=Place("PAK")
)
TALKS = mention_of(ARTICLE, "CONSULT", "USA:USA PAK:Pakistan", kind=Kind.MEETING)


def table(*mentions: EventMention) -> Table:
    return event_table((m, m, ARTICLE) for m in mentions)


def test_parties_show_who_leads() -> None:
    assert who(CUT) == "United States -> Pakistan"
    assert who(TALKS) == "United States <-> Pakistan"


def test_plain_columns_line_up_and_keep_the_words_whole_on_one_line() -> None:
    head, first, second = to_text(table(CUT, TALKS)).splitlines()
    assert head.split() == ["when", "type", "kind", "status", "who", "where", "source", "id", "words"]
    assert first.startswith("2018-01  SANCTION  aid_suspension  happened  United States -> Pakistan   Pakistan")
    assert first.endswith(f"The Wire  {CUT.id[:11]}  The USA cut [bold]aid[/bold] to Pakistan.")
    assert second.startswith("-        CONSULT")
    assert {line.index(m.id[:11]) for line, m in ((first, CUT), (second, TALKS))} == {head.index("id")}


def test_a_row_without_mention_or_article_stays() -> None:
    assert to_text(event_table([(CUT, None, None)])).splitlines()[1].endswith("-")


def test_articles_say_whether_they_were_coded() -> None:
    foreign = article_of("Bonjour", language="fr", refusals=(Refusal(Reason.NOT_ENGLISH),))
    dateless = article_of("Hello", refusals=(Refusal(Reason.NO_PUBLICATION_DATE, "published"),))
    rows = article_table([foreign, dateless, ARTICLE]).rows
    assert [row[3] for row in rows] == ["not in English", "coded", "coded"]
    assert rows[2][-1] == "Aid cut"


def test_terminal_table_takes_nothing_for_markup() -> None:
    stream = io.StringIO()
    Console(file=stream, width=120, force_terminal=False).print(to_rich(table(CUT)))
    shown = stream.getvalue()
    assert "[bold]aid[/bold]" in shown
    assert CUT.id[:11] in shown
    assert max(map(len, shown.splitlines())) <= 120


def test_terminal_table_fits_eighty_columns_and_cuts_what_would_fill_the_screen() -> None:
    article = article_of(f"The USA cut aid to Pakistan, {'and so on ' * 100}.")
    cut = mention_of(article, "SANCTION", "USA:USA", "PAK:Pakistan", when="2018-01")
    stream = io.StringIO()
    Console(file=stream, width=80).print(to_rich(event_table([(cut, cut, article)])))
    lines = stream.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) < 12
    assert any("…" in line for line in lines)
