"""The store: one writer, many readers."""

from sanudo.ledger.filters import Filters
from sanudo.ledger.rows import Rows
from sanudo.ledger.store import Ledger, open_ledger
from sanudo.ledger.writer import Writer

__all__ = ["Filters", "Ledger", "Rows", "Writer", "open_ledger"]
