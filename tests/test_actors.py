import re
from pathlib import Path

import pytest

from sanudo import resources
from sanudo.actors import actors_from, as_yaml, read_actors
from sanudo.errors import InputError
from sanudo.parse import parse
from sanudo.resources import Actors
from tests.build import article_of

PAGE = Path(__file__).parent.parent / "docs" / "actors.md"


def actors(text: str) -> Actors:
    found, faults = actors_from(text, "x.yaml")
    assert faults == ()
    return found


def found(text: str, own: Actors, published: str | None = None) -> list[tuple[str, str, str | None]]:
    mentions = parse(article_of(text, published=published), own).entity_mentions
    return [(m.text, m.states[0], m.sector) for m in mentions]


def test_the_example_of_the_page_is_taken_and_works() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    own = actors(example)
    text = "The CGD told Norwegian fjord rangers near Norway Street. Lund met the League of Fjords. Fjordland won."
    assert found(text, own, "2020-05-01") == [
        ("CGD", "NOR", "MIL"),
        ("Norwegian", "NOR", "COP"),
        ("Lund", "NOR", "GOV"),
        ("League of Fjords", "IGO", None),
    ]
    assert ("Fjordland", "NOR", None) in found(text, own, "2008-12-31")
    assert ("Fjordland", "NOR", None) not in found(text, own, "2009-01-01")


def test_a_form_means_what_the_file_says() -> None:
    own = actors("- {name: Kremlin, state: Kenya, kind: seat}\n- {none: Pentagon}")
    assert found("The Kremlin and the Pentagon spoke.", own) == [("Kremlin", "KEN", None)]


def test_days_choose_between_entries_and_an_entry_without_days_is_the_rest() -> None:
    own = actors("- {name: Norden, state: NOR}\n- {name: Norden, state: SWE, from: 2001-05, to: 2002}")
    assert found("Norden spoke.", own, "2001-05-01") == [("Norden", "SWE", None)]
    assert found("Norden spoke.", own, "2003-01-01") == [("Norden", "NOR", None)]
    assert found("Norden spoke.", own) == [("Norden", "NOR", None)]


def test_the_version_covers_the_actors() -> None:
    one, other = actors("- {name: Norden, state: NOR}"), actors("- {name: Norden, state: SWE}")
    assert len({resources.version(), resources.version(one), resources.version(other)}) == 3
    assert actors("") == resources.NO_ACTORS
    assert actors("# another comment\n- {state: NOR, name: Norden}") == one


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("- Norden", "not an entry; write “key: value” pairs"),
        ("- {state: NOR}", "an entry has one of name, person, none, agent; this has none of them"),
        ("- {name: Norden, person: Norden, state: NOR}", "this has name and person"),
        ("- {name: Norden}", "no “state”; give a code"),
        ("- {name: Norden, state: Atlantis}", "“Atlantis” is no state; give a code"),
        ("- {name: Norden, state: NOR, sector: ARMY}", "“ARMY” is no sector; use one of"),
        ("- {name: Norden, state: NOR, kind: town}", "“town” is no kind; use one of state"),
        ("- {name: Norden, state: NOR, from: May 2001}", "“May 2001” is no date; write 1999"),
        ("- {name: Norden, state: NOR, from: 2003, to: 2001}", "exchange “from” and “to”"),
        ("- {name: Norden, state: NOR, born: 1900}", "“born” is no key of such an entry; its keys are"),
        ("- {name: '', state: NOR}", "“name” is empty; give a name"),
        ("- {name: {a: b}, state: NOR}", "“name” takes a text or a list of texts"),
        ("- {person: Ada Lund, state: IGO}", "needs “of”"),
        ("- {agent: ranger}", "needs a “sector”"),
        ("- {? [a] : b}", "a key is no word"),
    ],
)
def test_a_bad_entry_is_told_by_line_and_the_rest_is_taken(entry: str, problem: str) -> None:
    own, faults = actors_from(f"# one\n{entry}\n- {{name: Sudland, state: NOR}}\n", "x.yaml")
    (fault,) = faults
    assert fault.line == 2
    assert problem in fault.problem
    assert found("Sudland spoke.", own) == [("Sudland", "NOR", None)]


@pytest.mark.parametrize(("text", "said"), [("name: Norden", "x.yaml:1: not a list"), ("- [", "x.yaml:2: no YAML")])
def test_what_is_no_list_is_an_error_with_its_line(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        actors_from(text + "\n", "x.yaml")


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_actors(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"- {name: \xe9, state: NOR}")
    with pytest.raises(InputError, match="not UTF-8"):
        read_actors(tmp_path / "latin.yaml")


def test_entries_are_written_as_they_are_read() -> None:
    lines = "\n".join(as_yaml([{"name": 'Nor: "den"', "state": "NOR", "forms": ["N-1", "#x"], "from": "2001"}]))
    ((form, name), *rest) = actors(lines).parties
    assert (form, name.state, name.first) == ('Nor: "den"', "NOR", "2001")
    assert [form for form, _ in rest] == ["N-1", "#x"]
