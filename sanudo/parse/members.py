""" "The OPEC member", "its NATO ally": not the body acts, but the member that the article named last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sanudo import resources
from sanudo.records import EntityMention, MentionLabel

_MEMBER = re.compile(r"[ -](?:member(?:[ -]state)?|ally|state|country|nation)\b(?![ -]states)")


def with_members(text: str, names: Sequence[EntityMention]) -> tuple[EntityMention, ...]:
    """The mentions, in order, with those of a body that only describe a member standing for the member, or left out."""
    read: list[EntityMention] = []
    latest: dict[str, None] = {}  # states in order of their last mention
    for mention in names:
        member = _MEMBER.match(text, mention.end) if mention.label == MentionLabel.BODY else None
        if member is None:
            read.append(mention)
            for state in mention.states:
                latest.pop(state, None)
                latest[state] = None
            continue
        states = resources.members().get(mention.name or "", frozenset())
        found = next((s for s in reversed(latest) if s in states), None)
        if found is not None:
            words = text[mention.start : member.end()]
            how = f"“{words}” for {resources.state_name(found)}, the member named last"
            read.append(EntityMention(mention.start, member.end(), words, MentionLabel.REFERENCE, (found,), how=how))
    return tuple(read)
