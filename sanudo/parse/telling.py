"""Cues that tell that something is so ("said", "according to"), apart from those of wishes, demands and feelings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_VERBS = (
    "say tell state report announce confirm reveal claim add note explain insist declare disclose maintain stress write "
    "acknowledge clarify argue testify assert allege affirm admit concede emphasise emphasize underline underscore mention remark "
    "observe indicate suggest show recall reiterate repeat describe assure inform learn estimate believe think conclude quote cite "
    "relate recount post tweet tell deny warn predict point specify outline highlight detail assess"
).split()
_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "show": "showed shown",
    "think": "thought",
    "quote": "quoted",
    "learn": "learned learnt",
    "admit": "admitted admitting",
}
_OTHERS = (
    "according per reportedly allegedly purportedly supposedly apparently report reports statement statements account accounts "
    "communique communiqué rumours rumors media sources claim claims testimony readout via"
).split()
_DENIALS = frozenset("not never n't without declined refused refuses".split())


def _forms(verb: str) -> Iterator[str]:
    """The forms of a verb, made by rule; a form too many, such as "sayed", does no harm."""
    stem = verb.removesuffix("e")
    past = verb[:-1] + "i" if verb.endswith("y") else stem
    yield from (verb, verb + "s", past + "es", past + "ed", stem + "ing")
    yield from _IRREGULAR.get(verb, "").split()


TELLING = frozenset(form for verb in _VERBS for form in _forms(verb)) | frozenset(_OTHERS)


def tells(cue: Sequence[str]) -> bool:
    """Whether a cue, word by word, says that its content is so. "Did not say" and "declined to say" do not."""
    words = [word.lower() for word in cue]
    split = any(a in ("’", "'") and b == "t" for a, b in pairwise(words))
    return not split and not _DENIALS.intersection(words) and (words == [":"] or not TELLING.isdisjoint(words))
