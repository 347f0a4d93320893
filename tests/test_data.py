import importlib.util
from pathlib import Path

import pytest

from sanudo import resources

ROOT = Path(__file__).resolve().parent.parent


def test_the_compiled_gazetteer_is_current() -> None:
    spec = importlib.util.spec_from_file_location("build_data", ROOT / "scripts" / "build_data.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.OUT.read_text(encoding="utf-8") == module.compile_gazetteer(), "run scripts/build_data.py"


def test_every_state_has_an_iso_like_code_and_a_name() -> None:
    codes = {name.state for name in resources.parties().values()}
    assert len(codes) > 190
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert all(resources.state_name(code) != code for code in codes)


@pytest.mark.parametrize(
    ("name", "code"), [("pakistan", "PAK"), ("PAK", "PAK"), ("pak", "PAK"), ("United  States", "USA"), ("eu", "EUR")]
)
def test_states_are_found_by_code_or_name(name: str, code: str) -> None:
    assert resources.state_code(name) == code


def test_an_unknown_state_has_no_code() -> None:
    assert resources.state_code("Atlantis") is None
