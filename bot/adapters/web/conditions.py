"""Asking whether a page has changed: what a server gave for that, and how it is sent back (RFC 9110, sections 8.8, 13).

Both come from strangers and are kept in between, so they are checked both ways: nothing that could be a header of its
own is ever sent.
"""

from __future__ import annotations

import re
from typing import Final

import httpx2

from bot.core.pages import Validators

_ETAG: Final = re.compile(r"(?:W/)?\"[\x21\x23-\x7e]{1,200}\"|[\x21\x23-\x2b\x2d-\x7e]{1,200}")
"""Quotation marks are left out by some servers, which want them left out in return."""
_DATE: Final = re.compile(r"[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT")


def validators_of(response: httpx2.Response) -> Validators:
    """Return what the server gave; "" for what it did not give, gave twice, or in a form that cannot be sent back."""
    return Validators(
        etag=_only(response, "etag", _ETAG),
        last_modified=_only(response, "last-modified", _DATE),
    )


def conditions(validators: Validators) -> dict[str, str]:
    """Return the headers that ask whether the page has changed; none where there is nothing to compare."""
    wanted = {
        "If-None-Match": validators.etag if _ETAG.fullmatch(validators.etag) else "",
        "If-Modified-Since": validators.last_modified if _DATE.fullmatch(validators.last_modified) else "",
    }
    return {name: value for name, value in wanted.items() if value}


def _only(response: httpx2.Response, name: str, form: re.Pattern[str]) -> str:
    given = response.headers.get_list(name)
    return given[0] if len(given) == 1 and form.fullmatch(given[0]) else ""
