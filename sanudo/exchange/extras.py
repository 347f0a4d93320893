"""Libraries that only some formats need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from sanudo.errors import MissingExtraError


def extra(name: str) -> ModuleType:
    """The module of an optional library.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(f"{name} is needed for this; pip install 'sanudo[exchange]'") from error
