"""E-mail as saved by a mail program: the message, and readable attachments as inputs of their own."""

from __future__ import annotations

import re
from email import policy
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from itertools import islice

from reconcile.errors import Problem
from reconcile.model.text import Article, Region
from reconcile.reading.blocks import Blocks, from_html
from reconcile.reading.build import Draft
from reconcile.reading.dispatch import read_source
from reconcile.reading.encodings import decode
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError

_MOST_DEPTH = 3
_MOST_PARTS = 200
_PASSED_OVER = ("image", "audio", "video")
_QUOTED = re.compile(r"^>[^\n]*(?:\n>[^\n]*)*", re.M)
_COMMENT = re.compile(r"\([^()]*\)")  # "(CEST)" after the time zone
_SIGNATURE = re.compile(r"^-- ?\r?\n", re.M)


def read_mail(source: Source, options: ReadOptions) -> Reading:
    """The message with its subject, sender and date; quoted earlier mail and the signature are marked as such."""
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(source.data)
        parts = [p for p in islice(message.walk(), _MOST_PARTS) if not p.is_multipart()]
        draft = _draft(message, parts)
    except UnreadableError:
        raise
    except Exception as fault:  # the standard library's parser raises all kinds on broken headers
        raise UnreadableError(f"could not be read as e-mail: {type(fault).__name__}") from None
    articles: list[Article] = [draft.article(source)] if draft.body.strip() else []
    problems: list[Problem] = list(draft.problems)
    for attached in _attachments(parts, source):
        reading = read_source(attached, options)
        articles += reading.articles
        problems += reading.problems
    if not articles and not problems:
        raise UnreadableError("is an e-mail without text")
    return Reading(tuple(articles), tuple(problems))


def _draft(message: Message, parts: list[Message]) -> Draft:
    blocks = _text(parts)
    name, address = parseaddr(_header(message, "from"))
    return Draft(
        blocks.text,
        id=_header(message, "message-id").strip("<> "),
        headline=_header(message, "subject"),
        source=name or address,
        published=_COMMENT.sub("", _header(message, "date")),
        regions=blocks.regions,
    )


def _header(message: Message, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        return " ".join(str(make_header(decode_header(str(raw)))).split())
    except (LookupError, ValueError):  # a charset or encoding that does not exist
        return " ".join(str(raw).split())


def _text(parts: list[Message]) -> Blocks:
    shown = [p for p in parts if not _is_attached(p)]
    for part in (p for p in shown if p.get_content_type() == "text/plain"):
        text = _decoded(part).replace("\r\n", "\n")
        if text.strip():
            return Blocks(text, _regions(text))
    html = next((p for p in shown if p.get_content_type() == "text/html"), None)
    return from_html(_decoded(html)) if html else Blocks("")


def _regions(text: str) -> tuple[Region, ...]:
    signature = _SIGNATURE.search(text)
    end = signature.start() if signature else len(text)
    quoted = [Region("body", m.start(), m.end(), "related") for m in _QUOTED.finditer(text, 0, end)]
    if signature:
        quoted.append(Region("body", end, len(text), "furniture"))
    return tuple(quoted)


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset()).text if isinstance(payload, bytes) and payload else ""


def _is_attached(part: Message) -> bool:
    return bool(part.get_filename()) or part.get_content_disposition() == "attachment"


def _attachments(parts: list[Message], source: Source) -> list[Source]:
    """Attached files; pictures and the like are passed over, as a mail program shows them."""
    if source.depth >= _MOST_DEPTH:
        return []
    found = []
    for number, part in enumerate(parts, 1):
        payload = part.get_payload(decode=True)
        if _is_attached(part) and part.get_content_maintype() not in _PASSED_OVER and isinstance(payload, bytes):
            name = (part.get_filename() or f"part{number}").replace("/", "_")
            found.append(Source(f"{source.path}/{name}", payload, source.depth + 1))
    return found
