"""Who we say that we are to the sites whose pages are read."""

from __future__ import annotations

import re
from typing import Final

NAME: Final = "Footnote"
_VERSION: Final = re.compile(r"[0-9A-Za-z.+-]{1,40}")
# What a comment in a header may hold (RFC 9110, section 5.6.5), less white space and what would have to be escaped.
_CONTACT: Final = re.compile(r"[\x21-\x27\x2a-\x5b\x5d-\x7e]{1,200}")


def user_agent(*, version: str = "", contact: str | None = None) -> str:
    """Return the value of the header, "Footnote/1.2 (+contact)"; raises `ValueError` where a part has no such form."""
    if version and not _VERSION.fullmatch(version):
        raise ValueError("the version for the user agent is no version")
    if contact and not _CONTACT.fullmatch(contact):
        raise ValueError("the contact for the user agent is plain ASCII without spaces, brackets and backslashes")
    product = f"{NAME}/{version}" if version else NAME
    return f"{product} (+{contact})" if contact else product
