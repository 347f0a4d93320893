from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sanudo.read import read_sources
from sanudo.records import Article, PublishedBasis, ReadProblem, Reason

TEXT = "Peru and Chile opened a joint customs post on Tuesday, the two foreign ministries announced."


def item(number: int, more: str = "", text: str = TEXT) -> str:
    return (
        f"<item><title>Customs post number {number} opens</title><link>https://andes.example/{number}</link>"
        f"<guid>andes-{number}</guid><pubDate>Tue, 07 Aug 2018 22:10:00 -0500</pubDate>"
        f"<description><![CDATA[<p>{text}</p><p>It is post number {number}.</p>]]></description>{more}</item>"
    )


def rss(*items: str, end: str = "</channel></rss>") -> str:
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Andes Post</title>{"".join(items)}{end}'


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Quiet Notes</title>
<entry><title>Posts and passes</title><id>tag:1</id><link href="https://notes.example/2018/08/08/posts"/>
<updated>2018-08-08T23:00:00-05:00</updated><author><name>Editor</name></author>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;&lt;script&gt;no()&lt;/script&gt;</content></entry></feed>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Andes</title></channel>
<item><title>Customs post opens</title><link>https://old.example/1</link><description>{TEXT}</description>
<dc:date>2003-05-01</dc:date></item></rdf:RDF>"""


def read(folder: Path, content: str, name: str = "feed.xml") -> list[Any]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return list(read_sources([path]))


def test_items_of_rss(tmp_path: Path) -> None:
    first, second = read(tmp_path, rss(item(1), item(2)))
    assert first.origin == f"{tmp_path / 'feed.xml'}#item 1"
    assert first.text == f"Customs post number 1 opens\n\n{TEXT}\n\nIt is post number 1."
    assert (first.title, first.publisher) == ("Customs post number 1 opens", "Andes Post")
    assert (first.published, first.published_basis) == ("2018-08-07", PublishedBasis.FEED)
    assert (first.url, first.given_id) == ("https://andes.example/1", "andes-1")
    assert second.given_id == "andes-2"
    assert first.id != second.id


def test_entries_of_atom(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, ATOM, "notes")
    assert entry.text == f"Posts and passes\n\n{TEXT}"
    assert (entry.publisher, entry.author, entry.published) == ("Quiet Notes", "Editor", "2018-08-08")


def test_items_of_rdf(tmp_path: Path) -> None:
    (article,) = read(tmp_path, RDF)
    assert (article.published, article.publisher) == ("2003-05-01", "Old Andes")


def test_the_longest_text_of_an_item_is_read(tmp_path: Path) -> None:
    more = (
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA['
        f"<p>{TEXT}</p><p>{TEXT.replace('Tuesday', 'Monday')}</p>]]></content:encoded>"
    )
    (article,) = read(tmp_path, rss(item(1, more, "Teaser.")))
    assert "on Monday" in article.text
    assert "Teaser" not in article.text


def test_an_article_twice_in_a_feed(tmp_path: Path) -> None:
    first, second = read(tmp_path, rss(item(1), item(1)))
    assert isinstance(first, Article)
    assert isinstance(second, ReadProblem)
    assert second.refusal.reason is Reason.DUPLICATE
    assert second.origin.endswith("#item 2")
    assert first.origin in second.refusal.note


def test_an_id_twice_in_a_feed(tmp_path: Path) -> None:
    first, second = read(tmp_path, rss(item(1), item(1, text=TEXT.replace("Tuesday", "Friday"))))
    assert isinstance(first, Article)
    assert second.refusal.reason is Reason.DUPLICATE
    assert "andes-1" in second.refusal.note


def test_a_truncated_feed_gives_its_whole_items(tmp_path: Path) -> None:
    whole = rss(item(1), item(2), item(3), end="")
    first, second, problem = read(tmp_path, whole[: whole.index("number 3.") + 4])
    assert [first.given_id, second.given_id] == ["andes-1", "andes-2"]
    assert problem.refusal.reason is Reason.BAD_FORMAT
    assert "up to item 2" in problem.refusal.note


def test_an_item_without_text(tmp_path: Path) -> None:
    bare = "<item><title>Only a headline here</title><guid>9</guid></item>"
    problem, article = read(tmp_path, rss(bare, item(1)))
    assert problem.refusal.reason is Reason.NO_TEXT
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (rss(), Reason.NO_ARTICLES),
        ('<?xml version="1.0"?><urlset><url/></urlset>', Reason.BAD_FORMAT),
        ("<rss><channel><item>", Reason.BAD_FORMAT),
    ],
)
def test_files_that_give_nothing(tmp_path: Path, content: str, reason: Reason) -> None:
    (problem,) = read(tmp_path, content)
    assert problem.refusal.reason is reason


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret of this machine", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY l0 "lol">{laughs}]>'
    feed = rss(item(1, "<author>&x;&l9;</author>")).replace("<rss", f"{head}<rss", 1)
    for found in read(tmp_path, feed):
        assert "secret of" not in repr(found)
        assert len(repr(found)) < 10_000
