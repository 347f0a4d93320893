"""Which articles are one text, and so count as one source."""

from __future__ import annotations

from collections.abc import Collection

from sanudo.ledger.connection import Connection
from sanudo.ledger.reconciling import Reconciling
from sanudo.ledger.tables import to_article
from sanudo.records import Article
from sanudo.serial import canonical, content_id

TABLES = ("article_band", "article_copy", "article_source")
_INSIDE = "IN (SELECT value FROM json_each(?))"


def place(db: Connection, by: Reconciling, article: Article) -> set[str]:
    """Find the copies of an article that was read, anew or for the first time; the articles whose source is another now."""
    before = _group(db, {article.id})
    for column in ("left_id", "right_id"):
        db.change(f"DELETE FROM article_copy WHERE {column} = ?", article.id)
    _forget(db, article.id)
    stretch, sought = by.stretches(article)
    bands = sorted(by.bands(article))
    listed = canonical(bands)
    for other in _candidates(db, sought, listed):
        row = db.first("SELECT packed, text FROM current_article WHERE id = ?", other)
        if row and by.are_copies(article, to_article(*row)):
            db.insert("article_copy", tuple(sorted((article.id, other))))
    key = db.insert("article_source", (None, article.id, "", stretch, listed))
    db.insert("article_band", *((stretch, band, key) for band in bands))
    return _named(db, before | {article.id})


def _candidates(db: Connection, stretches: Collection[int], bands: str) -> list[str]:
    """Articles of these stretches (of all, where none are named) that have any of these bands."""
    named = canonical(sorted(stretches)) if stretches else None
    sql = f"""SELECT DISTINCT s.article_id FROM article_band AS b JOIN article_source AS s ON s.key = b.source_key
        WHERE b.stretch {_INSIDE if named else "IN (SELECT DISTINCT stretch FROM article_source)"} AND b.band {_INSIDE} ORDER BY 1"""
    return [id for (id,) in db.rows(sql, (named, bands) if named else (bands,))]


def _forget(db: Connection, article_id: str) -> None:
    if row := db.first("SELECT key, stretch, bands FROM article_source WHERE article_id = ?", article_id):
        key, stretch, bands = row
        db.change(
            f"DELETE FROM article_band WHERE stretch = ? AND band {_INSIDE} AND source_key = ?", stretch, bands, key
        )
        db.change("DELETE FROM article_source WHERE key = ?", key)


def of(db: Connection, article_ids: Collection[str]) -> dict[str, str]:
    """The source that each article counts as."""
    sql = f"SELECT article_id, source_id FROM article_source WHERE article_id {_INSIDE}"
    return dict(db.rows(sql, (canonical(sorted(article_ids)),)))


def _named(db: Connection, article_ids: Collection[str]) -> set[str]:
    """Give these articles, and all that are copies of them, the source they count as; those for which it changed."""
    changed: set[str] = set()
    left = set(article_ids)
    while left:
        group = _group(db, {min(left)})
        left -= group
        source = content_id("s1", min(group))
        listed = canonical(sorted(group))
        sql = f"SELECT article_id FROM article_source WHERE article_id {_INSIDE} AND source_id <> ?"
        changed |= {one for (one,) in db.rows(sql, (listed, source))}
        db.change(f"UPDATE article_source SET source_id = ? WHERE article_id {_INSIDE}", source, listed)
    return changed


def _group(db: Connection, article_ids: Collection[str]) -> set[str]:
    """These articles and all that are copies of them, directly or through others."""
    group: set[str] = set()
    edge = set(article_ids)
    while edge:
        group |= edge
        listed = canonical(sorted(edge))
        sql = f"SELECT right_id FROM article_copy WHERE left_id {_INSIDE} UNION SELECT left_id FROM article_copy WHERE right_id {_INSIDE}"
        edge = {one for (one,) in db.rows(sql, (listed, listed))} - group
    return group
