"""From offsets in cleaned text back to offsets in the decoded source.

Segments are in order, do not overlap, and map character by character where both sides have the same length. Where they
have not (one character written as an entity, `&rsquo;`) the whole stretch is meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from sanudo.records import Segment


def identity(text: str) -> tuple[Segment, ...]:
    """The segments of a text that was taken as it is."""
    return (Segment(0, len(text), 0, len(text)),) if text else ()


def to_source(segments: tuple[Segment, ...], start: int, end: int) -> tuple[int, int] | None:
    """Where `[start, end)` of the cleaned text stands in the decoded source, or None if none of it does.

    A span over something that was cut out covers that, too, in the source.
    """
    inside = list(_overlapping(segments, start, end))
    if not inside:
        return None
    first, last = _part(inside[0], start, end), _part(inside[-1], start, end)
    return first.source_start, last.source_end


def take(segments: tuple[Segment, ...], start: int, end: int, at: int) -> Iterator[Segment]:
    """The segments of `[start, end)` of a text, when that stretch is moved to offset `at` of another."""
    for segment in _overlapping(segments, start, end):
        part = _part(segment, start, end)
        yield Segment(part.start - start + at, part.end - start + at, part.source_start, part.source_end)


def merged(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The same map with as few segments as it takes."""
    out: list[Segment] = []
    for segment in segments:
        if out and _joins(out[-1], segment):
            out[-1] = Segment(out[-1].start, segment.end, out[-1].source_start, segment.source_end)
        else:
            out.append(segment)
    return tuple(out)


def _overlapping(segments: tuple[Segment, ...], start: int, end: int) -> Iterator[Segment]:
    first = bisect_right(segments, start, key=lambda s: s.end)
    for segment in islice(segments, first, None):
        if segment.start >= end:
            return
        yield segment


def _part(segment: Segment, start: int, end: int) -> Segment:
    if not _is_exact(segment):
        return segment
    left, right = max(start, segment.start), min(end, segment.end)
    shift = segment.source_start - segment.start
    return Segment(left, right, left + shift, right + shift)


def _joins(left: Segment, right: Segment) -> bool:
    touching = left.end == right.start and left.source_end == right.source_start
    return touching and _is_exact(left) and _is_exact(right)


def _is_exact(segment: Segment) -> bool:
    return segment.end - segment.start == segment.source_end - segment.source_start
