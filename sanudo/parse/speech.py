"""Who "we" and "I" are: the state for which somebody speaks, where a quotation or the publisher tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sanudo import resources
from sanudo.parse.names import find_names
from sanudo.parse.within import Taken, within
from sanudo.records import Article, EntityMention, MentionLabel, Sentence

FIRST_PERSON = re.compile(r"\b(?:[Ww]e|I|[Oo]ur|us)\b(?![.-])")
QUOTED = re.compile(r"“[^“”\n]{0,2000}(?:”|$|\n)|\"[^\"\n]{1,2000}(?:\"|$|\n)|``[^`\n]{0,2000}''")
GOVERNMENT = re.compile(r"\b(?:Government|Ministry|Department|Embassy|Foreign|Presidency|President|Cabinet|Mission)\b")
_SAY = (
    r"(?:said|says|told|tells|added|adds|warned|declared|insisted|wrote|tweeted|argued|stated|claimed|announced|stressed|"
    r"replied|asked|noted|explained|continued|concluded|vowed|pledged)"
)
SAYS = re.compile(rf"(?:[’']s)?(?:,[^,“”\"\n]{{1,60}},| [\w’'-]+){{0,1}} {_SAY}\b")
SAID = re.compile(rf"\b{_SAY}(?: [\w’'-]+,?){{0,5}} $")
# Sentences after the last that says who speaks in which the same one goes on.
GOES_ON = 2


def find_first_persons(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[EntityMention]
) -> tuple[EntityMention, ...]:
    """ "We" in a quotation for the state of the one who is quoted; elsewhere, on a government's own page, for its state."""
    text = article.text
    taken = Taken(mentions)
    quotes = Taken(())
    for match in QUOTED.finditer(text):
        quotes.add(*match.span())
    home = home_of(article.publisher)
    speakers = dict(_speakers(text, sentences, mentions, quotes))
    found = []
    for number, sentence in enumerate(sentences):
        for match in FIRST_PERSON.finditer(text, sentence.start, sentence.end):
            if taken.overlaps(*match.span()):
                continue
            speaker = next((speakers[n] for n in range(number, number - GOES_ON - 1, -1) if n in speakers), None)
            quoted = quotes.overlaps(*match.span())
            if quoted and speaker is not None:
                how = f"“{match[0]}” for {speaker.name or speaker.text}, who speaks"
                found.append(_mention(match, speaker.states[0], speaker.sector, speaker.name, how))
            elif home and not quoted:
                how = f"“{match[0]}” on a page of the government of {resources.state_name(home)}"
                found.append(_mention(match, home, "GOV", None, how))
    return tuple(found)


def home_of(publisher: str | None) -> str | None:
    """The state whose government a publisher is; None for any other publisher."""
    if not publisher or not GOVERNMENT.search(publisher):
        return None
    states = {m.states[0] for m in find_names(publisher, 0, len(publisher)) if m.label != MentionLabel.BODY}
    return states.pop() if len(states) == 1 else None


def _speakers(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[EntityMention], quotes: Taken
) -> Iterator[tuple[int, EntityMention]]:
    """The numbers of the sentences that say whose words they give, and the mention of that one."""
    for number, sentence in enumerate(sentences):
        for mention in within(mentions, sentence):
            if len(mention.states) == 1 and not quotes.overlaps(mention.start, mention.end):
                start, end = mention.start, mention.end
                if SAYS.match(text, end, min(end + 80, sentence.end)) or SAID.search(
                    text, max(sentence.start, start - 60), start
                ):
                    yield number, mention
                    break


def _mention(match: re.Match[str], state: str, sector: str | None, name: str | None, how: str) -> EntityMention:
    return EntityMention(*match.span(), match[0], MentionLabel.REFERENCE, (state,), sector, name, how)
