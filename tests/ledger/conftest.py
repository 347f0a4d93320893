"""What every test of the ledger may need."""

import pytest
from ledger_help import write

import sanudo


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.sanudo"


@pytest.fixture
def ledger(path):
    """An empty ledger, open."""
    with sanudo.open(path, create=True) as book:
        yield book


@pytest.fixture
def add(ledger):
    """Adds readings to the ledger: each an article and its mentions."""

    def added(*readings, model="m1", parse=None):
        write(ledger.path, *readings, model=model, parse=parse)

    return added
