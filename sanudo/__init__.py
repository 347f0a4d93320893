"""Sanudo: a sourced ledger of what states do with, for and against one another, read from the news."""

__version__ = "0.1.0"
