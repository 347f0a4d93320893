"""What is left of a web page around an article whose text was copied out: menus, captions, share rows, comments.

Lines are judged by the words of page furniture (`vocabulary`) and by their shape and place. A line that ends like a
sentence is dropped only for its words, or when it stands below the place where readers' comments begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from sanudo.read.units import Unit, units
from sanudo.read.vocabulary import ALWAYS, BUTTONS, COMMENT_COUNTS, COMMENTS, LABELS, MAX_LABEL_CHARS, OPENERS

# A menu is a run of at least three entries of at most three words; two short lines may be a headline and a place.
MENU_RUN, MENU_WORDS = 3, 3
# Below the last paragraph stand names, sections and credits; a longer line may be a cut-off sentence.
TAIL_WORDS = 8
CAPTION_WORDS = 12
LIST_ENTRY_CHARS = 160
# "3 comments" under a headline with its summary is no end of the article; after this much text it is.
ARTICLE_CHARS, ARTICLE_PARAGRAPHS = 400, 2

_BULLET = re.compile(r"^(?:[\s*•·▪■►▶●○–—>|#+-]|\d{1,2}[.)]\s)+")
_HOME = re.compile(r"(?:home|inicio|accueil|início)\b(?! (?:ministry|minister|secretary|affairs|office|guard))")
_COLUMNS = re.compile(r"\s{2,}|\t")
_SPACE = re.compile(r"\s+")
_CRUMBS = re.compile(r"[^|»›>•·]{1,30}(?:(?: ?[|»›•·] ?| [/>] )[^|»›>•·]{1,30}){2,}|(?:home|news) ?[|»›>/] ?.{1,120}")
_WHOLE_DATE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ /.-])?(?:[a-z]{3,9}|\d{1,2})\.?[ /.,-] ?(?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:19|20)\d\d"
    r"(?:[ ,|•·—–-]+(?:at )?\d{1,2}[:.]\d\d.{0,20})?"
)
_DATED = re.compile(rf"(?:[^|•·]{{1,30}} ?[|•·] ?){{1,3}}{_WHOLE_DATE.pattern}")
_PARTICIPLE = re.compile(r"[A-Z][^:?]*? [a-z]{2,}ing\s+\S")
_WITH = re.compile(r"(?:(?:[A-Z&][\w.’'-]*|of)\s)+with(?:\s(?:[A-Z&][\w.’'-]*|of))+")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|says?|said|to)\b"
)


def residue_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of plain text that are page residue, in order, as `(start, end)`; whole lines, never parts of one."""
    parts = units(text)
    runs = groupby(zip(parts, _residue(parts), strict=True), lambda pair: pair[1])
    found = [[unit for unit, _ in run] for is_residue, run in runs if is_residue]
    return tuple((run[0].start, run[-1].end) for run in found)


def article_units(text: str) -> tuple[Unit, ...]:
    """The units of a text that are no page residue."""
    parts = units(text)
    return tuple(unit for unit, is_residue in zip(parts, _residue(parts), strict=True) if not is_residue)


def plain_form(line: str) -> str:
    """A line as the vocabulary meets it: case folded, one space, straight apostrophes, no bullet."""
    return _BULLET.sub("", _SPACE.sub(" ", line)).strip().casefold().replace("’", "'").replace("‘", "'")


def is_furniture(unit: Unit) -> bool:
    """Whether a unit's words alone say that it is no part of an article."""
    if len(unit.text) > MAX_LABEL_CHARS:
        return False
    line = plain_form(unit.text)
    if ALWAYS.fullmatch(line) or COMMENTS.fullmatch(line):
        return True
    if _is_menu_row(unit):
        return True
    if unit.stops and not line.endswith(("...", "…")):
        return False
    shapes = (LABELS, OPENERS, COMMENT_COUNTS, _CRUMBS, _WHOLE_DATE, _DATED)
    return _is_buttons(line) or any(pattern.fullmatch(line) for pattern in shapes)


def _residue(parts: Sequence[Unit]) -> list[bool]:
    prose = [i for i, unit in enumerate(parts) if unit.is_prose and not is_furniture(unit)]
    flags = [is_furniture(unit) for unit in parts]
    if not prose:
        return flags
    end = _comments_at(parts, prose)
    flags[end:] = [True] * (len(parts) - end)
    _flag_lists(parts, flags)
    _flag_menus(parts, flags, prose[0])
    _flag_masthead(parts, flags, prose[0])
    _flag_captions(parts, flags)
    _flag_tail(parts, flags, max(i for i in prose if i < end))
    return flags


def _comments_at(parts: Sequence[Unit], prose: Sequence[int]) -> int:
    """Where readers' comments begin. A mere count of them is believed below the greater part of the prose only."""
    chars = {i: len(parts[i].text) for i in prose}
    paragraphs, above, below = 0, 0, sum(chars.values())
    for i in range(prose[0], len(parts)):
        line = plain_form(parts[i].text[:MAX_LABEL_CHARS])
        enough = (paragraphs >= ARTICLE_PARAGRAPHS or above >= ARTICLE_CHARS) and above >= below and not parts[i].stops
        if paragraphs and (COMMENTS.fullmatch(line) or (enough and COMMENT_COUNTS.fullmatch(line))):
            return i
        paragraphs += i in chars
        above, below = above + chars.get(i, 0), below - chars.get(i, 0)
    return len(parts)


def _flag_lists(parts: Sequence[Unit], flags: list[bool]) -> None:
    inside = False
    for i, unit in enumerate(parts):
        if not unit.stops and OPENERS.fullmatch(plain_form(unit.text[:MAX_LABEL_CHARS])):
            inside = True
        elif unit.is_prose or unit.stops or len(unit.text) > LIST_ENTRY_CHARS:
            inside = False
        flags[i] = flags[i] or inside


def _flag_menus(parts: Sequence[Unit], flags: list[bool], first: int) -> None:
    """Menus, and the names of site and section that stand over a headline."""
    entries = [i for i in range(first) if not flags[i]]
    headline = next((i for i in entries if parts[i].words > MENU_WORDS), 0)
    for is_short, run in groupby(entries, lambda i: not parts[i].stops and parts[i].words <= MENU_WORDS):
        found = list(run)
        if is_short and (len(found) >= MENU_RUN or found[-1] < headline):
            for i in found:
                flags[i] = True


def _flag_masthead(parts: Sequence[Unit], flags: list[bool], first: int) -> None:
    """What stands over the site's menu is the site's name, if there is something to be a headline below it."""
    menus = [i for i in range(first) if flags[i] and _HOME.match(plain_form(parts[i].text[:MAX_LABEL_CHARS]))]
    if menus and not all(flags[menus[-1] : first]):
        flags[: menus[-1]] = [True] * menus[-1]


def _flag_captions(parts: Sequence[Unit], flags: list[bool]) -> None:
    title = next((i for i, flag in enumerate(flags) if not flag), 0)
    for i in range(title + 1, len(parts)):
        flags[i] = flags[i] or _is_caption(parts[i])


def _is_caption(unit: Unit) -> bool:
    if unit.stops or unit.words > CAPTION_WORDS or unit.text.endswith(":"):
        return False
    doing = _PARTICIPLE.match(unit.text) and not _FINITE.search(unit.text)
    return bool(doing or _WITH.fullmatch(unit.text))


def _flag_tail(parts: Sequence[Unit], flags: list[bool], last: int) -> None:
    for i in range(last + 1, len(parts)):
        flags[i] = flags[i] or (not parts[i].stops and parts[i].words <= TAIL_WORDS)


def _is_menu_row(unit: Unit) -> bool:
    """Whether a line has columns of a menu: three or more, of few words each, set apart by more than a space."""
    columns = _COLUMNS.split(unit.text)
    return len(columns) >= MENU_RUN and all(len(column.split()) <= MENU_WORDS for column in columns)


def _is_buttons(line: str) -> bool:
    words = re.findall(r"[^\s,|/•·:()&.…!*]+", line)
    return bool(words) and all(word in BUTTONS for word in words)
