"""Fetching an address, only when asked: http and https, with limits of time and size."""

from __future__ import annotations

import time
from urllib.error import URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from reconcile.reading.values import MEGABYTE, ReadOptions, UnreadableError

AGENT = "reconcile-news"
_CHUNK = 65536
_HANDLERS = (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor, HTTPRedirectHandler)


def fetch(address: str, options: ReadOptions) -> bytes:
    """The bytes at an address; raises UnreadableError where it fails or passes a limit."""
    opener = OpenerDirector()  # knows http and https only, so a redirect cannot lead to a file
    for handler in _HANDLERS:
        opener.add_handler(handler())
    deadline = time.monotonic() + options.timeout
    parts: list[bytes] = []
    size = 0
    try:
        request = Request(address, headers={"User-Agent": AGENT, "Accept": "text/html, */*;q=0.5"})
        with opener.open(request, timeout=options.timeout) as answer:
            while part := answer.read1(_CHUNK):
                parts.append(part)
                size += len(part)
                if size > options.max_bytes:
                    raise UnreadableError(f"is larger than the limit of {options.max_bytes / MEGABYTE:g} MB")
                if time.monotonic() > deadline:
                    raise UnreadableError(f"took longer than {options.timeout:g} seconds to fetch")
    except (URLError, OSError, ValueError) as fault:
        reason = getattr(fault, "reason", None) or fault
        raise UnreadableError(f"could not be fetched: {str(reason)[:120] or type(fault).__name__}") from None
    return b"".join(parts)
