"""What holds for every test: how many examples a property gets, a network that ends at loopback, a clean environment.

`HYPOTHESIS_PROFILE=thorough` runs ten times the examples of the normal run.
"""

import ipaddress
import os
import re
import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=1_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_PERSONAL = re.compile(r"(?:OPENAI_|FOOTNOTE_).*|TELEGRAM_BOT_TOKEN|DATABASE_URL|.*_PROXY", re.IGNORECASE)


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _is_literal(host: object) -> bool:
    try:
        return bool(ipaddress.ip_address(str(host).partition("%")[0]))
    except ValueError:
        return False


def _refuse_unless_near(sock: socket.socket, address: Any) -> None:
    inet = sock.family in (socket.AF_INET, socket.AF_INET6)
    if inet and not _is_loopback(address[0]):
        pytest.fail(f"a test tried to reach {address[0]}")


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets connect to this machine only; a name is looked up only if it is this machine's."""
    lookup = socket.getaddrinfo

    def near_lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not (_is_loopback(host) or _is_literal(host)):
            pytest.fail(f"a test tried to look up {host}")
        return lookup(host, *args, **kwargs)

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _near(getattr(socket.socket, name)))
    monkeypatch.setattr(socket.socket, "sendto", _near_datagram(socket.socket.sendto))
    monkeypatch.setattr(socket, "getaddrinfo", near_lookup)


def _near(method: Any) -> Any:
    def connect(sock: socket.socket, address: Any) -> Any:
        _refuse_unless_near(sock, address)
        return method(sock, address)

    return connect


def _near_datagram(method: Any) -> Any:
    def sendto(sock: socket.socket, data: Any, *rest: Any) -> Any:
        _refuse_unless_near(sock, rest[-1])
        return method(sock, data, *rest)

    return sendto


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the settings and secrets of whoever runs the tests."""
    for name in [name for name in os.environ if _PERSONAL.fullmatch(name)]:
        monkeypatch.delenv(name)
