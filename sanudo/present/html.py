"""A brief as one self-contained HTML page: no script, no address is fetched to show it. Every text is escaped."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from sanudo.present.datewords import date_words
from sanudo.present.entries import small_print
from sanudo.present.links import web_link
from sanudo.present.pieces import Brief
from sanudo.present.words import one_line, source_name


def render(brief: Brief) -> str:
    """The brief as an HTML page, for a screen of any width and for paper."""
    return _template().render(brief=brief)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("sanudo.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_plain,
    )
    environment.filters |= {
        "dated": date_words,
        "link": web_link,
        "small_print": small_print,
        "source_name": source_name,
    }
    return environment.get_template("brief.html")


def _plain(value: Any) -> Any:
    """Texts without control characters; what a template has marked as safe stays."""
    return one_line(value) if type(value) is str else value
