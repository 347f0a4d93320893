"""A web page that a person asked for by its URL. Nothing else in the package reaches for the network."""

from __future__ import annotations

from copy import deepcopy

from trafilatura import fetch_response
from trafilatura.settings import DEFAULT_CONFIG


def is_url(path: str) -> bool:
    """Whether what was typed is a web address."""
    return path.lower().startswith(("http://", "https://"))


def fetch(url: str) -> bytes | None:
    """The bytes of a page, or None if it cannot be had. A certificate that does not hold is not overlooked."""
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["INSECURE_SSL_FALLBACK"] = "off"
    response = fetch_response(url, config=config)
    return response.data if response is not None and response.status == 200 and response.data else None
