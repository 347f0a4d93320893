"""What can go wrong, each with a code that can be searched for.

SanudoError
 |- InputError            an input cannot be read at all
 |- UsageError            the caller asked for something that does not exist
 |- LedgerError
 |   |- NotALedgerError   the file is no ledger
 |   |- NewerLedgerError  the ledger was written by a newer version
 |   |- LedgerBusyError   another process is writing
 |   |- LedgerFullError   the disk is full
 |   |- DamagedError      `verify` found something that does not hold
 |- ModelError            the packaged model is missing or does not fit
 |- MissingExtraError     an optional package is needed
"""

from __future__ import annotations


class SanudoError(Exception):
    """Base of every error that Sanudo raises on purpose. `code` is stable; the message says what to do."""

    code = "S000"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return f"[{self.code}] {self.message}"


class InputError(SanudoError):
    """An input cannot be read at all."""

    code = "S100"


class UsageError(SanudoError):
    """The caller asked for something that does not exist."""

    code = "S200"


class LedgerError(SanudoError):
    """Something about the ledger file."""

    code = "S300"


class NotALedgerError(LedgerError):
    """The file is no ledger."""

    code = "S301"


class NewerLedgerError(LedgerError):
    """The ledger was written by a newer version of Sanudo."""

    code = "S302"


class LedgerBusyError(LedgerError):
    """Another process is writing to the ledger."""

    code = "S303"


class LedgerFullError(LedgerError):
    """The disk is full; what was committed before is whole."""

    code = "S304"


class DamagedError(LedgerError):
    """Something in the ledger does not hold."""

    code = "S305"


class ModelError(SanudoError):
    """The packaged model is missing or does not fit the program."""

    code = "S400"


class MissingExtraError(SanudoError):
    """An optional package is needed for this."""

    code = "S500"
