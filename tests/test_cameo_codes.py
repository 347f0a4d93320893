import importlib.util
from pathlib import Path

import pytest

from sanudo.cameo_codes import cameo, cameo_codes, cameo_for, cameo_names, cameo_of, quad
from sanudo.codebook import CONTEXTS, EVENT_TYPES
from sanudo.exchange.codes import by_cameo, by_fips, codes_of
from sanudo.records import EventMention, Kind, Status
from sanudo.resources import is_code

ROOT = Path(__file__).resolve().parents[1]


def mention(type, mode=None, contexts=(), kind=Kind.OTHER):
    return EventMention("m", "a", type, kind, (), (), False, Status.HAPPENED, 1.0, (), "c", "m", mode, contexts)


def test_the_compiled_tables_are_current():
    spec = importlib.util.spec_from_file_location("build_codes", ROOT / "scripts" / "build_codes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.OUT.read_text(encoding="utf-8") == module.compile_codes(), "run scripts/build_codes.py"


def test_every_code_has_a_goldstein_value_and_a_cell_that_plover_has():
    assert len(cameo_codes()) == 312
    for code in cameo_codes().values():
        assert -10 <= code.goldstein <= 10
        assert quad(code.code) in (1, 2, 3, 4)
        assert code.type or code.code[:2] in ("01", "02"), code
        if code.type:
            assert code.mode is None or code.mode in EVENT_TYPES[code.type].modes, code
            assert set(code.contexts) <= set(CONTEXTS), code


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (mention("SUPPORT"), "050"),
        (mention("SUPPORT", kind=Kind.AGREEMENT), "057"),
        (mention("CONSULT", "visit"), "042"),
        (mention("CONSULT", "phone"), "041"),
        (mention("COOPERATE", contexts=("military",)), "062"),
        (mention("AID", contexts=("military", "economic")), "070"),
        (mention("AGREE", contexts=("military",)), "030"),
        (mention("SANCTION", "discontinue", ("military",)), "1622"),
        (mention("SANCTION", kind=Kind.SANCTION), "163"),
        (mention("PROTEST", "demo"), "141"),
        (mention("ACCUSE"), "110"),
        (mention("ACCUSE", "investigate"), "090"),
        (mention("ASSAULT"), "190"),
        (mention("ASSAULT", "abduct"), "180"),
        (mention("RETREAT"), "080"),
    ],
)
def test_back_to_cameo(told, code):
    assert cameo_of(told).code == code


def test_every_type_comes_back_to_its_own_root():
    for code in cameo_codes().values():
        if code.type:
            back = cameo_of(mention(code.type, code.mode, code.contexts))
            assert back.type == code.type or {back.type, code.type} == {"CONCEDE", "RETREAT"}, code


def test_what_plover_does_not_code_has_no_code():
    assert cameo_of(mention("")) is None


@pytest.mark.parametrize(
    ("given", "code"), [("042", "042"), ("42", "042"), ("10", "10"), ("1012", "1012"), ("0579", "057")]
)
def test_codes_are_found_without_their_zero_and_by_their_parent(given, code):
    assert cameo(given).code == code


@pytest.mark.parametrize("given", ["", "0", "999", "9999", "x", "١٢٣", "0420000"])
def test_what_is_no_code(given):
    assert cameo(given) is None


def test_names():
    assert cameo_names()["consult"].code == "040"


def test_states():
    pakistan, kosovo = codes_of("PAK"), codes_of("KOS")
    assert (pakistan.alpha2, pakistan.fips, pakistan.number, pakistan.abbreviation) == ("pk", "PK", 770, "PAK")
    assert (kosovo.cameo, by_cameo()["KSV"], by_fips()["RS"], by_cameo()["PAL"]) == ("KSV", "KOS", "RUS", "PSE")
    assert [codes_of(body) for body in ("UNO", "NSA", "")] == [None] * 3
    assert sum(is_code(state) for state in by_fips().values()) > 190


@pytest.mark.parametrize("type", EVENT_TYPES)
def test_every_type_has_a_code_whatever_the_kind(type):
    assert all(cameo_for(type, None, (), kind) for kind in ("", *Kind))
