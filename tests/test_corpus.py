"""The annotations hold to their schema; our own passages carry their text, and no text of others is kept."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sanudo.codebook import BODIES, CONTEXTS, EVENT_TYPES, SECTORS
from sanudo.dates import is_edtf
from sanudo.records import Kind, Status
from sanudo.resources import state_name

CORPUS = Path(__file__).resolve().parent.parent / "models" / "corpus"
PAIRS = sorted(CORPUS.glob("pairs-*.jsonl"))
RECORDS = sorted(CORPUS.glob("records-*.jsonl"))
FILES = sorted(set(CORPUS.glob("*.jsonl")) - {*PAIRS, *RECORDS})


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mention_holds_to_the_schema(path: Path) -> None:
    for row in rows(path):
        sentences = {tuple(span) for span in row["sentences"]}
        assert all(a < b for a, b in sentences), row["file"]
        for mention in row["mentions"]:
            where = (path.name, row["file"], mention["event"])
            assert tuple(mention["sentence"]) in sentences, where
            assert mention["type"] in EVENT_TYPES, where
            assert Status(mention["status"]) in Status, where
            assert Kind(mention["kind"]) in Kind, where
            assert mention["when"] is None or is_edtf(mention["when"]), where
            assert mention["actors"], where
            start, end = mention["sentence"]
            spans = [mention["trigger"], mention["attribution"]]
            for party in mention["actors"] + mention["recipients"]:
                assert party["sector"] is None or party["sector"] in SECTORS, where
                assert party["state"] in BODIES or state_name(party["state"]) != party["state"], (
                    *where,
                    party["state"],
                )
                spans.append(party["span"])
            assert all(start <= a < b <= end for a, b in filter(None, spans)), where


def test_contexts_and_modes_are_those_of_the_ontology() -> None:
    strange = set()
    for path in FILES:
        for row in rows(path):
            for mention in row["mentions"]:
                strange |= {c for c in mention["contexts"] if c not in CONTEXTS}
                if mention["mode"] and mention["mode"] not in EVENT_TYPES[mention["type"]].modes:
                    strange.add(f"{mention['type']}/{mention['mode']}")
    assert strange == set()


def test_only_our_own_passages_carry_text() -> None:
    for path in FILES:
        for row in rows(path):
            assert ("text" in row) == (row["dataset"] == "own"), (path.name, row["file"])
            if "text" in row:
                assert hashlib.sha256(row["text"].encode()).hexdigest() == row["sha256"], row["file"]


def test_marked_pairs_are_two_phrases_of_their_sentence_and_a_type() -> None:
    for path in PAIRS:
        for row in rows(path):
            assert row["type"] in EVENT_TYPES, row["id"]
            (a, b), (c, d) = row["source"], row["target"]
            assert 0 <= a < b <= len(row["text"]), row["id"]
            assert 0 <= c < d <= len(row["text"]), row["id"]
            assert b <= c or d <= a, row["id"]


def test_no_two_of_our_own_sentences_are_alike() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for path in (*FILES, *PAIRS):
        for row in rows(path):
            name = row.get("file") or row["id"]
            words = re.findall(r"\w+", row.get("text", "").lower())
            for at in range(len(words) - 8):
                run = tuple(words[at : at + 9])
                assert seen.setdefault(run, name) == name, (" ".join(run), name, seen[run])
