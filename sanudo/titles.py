"""Words of office and rank around a person's name: "Deputy Minister of Defence, Colonel General" before "Alexander Fomin"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sanudo import resources

# Words of office and rank, with the PLOVER sector they show.
OFFICES = {
    "GOV": "president premier minister chancellor king queen emir sultan prince secretary ambassador envoy "
    "spokesman spokeswoman spokesperson adviser advisor diplomat official governor negotiator leader undersecretary "
    "consul commissioner deputy representative ayatollah counterpart pm vice-president premier-designate taoiseach attache attaché "
    "secretary-general director-general monarch dictator ruler director head chairman chairwoman coordinator rapporteur nuncio",
    "MIL": "general admiral colonel major captain lieutenant commander marshal brigadier chief lt gen col maj adm lieut "
    "commodore sergeant sgt",
    "LEG": "senator congressman congresswoman lawmaker mp speaker sen rep legislator parliamentarian",
    "JUD": "judge justice prosecutor",
}
# What people are who hold no office, with their sector: "Kenyan businessman Amos Were" is a Kenyan.
CALLINGS = {
    "BUS": "businessman businesswoman tycoon billionaire millionaire oligarch magnate banker entrepreneur industrialist trader financier",
    "JRN": "journalist reporter correspondent broadcaster columnist blogger cameraman photographer publisher",
    "REL": "cleric imam priest pastor bishop archbishop mufti rabbi nun monk preacher missionary clergyman",
    "EDU": "academic professor scholar student researcher scientist lecturer teacher historian",
    "SPY": "spy spymaster",
    "OPP": "dissident politician",
    "CVL": "citizen national activist lawyer campaigner doctor singer actor actress musician writer author poet tourist engineer contractor "
    "fugitive hacker defector whistleblower refugee fisherman farmer nurse sailor diver climber hostage businessperson philanthropist man woman",
}
CALLED = {word: sector for sector, words in CALLINGS.items() for word in words.split()}
SECTOR_OF = {word: sector for sector, words in OFFICES.items() for word in words.split()}
RANKS = set(
    "general admiral colonel major captain lieutenant marshal brigadier lt gen col maj adm lieut commodore sergeant sgt air vice rear".split()
)
# Who holds an office of one of these is of no government: "Senate President".
LEGISLATURES = {"senate", "parliament", "congress", "legislative"}
# Ranks and offices that are written with a point.
SHORTENED = set("gen lt lieut col maj adm sgt sen rep brig capt cmdr".split())
# What these words before an office or in it say of its holder: a sector of its own, or (None) nothing; who is dead acts for nobody.
PAST = {
    "former": "ELI",
    "ex": "ELI",
    "ousted": "ELI",
    "deposed": "ELI",
    "exiled": "ELI",
    "retired": "ELI",
    "opposition": "OPP",
}
GONE = {"late"}
# Titles that one state alone has, or whose press alone gives them without a state.
OF_ONE_STATE = {
    "state department": "USA",
    "treasury department": "USA",
    "justice department": "USA",
    "treasury secretary": "USA",
    "secretary of state": "USA",
    "secretary of the treasury": "USA",
    "defense secretary": "USA",
    "administration": "USA",
    "nuncio": "VAT",
    "rep.": "USA",
    "home secretary": "GBR",
    "foreign secretary": "GBR",
    "defence secretary": "GBR",
}
# States beside that one whose press gives the title without a state as well.
SHARED = {
    "rep.": {"PHL", "NGA", "LBR"},
    "foreign secretary": {"IND", "PAK", "BGD", "LKA", "NPL", "PHL"},
    "home secretary": {"IND", "PAK", "BGD"},
    "defence secretary": {"IND", "PAK", "BGD", "LKA"},
}


def only_state(office: str, home: str | None) -> str:
    """The state that an office without a state is of, by its name alone: that of the report, where its press calls it so too; "" for most."""
    one = next((title for title in OF_ONE_STATE if office.lower().endswith(title)), "")
    return home if home is not None and home in SHARED.get(one, ()) else OF_ONE_STATE.get(one, "")


_PARTICLE = r"(?:al|el|bin|ibn|ul|ur|de|da|di|do|dos|del|la|le|van|von|der|den|abu|bint|zu|al-|el-)"
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Žİ][\w’'-]*\w|[A-Z]\.?)"
NAME = re.compile(rf"(?:{_PARTICLE}[ -])?{_WORD}(?: (?:{_PARTICLE}[ -])*{_WORD}){{0,4}}")
WORDS = re.compile(r"[\w’'-]+\.?|[^\w\s]")
# Words that tell an office only for want of another: "chief negotiator", "deputy commander". Firms and clubs have them too.
AT_THE_HEAD = {"deputy", "chief", "head", "director", "chairman", "chairwoman", "coordinator"}
# "Secretary General" and "general director" are offices, no ranks.
OF_GENERALS = set(
    "secretary attorney consul consulate director governor solicitor advocate inspector surgeon auditor coordinator manager counsel".split()
)
HONORIFICS = {
    "retd",
    "retired",
    "ret",
    "dr",
    "mr",
    "mrs",
    "ms",
    "sheikh",
    "sir",
    "lord",
    "lady",
    "dame",
    "hon",
    "he",
    "hrh",
    "(",
    ")",
    "-",
}
# What may stand between a state and the name of its officer; any other small word means that the title has ended.
LINKS = set("of the for to in on and at &".split())
# What leads to the place where an envoy is posted, and the most words of its name.
POSTS = {"to", "for", "in"}
LONGEST_POST = 4
# Bodies whose name may stand before the office: "Russia's UN ambassador".
POSTED_AT = {"UN", "EU", "NATO"}
# Organs that by themselves are those of one state, and that others have too: "Czech Senate President".
ORGANS = {"Senate", "Congress", "Treasury"}
TITLE_WORDS = set(
    "foreign defence defense interior prime vice acting first army air naval navy force forces military ministry trade "
    "finance national security state top senior permanent special staff party government lead leading main health energy affairs armed police "
    "intelligence border based veteran new outgoing incoming economic agriculture transport oil press policy then-prime crown supreme "
    "public prosecutions mines mining fisheries tourism culture sport sports education communications information environment water labour labor planning "
    "industry investment cabinet assistant youth women religious infrastructure technology science telecommunications aviation maritime immigration customs "
    "presidential parliamentary provincial regional federal royal interim caretaker transitional joint external internal ruling nuclear climate "
    "human rights coast guard counter-terrorism counterterrorism anti-terrorism presidency municipalities municipal local administration works housing "
    "commerce petroleum electricity irrigation antiquities endowments forestry livestock rural urban migration expatriates diaspora refugees cooperation "
    "development innovation digital reconstruction rehabilitation veterans supply welfare solidarity senate parliament legislative lower upper".split()
)
LONGEST_TITLE = 14
# What is written as one word with an office: "then-president", "Under-Secretary".
_JOINED = re.compile(r"^(?:then|ex|under|vice|deputy)-(?=\w)")


@dataclass(frozen=True, slots=True)
class Title:
    """An office and a rank as the article words them, the sector that they show, and where the name that follows starts."""

    sector: str
    office: str
    rank: str
    name: str = ""
    end: int = 0


# "H.E.", "H E".
_EXCELLENCY = re.compile(r"^H\.? ?E\.? (?=\w)")
# Words that a sentence may begin with before a name.
_OPENING = set(
    "but and the in on at as when while meanwhile with for from after before then that although though if so also yet since unlike like by".split()
)


WEEKDAYS = set("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = set("january february march april may june july august september october november december".split())
# Words of offices, institutions and days, none of which is in a person's name; May is in some.
NO_NAME = (
    set(
        "assembly motors electric council department court ministry committee office party house secretariat directorate staff headquarters "
        "hospital league conference congress election elections bank act street road avenue airport university college school street alliance "
        "economist executive extraordinary plenipotentiary affairs service agency association chamber institute international national united "
        "bridge cup mosque foundation minister governors "
        "aid relief fund command operational resources development island islands room airport administration guard corps authority union parliament senate society company group center centre humanitarian".split()
    )
    | WEEKDAYS
    | (MONTHS - {"may"})
)


def is_person(name: str) -> bool:
    """Whether capitalised words may be a person's name: none of them is of an office, an institution or a day."""
    words = [word.strip(".").lower() for word in re.split(r"[ -]", name)]
    others = NO_NAME | TITLE_WORDS | SECTOR_OF.keys() | RANKS | HONORIFICS
    return any(len(word) > 2 for word in words) and not name.isupper() and not any(w in others for w in words)


def bare(name: str) -> str:
    """A name without the word that opens its sentence, titles of courtesy and a possessive."""
    words = _EXCELLENCY.sub("", re.sub(r"(?:[’']s|[’'])$", "", name)).split()
    while len(words) > 1 and (words[0].lower() in _OPENING or words[0].strip(".").lower() in HONORIFICS):
        words = words[1:]
    if len(words) > 2 and words[0].lower() in WEEKDAYS:
        words = words[1:]
    return " ".join(words)


def title_after(text: str, at: int) -> Title | None:
    """The title and name that follow a state which ends at `at`; None where no officer follows."""
    window = text[at : at + 200].split("\n", maxsplit=1)[0]
    window = window.removeprefix("’s").removeprefix("'s").removeprefix("’")
    words = [(m.group(), m.start()) for m in WORDS.finditer(window)]
    sector: str | None = None
    past: str | None = None
    tokens = _tokens([word for word, _ in words[: LONGEST_TITLE + 1]])
    for position, (word, _) in enumerate(words[:LONGEST_TITLE]):
        token = tokens[position]
        if word.endswith(".") and token in SECTOR_OF and token not in SHORTENED:
            return None  # the sentence ends here
        if token in SECTOR_OF:
            sector = SECTOR_OF[token] if sector is None or token not in AT_THE_HEAD else sector
        elif token in PAST and sector is None:
            past = PAST[token]
        elif _ends_title(word, token, sector):
            return None
        if token in AT_THE_HEAD and tokens[position + 1 : position + 2] and tokens[position + 1] in SECTOR_OF:
            continue  # "chief negotiator": the next word tells more
        if sector and (token in SECTOR_OF or word == "," or _ends_office(words, position)):
            name = _name_at(window, words, position + 1, 1 if token in SECTOR_OF else 2)
            if name:
                return replace(_title(window[: name[1]], past or sector), name=name[0], end=at + name[1])
        behind = _behind_post(words, position) if sector else None
        if sector and behind is not None:
            if tokens[behind : behind + 1] and tokens[behind] in SECTOR_OF.keys() - RANKS:
                return None  # "Peru’s ambassador to Kenya President Were": an office of Kenya
            if name := _name_at(window, words, behind, 2):
                office = _title(window[: words[position][1]], past or sector)
                return replace(office, name=name[0], end=at + name[1])
    return None


def _behind_post(words: list[tuple[str, int]], position: int) -> int | None:
    """Where the words go on behind "to Kenya" or "for the Middle East", if they stand here; else None."""
    if words[position][0] not in POSTS:
        return None
    start = position + 2 if words[position + 1 : position + 2] and words[position + 1][0] == "the" else position + 1
    ends = range(min(start + LONGEST_POST, len(words)), start, -1)
    return next((end for end in ends if " ".join(word for word, _ in words[start:end]) in resources.parties()), None)


def title_alone(words: str) -> Title | None:
    """The title that words hold, no name after it; None where they hold none."""
    tokens = _tokens(WORDS.findall(words))
    offices = [token for token in tokens if token in SECTOR_OF]
    if not offices:
        return None
    sector = SECTOR_OF[next((office for office in offices if office not in AT_THE_HEAD), offices[0])]
    past = next((PAST[token] for token in tokens if token in PAST), None)
    return _title(words, past or sector)


def is_of_anything(office: str) -> bool:
    """Whether an office tells nothing of what it is in: "head", "regional director"; a director general is of a state."""
    offices = set(_tokens(WORDS.findall(office))) & SECTOR_OF.keys()
    return bool(offices) and "general" not in office.lower() and offices <= AT_THE_HEAD - {"deputy", "chief"}


def _title(words: str, sector: str) -> Title:
    """A title out of its words: the rank is what stands last of them."""
    kept = [word for word in words.strip(" ,’'").split() if _token(word.strip("(),")) not in HONORIFICS]
    at = len(kept)
    while at and (rank := _token(kept[at - 1].strip(",()"))) in RANKS:
        if at < len(kept) and kept[at - 1].endswith(","):
            break  # "top general, Major General"
        if rank == "general" and at > 1 and _token(kept[at - 2]) in OF_GENERALS:
            break
        at -= 1
    if sector == "GOV" and not LEGISLATURES.isdisjoint(map(_token, kept)):
        sector = "LEG"
    return Title(sector, " ".join(kept[:at]).strip(" ,"), " ".join(kept[at:]).strip(" ,"))


def _tokens(words: list[str]) -> list[str]:
    """Words as they are looked up; "general" beside an office of that name is a word like another."""
    tokens = [_token(word) for word in words]
    return [
        "top" if token == "general" and not OF_GENERALS.isdisjoint(tokens[max(0, at - 1) : at + 2]) else token
        for at, token in enumerate(tokens)
    ]


def _token(word: str) -> str:
    return _JOINED.sub("", word.strip(".").lower())


def _ends_title(word: str, token: str, sector: str | None) -> bool:
    """Whether no officer of the state can follow this word. After an office, "to" another state may still come."""
    if token in GONE or not (word[0].isalnum() or word in ",()&-"):
        return True
    if word == ",":
        return sector is None
    if word[0].islower():
        return token not in TITLE_WORDS and (token not in LINKS or sector is None)
    return sector is None and word in resources.parties() and word not in POSTED_AT | ORGANS


def _ends_office(words: list[tuple[str, int]], position: int) -> bool:
    """Whether an office may end with this word, as "of State" does before a name."""
    tokens = [_token(word) for word, _ in words[position : position + 2]]
    return len(tokens) > 1 and tokens[0] in TITLE_WORDS and tokens[1] not in TITLE_WORDS | SECTOR_OF.keys()


def _name_at(window: str, words: list[tuple[str, int]], position: int, least: int) -> tuple[str, int] | None:
    """The name, of at least so many words, that starts here or after further ranks and honorifics, and where it starts."""
    while position < len(words):
        word, start = words[position]
        token = _token(word)
        if token in SECTOR_OF or token in HONORIFICS:
            position += 1
            continue
        match = NAME.match(window, start)
        if match is None or word in resources.parties() or token in TITLE_WORDS:
            return None
        name = bare(match.group())
        return (name, start) if len(name.split()) >= least and len(name) > 2 else None
    return None
