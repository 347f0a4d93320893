"""Formats of other programs. Each is a module of its own that knows nothing of the ledger: entries in, text out, and back."""

from sanudo.exchange import (
    calendar,
    cameo,
    colt,
    dcad,
    fmtr,
    followthemoney,
    gdelt,
    geojson,
    graphml,
    gsdb,
    icews,
    mme,
    plover,
    polecat,
    quadruples_out,
    reports,
    sipri,
)
from sanudo.exchange.forms import Companions, Format, Losses, RowError

FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        plover.FORMAT,
        polecat.FORMAT,
        icews.FORMAT,
        gdelt.FORMAT,
        gdelt.MENTIONS_FORMAT,
        cameo.FORMAT,
        quadruples_out.FORMAT,
        dcad.FORMAT,
        dcad.DYADS,
        sipri.FORMAT,
        mme.FORMAT,
        colt.FORMAT,
        fmtr.FORMAT,
        gsdb.FORMAT,
        reports.FORMAT,
        followthemoney.FORMAT,
        geojson.FORMAT,
        graphml.FORMAT,
        calendar.FORMAT,
    )
}

__all__ = ["FORMATS", "Companions", "Format", "Losses", "RowError"]
