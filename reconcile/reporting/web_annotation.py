"""Claims as a W3C Web Annotation collection: every claim finds its words in its article again."""

from __future__ import annotations

from typing import Any

from reconcile.model.claim import Claim
from reconcile.model.finding import Results
from reconcile.model.text import Article
from reconcile.reporting.contract import claim_data, to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points of prefix and suffix, as annotation clients commonly keep


def to_annotations(results: Results) -> str:
    """An AnnotationPage as JSON-LD.

    Each annotation targets one part of an article (the fragment `#headline` or `#body` of its address) with a
    quote and a position selector in code points; a figure in a finding is tagged with the finding's verdict.
    """
    verdicts: dict[str, list[str]] = {}
    for finding in results.findings:
        for claim in finding.claims:
            tag = f"{finding.verdict}: {finding.about} ({finding.id})"
            verdicts.setdefault(claim.id, []).append(f"{tag}, dismissed" if finding.dismissed else tag)
    items = [
        _annotation(c, results.articles_by_id[c.mention.span.article], verdicts.get(c.id, ())) for c in results.claims
    ]
    page = {"@context": CONTEXT, "id": "urn:reconcile:report", "type": "AnnotationPage", "items": items}
    return to_json(page)


def _annotation(claim: Claim, article: Article, verdicts: tuple[str, ...] | list[str]) -> dict[str, Any]:
    span = claim.mention.span
    text = article.part(span.part)
    bodies = [{"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": v} for v in verdicts]
    described = to_json(claim_data(claim), indent=None).strip()
    bodies.append({"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": described})
    return {
        "id": f"urn:reconcile:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": {
            "source": f"{article.url or article.path or article.id}#{span.part}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.mention.text,
                    "prefix": text[max(0, span.start - _AROUND) : span.start],
                    "suffix": text[span.end : span.end + _AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }
