import subprocess
import sys

import pytest

import sanudo
from sanudo import errors, records

NAMES = [
    "Article",
    "Attribution",
    "Basis",
    "Coverage",
    "Dispute",
    "Entry",
    "Event",
    "EventMention",
    "Evidence",
    "Judgement",
    "Kind",
    "Ledger",
    "Origin",
    "Outline",
    "Participant",
    "Place",
    "PublishedBasis",
    "ReadProblem",
    "Reason",
    "Refusal",
    "Run",
    "SanudoError",
    "Segment",
    "Side",
    "Status",
    "Support",
    "WhenBasis",
    "__version__",
    "open",
]
HEAVY = ("numpy", "onnxruntime", "pandas", "polars", "pyarrow", "rich", "tokenizers", "trafilatura")


def test_the_public_names_are_these_and_are_there():
    assert sorted(sanudo.__all__) == NAMES
    assert all(hasattr(sanudo, name) for name in NAMES)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__version__"])
def test_every_public_name_says_what_it_is_for(name):
    assert getattr(sanudo, name).__doc__


def test_every_field_of_a_public_record_has_a_public_type():
    hints = {
        word
        for name in NAMES
        if hasattr(records, name) and hasattr(getattr(records, name), "__dataclass_fields__")
        for field in getattr(records, name).__dataclass_fields__.values()
        for word in str(field.type).replace("[", " ").replace(",", " ").split()
    }
    ours = {name for name, value in vars(records).items() if getattr(value, "__module__", "") == records.__name__}
    assert hints & ours <= set(NAMES)


def test_every_error_is_one_of_ours():
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    assert all(issubclass(kind, sanudo.SanudoError) for kind in kinds)
    assert len({kind.code for kind in kinds}) == len(kinds)


def test_importing_is_light():
    program = f"import sys, sanudo; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_asking_is_light_too(tmp_path):
    program = (
        "import sys, sanudo\n"
        "with sanudo.open(sys.argv[1], create=True) as ledger:\n"
        "    list(ledger.events()), list(ledger.mentions()), ledger.export(sys.argv[2])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "x.sanudo"), str(tmp_path / "x.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_ledger_is_opened_asked_and_closed(tmp_path):
    with sanudo.open(tmp_path / "x.sanudo", create=True) as ledger:
        assert isinstance(ledger, sanudo.Ledger)
        assert list(ledger.events(between=("PAK", "RUS"))) == []
    with pytest.raises(sanudo.SanudoError):
        sanudo.open(tmp_path / "missing.sanudo")
