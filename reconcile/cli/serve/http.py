"""The page over HTTP, for the browsers of this machine and for no other site's pages.

A page of another site could send its visitors' browsers here. So the name in `Host` must be one that no other site
can take, a decision needs the token of this run and comes from this very origin, and no page may frame this one.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import socketserver
import sys
from hmac import compare_digest
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from reconcile.cli.serve.site import ChangedError, Site
from reconcile.errors import ReconcileError, UsageError
from reconcile.reporting.html.desk import ACTION, LONGEST

_LARGEST = 16_384  # bytes of a form
_FIELDS = 8
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_FORM = "application/x-www-form-urlencoded"


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """A request that is answered with `status` and a message."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Server(ThreadingHTTPServer):
    """Listens on `host` and `port` (0: any free one). Raises OSError where that cannot be had."""

    daemon_threads = True

    def __init__(self, host: str, port: int, site: Site) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.host, self.site = host, site
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """As the class above, but without asking the network what this machine is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def url(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no fault worth a traceback."""
        if os.environ.get("RECONCILE_DEBUG"):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request: the page, its state, or a decision."""

    server: Server
    server_version = "reconcile"
    sys_version = ""
    timeout = 30  # seconds that a browser may take for its request

    def do_GET(self) -> None:
        self._answered(self._get)

    def do_HEAD(self) -> None:
        self._answered(self._get)

    def do_POST(self) -> None:
        self._answered(self._post)

    def _answered(self, answer: Any) -> None:
        """Every fault ends in a page that says what is wrong."""
        try:
            if not is_own_name(self.headers.get("Host", ""), self.server.host):
                raise Refused(HTTPStatus.FORBIDDEN, "This server answers only to its own name.")
            answer()
        except Refused as refused:
            self._message(refused.status, str(refused))
        except ChangedError as error:
            self._message(HTTPStatus.CONFLICT, str(error))
        except UsageError as error:
            self._message(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
        except ReconcileError as error:
            self._message(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        except OSError:
            raise  # the browser has gone
        except Exception as error:
            print(f"reconcile: unexpected fault, {type(error).__name__}: {error}", file=sys.stderr)
            self._message(HTTPStatus.INTERNAL_SERVER_ERROR, f"Unexpected fault: {type(error).__name__}")

    def _get(self) -> None:
        place = self.path.partition("?")[0]
        if place == "/":
            self._send(HTTPStatus.OK, self.server.site.page())
        elif place == "/state":
            self._send(HTTPStatus.OK, self.server.site.state(), "text/plain")
        elif place == "/favicon.ico":
            self._send(HTTPStatus.NO_CONTENT, "")
        else:
            raise Refused(HTTPStatus.NOT_FOUND, "There is no such page.")

    def _post(self) -> None:
        if self.path != ACTION:
            raise Refused(HTTPStatus.NOT_FOUND, "There is no such page.")
        origin = self.headers.get("Origin")
        if origin is not None and origin != f"http://{self.headers.get('Host')}":
            raise Refused(HTTPStatus.FORBIDDEN, "The form is another site's.")
        form = self._form()
        if not compare_digest(form.get("token", "").encode(), self.server.site.token.encode()):
            raise Refused(HTTPStatus.FORBIDDEN, "The page is from an earlier run. Load it again before you decide.")
        finding = form.get("finding", "")
        words = " ".join(form.get("words", "")[:LONGEST].split())
        self.server.site.decide(finding, form.get("fingerprint", ""), form.get("decision", ""), words)
        self._send(HTTPStatus.SEE_OTHER, "", location=f"/#f-{finding}")

    def _form(self) -> dict[str, str]:
        """The fields of the form, the first of each name."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "The form has no length.")
        if len(length) > 9 or int(length) > _LARGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The form is too long.")
        if self.headers.get_content_type() != _FORM:
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "That is no form.")
        text = self.rfile.read(int(length)).decode("utf-8", "replace")
        try:
            fields = parse_qs(text, max_num_fields=_FIELDS)
        except ValueError as error:
            raise Refused(HTTPStatus.BAD_REQUEST, "The form cannot be read.") from error
        return {name: values[0] for name, values in fields.items()}

    def _message(self, status: HTTPStatus, message: str) -> None:
        page = (
            '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f'<title>{status.phrase}</title><h1>{status.phrase}</h1><p>{escape(message)}</p><p><a href="/">Back</a></p>'
        )
        self._send(status, page)

    def _send(self, status: HTTPStatus, text: str, kind: str = "text/html", location: str = "") -> None:
        data = text.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not worth a line each."""


def is_own_name(host: str, bound: str) -> bool:
    """Whether a Host header names this server in a way that no other site can: by an address or a name of its own."""
    name = host.partition("]")[0][1:] if host.startswith("[") else host.partition(":")[0]
    if name.lower() in ("localhost", bound.lower()):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
