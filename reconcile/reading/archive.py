"""Zip and gzip files of articles, DOCX among them, unpacked in memory and never beyond the limit of one input."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from reconcile.errors import Problem
from reconcile.model.change import evolve
from reconcile.model.text import Article
from reconcile.reading.dispatch import read_source
from reconcile.reading.docx import DOCUMENT, read_docx
from reconcile.reading.values import MEGABYTE, Reading, ReadOptions, Source, UnreadableError

_MOST_MEMBERS = 10_000
_MOST_DEPTH = 3  # archives in archives
_CHUNK = 65536


def read_zip(source: Source, options: ReadOptions) -> Reading:
    """A DOCX document, or every file of an archive as an input of its own named `archive.zip/file`."""
    _check_depth(source)
    try:
        with ZipFile(BytesIO(source.data)) as archive:
            if DOCUMENT in archive.namelist():
                return read_docx(archive, source, options)
            return _members(archive, source, options)
    except UnreadableError:
        raise
    except Exception as fault:  # the standard library's reader raises all kinds on broken archives
        raise UnreadableError(f"is a damaged zip file: {_reason(fault)}") from None


def read_gzip(source: Source, options: ReadOptions) -> Reading:
    """The one file a gzip file holds."""
    _check_depth(source)
    data = _inflate(source.data, options.max_bytes)
    path = source.path[:-3] if source.path.lower().endswith(".gz") else source.path
    reading = read_source(Source(path, data, source.depth + 1), options)
    return Reading(
        tuple(evolve(a, path=source.path) for a in reading.articles),
        tuple(evolve(p, path=source.path) for p in reading.problems),
    )


def read_member(archive: ZipFile, info: ZipInfo, limit: int) -> bytes:
    """The bytes of one member; raises UnreadableError beyond `limit`, whatever the archive says of its size."""
    if info.flag_bits & 1:
        raise UnreadableError("is encrypted; unpack it with its password")
    with archive.open(info) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(_bomb(limit))
    return data


def _members(archive: ZipFile, source: Source, options: ReadOptions) -> Reading:
    articles: list[Article] = []
    problems: list[Problem] = []
    left = options.max_bytes
    infos = sorted((i for i in archive.infolist() if _is_wanted(i)), key=lambda i: i.filename)
    if not infos:
        raise UnreadableError("is a zip file that holds no file to read")
    if len(infos) > _MOST_MEMBERS:
        raise UnreadableError(f"holds more than {_MOST_MEMBERS:,} files; split it")
    for info in infos:
        member = Source(f"{source.path}/{info.filename}", b"", source.depth + 1)
        try:
            data = read_member(archive, info, left)
        except UnreadableError as fault:
            problems.append(member.problem(str(fault)))
            continue
        except Exception as fault:  # an unknown packing, a wrong checksum, a name that is none
            problems.append(member.problem(f"is damaged: {_reason(fault)}"))
            continue
        reading = read_source(evolve(member, data=data), evolve(options, max_bytes=max(1, left)))
        articles += reading.articles
        problems += reading.problems
        left -= max(len(data), sum(len(a.body) for a in reading.articles))
        if left <= 0:
            problems.append(source.problem(_bomb(options.max_bytes)))
            break
    return Reading(tuple(articles), tuple(problems))


def _is_wanted(info: ZipInfo) -> bool:
    parts = info.filename.split("/")
    return not info.is_dir() and not any(p.startswith((".", "__MACOSX")) for p in parts)


def _inflate(data: bytes, limit: int) -> bytes:
    """All members of a gzip file, at most `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    while data.startswith(b"\x1f\x8b"):
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            while not inflater.eof and size <= limit:
                parts.append(inflater.decompress(data, _CHUNK))
                size += len(parts[-1])
                data = inflater.unconsumed_tail
                if not parts[-1] and not data and not inflater.eof:
                    raise UnreadableError("is a gzip file that breaks off")
        except zlib.error as fault:
            raise UnreadableError(f"is a damaged gzip file: {fault}") from None
        if size > limit:
            raise UnreadableError(_bomb(limit))
        data = inflater.unused_data
    return b"".join(parts)


def _check_depth(source: Source) -> None:
    if source.depth >= _MOST_DEPTH:
        raise UnreadableError("is an archive too deep inside others; unpack it")


def _bomb(limit: int) -> str:
    return f"unpacks to more than the limit of {limit / MEGABYTE:g} MB for one input; unpack and split it"


def _reason(fault: BaseException) -> str:
    return str(fault)[:120] or type(fault).__name__
