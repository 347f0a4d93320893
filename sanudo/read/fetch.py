"""A web page that a person asked for by its URL. Nothing else in the package reaches for the network."""

from __future__ import annotations

from copy import deepcopy
from http import HTTPStatus

from trafilatura import fetch_response
from trafilatura.settings import DEFAULT_CONFIG


def is_url(path: str) -> bool:
    """Whether what was typed is a web address."""
    return path.lower().startswith(("http://", "https://"))


def fetch(url: str) -> bytes:
    """The bytes of a page. A certificate that does not hold is not overlooked.

    Raises:
        OSError: the page cannot be had, and why.
    """
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["INSECURE_SSL_FALLBACK"] = "off"
    response = fetch_response(url, config=config)
    if response is None:
        raise OSError("no answer: is the address right, and is there a network?")
    if response.status != HTTPStatus.OK or not response.data:
        raise OSError(f"the server answered {response.status}, without a page")
    return bytes(response.data)
