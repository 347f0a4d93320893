"""Which addresses from reports may become links."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# What an address may hold as it stands; the rest is percent-encoded, so that it cannot end a link early.
_SAFE = "/:?#@!$&'*+,;=%~-._"


def web_link(url: str | None) -> str | None:
    """The address if it leads to the web and can be written anywhere, else None (`javascript:`, `file:`, no host)."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # brackets that are no IPv6 address
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return quote(url.strip(), safe=_SAFE)
