"""The annotated slots of records hold to their schema and to the rows of the corpus that they are of."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.slots import STATES, agree, compare, f1, fields_of, matched, total, values_of
from sanudo.codebook import BODIES
from sanudo.details import DETAILS
from sanudo.records import Kind
from sanudo.resources import state_name

CORPUS = Path(__file__).resolve().parent.parent / "models" / "corpus"
FILES = sorted(CORPUS.glob("records-*.jsonl"))
MEASURED = ("own-test", "real-held-out", "real-test")
PARTS = {"office", "rank", "name"}
BOUNDS = {"exact", "about", "at_least", "at_most"}


@cache
def rows(path: Path) -> list[dict[str, Any]]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@cache
def corpus(name: str) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["dataset"], row["file"]): row for row in rows(CORPUS / f"{name}.jsonl")}


def source(row: dict[str, Any]) -> dict[str, Any]:
    return corpus(row["corpus"])[row["dataset"], row["file"]]


def window(row: dict[str, Any]) -> list[tuple[int, int]]:
    """The sentences whose words a slot may take: of the event, two on either side of the mention, the first."""
    mentions = source(row)["mentions"]
    spans = [tuple(s) for s in source(row)["sentences"]]
    at = spans.index(tuple(mentions[row["mention"]]["sentence"]))
    event = mentions[row["mention"]]["event"]
    return [spans[0], *spans[max(0, at - 2) : at + 3], *(tuple(m["sentence"]) for m in mentions if m["event"] == event)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_record_is_of_a_mention_of_its_corpus(path: Path) -> None:
    seen = set()
    for row in rows(path):
        where = (row["file"], row["mention"])
        assert set(row) == {"corpus", "dataset", "file", "sha256", "mention", "kind", "slots"}, where
        assert source(row)["sha256"] == row["sha256"], where
        mention = source(row)["mentions"][row["mention"]]
        assert mention["kind"] == row["kind"], where
        assert Kind(row["kind"]) in DETAILS, where
        event = (row["corpus"], row["dataset"], row["file"], mention["event"])
        assert event not in seen, f"an event twice: {event}"
        seen.add(event)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_slot_is_one_of_its_kind_and_has_a_value_that_it_may_have(path: Path) -> None:
    for row in rows(path):
        kind, own = Kind(row["kind"]), "text" in source(row)
        for slot in row["slots"]:
            where = (row["file"], row["mention"], slot["slot"])
            field, values = fields_of(kind)[slot["slot"]], values_of(kind, slot["slot"])
            extra = set(slot) - {"slot", "value", "unit", "span"}
            if "Amount" in field:
                assert extra - {"upto"} == {"bound"}, where
                assert slot["bound"] in BOUNDS, where
                assert slot["value"] >= 0, where
                assert isinstance(slot["unit"], str), where
            elif "Item" in field:
                assert extra == {"count"}, where
                assert slot["count"] is None or slot["count"] > 0, where
            elif "Lead" in field:
                assert extra <= PARTS, where
                assert slot["value"] is None, where
            elif values is not None:
                assert slot["value"] in values, where
            elif slot["slot"] in STATES:
                state = slot["value"]
                assert state is None or state in BODIES or state_name(state) != state, where
            else:
                assert (slot["value"] is not None) == own, where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_span_lies_in_the_sentences_a_slot_may_take(path: Path) -> None:
    for row in rows(path):
        allowed = window(row)
        for slot in row["slots"]:
            where = (row["file"], row["mention"], slot["slot"])
            a, b = slot["span"]
            assert any(start <= a < b <= end for start, end in allowed), where
            assert all(a <= slot[part][0] < slot[part][1] <= b for part in PARTS & set(slot)), where
            text = source(row).get("text")
            if text is not None:
                words = text[a:b]
                assert words == words.strip(), where
                assert not (text[a - 1 : a].isalnum() and words[0].isalnum()), where
                assert not (text[b : b + 1].isalnum() and words[-1].isalnum()), where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_value_fields_are_filled_once_and_no_words_twice(path: Path) -> None:
    for row in rows(path):
        fields = fields_of(Kind(row["kind"]))
        names = [slot["slot"] for slot in row["slots"]]
        single = [name for name in names if "tuple" not in fields[name]]
        assert len(single) == len(set(single)), (row["file"], row["mention"])
        said = [(slot["slot"], slot["value"], *slot["span"]) for slot in row["slots"]]
        assert len(said) == len(set(said)), (row["file"], row["mention"])


def test_measuring_files_are_whole() -> None:
    for name in MEASURED:
        done = {
            (row["dataset"], row["file"], source(row)["mentions"][row["mention"]]["event"])
            for row in rows(CORPUS / f"records-{name}.jsonl")
        }
        wanted, statements = set(), {}
        for key, row in corpus(name).items():
            for mention in row["mentions"]:
                if mention["kind"] == "statement":
                    statements[(*key, mention["event"])] = None
                elif mention["kind"] != "other":
                    wanted.add((*key, mention["event"]))
        assert wanted | {e for n, e in enumerate(statements) if n % 3 == 0} == done, name


def test_rare_kinds_are_whole() -> None:
    found = rows(CORPUS / "records-own-rare.jsonl")
    done = {(row["file"], source(row)["mentions"][row["mention"]]["event"]) for row in found}
    rare = {row["kind"] for row in found}
    wanted = {
        (row["file"], mention["event"])
        for name in sorted({row["corpus"] for row in found})
        for row in corpus(name).values()
        for mention in row["mentions"]
        if mention["kind"] in rare
    }
    assert rare == {"committee", "aid_suspension"}
    assert done == wanted


def test_no_article_is_measured_and_developed_on() -> None:
    developed = ("records-dev", "records-dev-more")
    measured = {row["corpus"] for path in FILES if path.stem not in developed for row in rows(path)}
    for name in developed:
        assert {row["corpus"] for row in rows(CORPUS / f"{name}.jsonl")}.isdisjoint(measured), name


def slot(name: str, span: list[int], value: Any = None, **more: Any) -> dict[str, Any]:
    return {"slot": name, "value": value, "unit": None, "span": span, **more}


def test_slots_agree_by_overlap_and_by_value() -> None:
    signed, ratified = slot("stage", [3, 9], "signed"), slot("stage", [5, 12], "ratified")
    assert agree(Kind.AGREEMENT, signed, ratified, by_value=False)
    assert not agree(Kind.AGREEMENT, signed, ratified, by_value=True)
    assert not agree(Kind.AGREEMENT, signed, slot("stage", [9, 12], "signed"), by_value=False)
    two, three = slot("items", [0, 4], count=2), slot("items", [0, 4], count=3)
    assert agree(Kind.TRANSFER, two, three, by_value=False)
    assert not agree(Kind.TRANSFER, two, three, by_value=True)
    assert agree(Kind.MEETING, slot("topics", [0, 4], "fish"), slot("topics", [0, 9], "fish quota"), by_value=True)


def test_a_slot_is_matched_once() -> None:
    fish, quota = slot("topics", [0, 4]), slot("topics", [0, 9])
    assert matched(Kind.MEETING, [fish, quota], [fish], by_value=True) == 1
    assert matched(Kind.MEETING, [fish], [fish, quota], by_value=True) == 1


def test_readings_are_compared_on_the_mentions_that_both_have() -> None:
    one = {"kind": "meeting", "slots": [slot("topics", [0, 4]), slot("purpose", [6, 9])]}
    other = {"kind": "meeting", "slots": [slot("topics", [2, 8])]}
    counts = compare({("d", "f", 0): one, ("d", "f", 1): one}, {("d", "f", 0): other}, by_value=True)
    assert counts["meeting", "topics"] == (1, 1, 1)
    assert counts["meeting", "purpose"] == (0, 1, 0)
    assert total(counts.values()) == (1, 2, 1)
    assert f1(total(counts.values())) == pytest.approx(2 / 3)
