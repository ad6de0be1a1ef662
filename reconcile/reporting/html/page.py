"""The page as a whole: what matters first, then every finding, then all claims by article."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from reconcile.model.finding import GRAVITY, Results
from reconcile.reporting.html.desk import Desk
from reconcile.reporting.html.finding import OPEN, finding_section
from reconcile.reporting.html.index import index
from reconcile.reporting.html.markup import Markup, el, raw
from reconcile.reporting.safe import safe
from reconcile.reporting.view import DISMISSED, NAMES, Section, View, make_view

TITLE = "Figures laid against each other"


def to_html(results: Results, desk: Desk | None = None) -> str:
    """One self-contained page: no address is fetched and no script is needed to read it.

    The only script is the page's own, named by its hash in the content security policy. With a `desk` the page is
    that of a local server: it has forms to decide on findings, and looks whether the articles have changed.
    """
    view = make_view(results, everything=True)
    style, script = _asset("page.css"), _asset("page.js") + (_asset("desk.js") if desk else "")
    sections = view.sections + ((Section(DISMISSED, view.dismissed),) if view.dismissed else ())
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, script, desk)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", _headline(view)),
        el("style", raw(style)),
    )
    main = el(
        "main",
        _summary(view),
        _fresh(desk) if desk else None,
        _filters(sections) if sections else None,
        [_section(section, desk) for section in sections],
        index(results),
        _problems(view),
        id="report",
    )
    body = el("body", el("a", "Skip to the findings", href="#report", class_="skip"), main, el("script", raw(script)))
    return f"<!DOCTYPE html>\n{el('html', head, body, lang='en')}\n"


def framed(page: str, height: int = 640) -> str:
    """A page in a frame that runs no script and shares no style with the document around it."""
    return el("iframe", srcdoc=page, sandbox="", width="100%", height=height, title=TITLE)


def _asset(name: str) -> str:
    return files("reconcile.reporting.html").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str, desk: Desk | None) -> str:
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    own = f"style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; base-uri 'none'"
    reach = "form-action 'self'; connect-src 'self'" if desk else "form-action 'none'"
    return f"default-src 'none'; {own}; {reach}"


def _headline(view: View) -> str:
    counts = ", ".join(f"{count} {verdict}" for verdict, count in view.verdicts) or "no findings"
    return f"{TITLE}: {counts}"


def _summary(view: View) -> Markup:
    counts = [
        el("li", el("strong", str(count)), " ", verdict.value, class_=f"chip {verdict}")
        for verdict, count in view.verdicts
    ]
    if view.dismissed:
        counts.append(el("li", el("strong", str(len(view.dismissed))), " dismissed", class_="chip"))
    return el(
        "header",
        el("h1", TITLE),
        el("ul", counts, class_="chips", aria_label="Findings by verdict") if counts else None,
        None if view.sections else el("p", "Nothing to look at: no two claims disagree."),
        [el("p", line) for line in view.counts],
    )


def _fresh(desk: Desk) -> Markup:
    link = el("a", "show what they say now", href="/")
    where = el("p", "Decisions are kept in ", el("code", safe(desk.file)), ".", class_="meta")
    changed = el("p", "The articles have changed: ", link, ".", class_="fresh", hidden=True, data_state=desk.state)
    return el("div", changed, where, role="status")


def _section(section: Section, desk: Desk | None) -> Markup:
    title = el("h2", f"{section.title} ({len(section.findings)})")
    return el("section", title, [finding_section(f, desk) for f in section.findings])


def _filters(sections: tuple[Section, ...]) -> Markup:
    """Hidden until the script shows it: without one it could do nothing."""
    findings = [f for section in sections for f in section.findings]
    sources = sorted({row.source for f in findings for row in f.rows})
    kinds = sorted({f.finding.kind for f in findings})
    verdicts = sorted({f.verdict for f in findings}, key=GRAVITY.index, reverse=True)
    decisions = sorted({f.finding.decision.choice.value if f.finding.decision else OPEN for f in findings})
    return el(
        "form",
        el("label", "Text ", el("input", type="search", name="text", autocomplete="off")),
        _choice("Verdict", "verdict", [(v.value, v.value) for v in verdicts]),
        _choice("Kind", "kind", [(k.value, NAMES[k]) for k in kinds]),
        _choice("Source", "source", [(s, s) for s in sources]),
        _choice("Decision", "decision", [(d, d) for d in decisions]),
        el("p", el("output", name="shown"), " Keys: j next, k previous, / search, Esc clear."),
        class_="filters",
        hidden=True,
        aria_label="Filter the findings",
        role="search",
    )


def _choice(label: str, name: str, options: list[tuple[str, str]]) -> Markup | None:
    if len(options) < 2:
        return None
    every = el("option", "all", value="")
    return el("label", f"{label} ", el("select", every, [el("option", t, value=v) for v, t in options], name=name))


def _problems(view: View) -> Markup | None:
    if not view.problems:
        return None
    listed = el("ul", [el("li", problem) for problem in view.problems])
    return el("section", el("h2", "Could not be read"), listed, id="problems")
