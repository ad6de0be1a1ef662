"""Direct quotations as claims."""

from __future__ import annotations

from reconcile.claims.quotations import LONG, quote_claims
from reconcile.language.analysis import analyse
from reconcile.model.claim import Claim, Kind, Status, Utterance
from reconcile.model.text import Article


def claims(body: str, headline: str = "", withdrawn: bool = False) -> list[Claim]:
    article = Article(id="a", body=body, headline=headline, withdrawn=withdrawn)
    return quote_claims(article, {name: analyse(text, None) for name, text in article.parts()})


def test_a_claim_holds_the_words_and_who_spoke_them() -> None:
    (claim,) = claims("Mayor Ana Ruiz left. “We leave at dawn,” Ruiz said.")
    assert claim.kind is Kind.QUOTE
    assert claim.mention.text == "We leave at dawn,"
    assert claim.value == Utterance("We leave at dawn,", "Ruiz", "ana ruiz")
    assert claim.attribution is not None
    assert (claim.attribution.speaker, claim.attribution.cue, claim.attribution.role) == ("Ruiz", "said", None)


def test_an_office_is_no_name() -> None:
    (claim,) = claims("“We leave at dawn,” the harbour master said.")
    assert claim.value == Utterance("We leave at dawn,", "the harbour master", None)
    assert claim.attribution is not None
    assert claim.attribution.role == "the harbour master"


def test_headline_and_body_are_both_read() -> None:
    found = claims("“We leave at dawn,” Ana Ruiz said.", "‘We leave at dawn and take nothing’")
    assert [(c.mention.span.part, c.mention.span.start) for c in found] == [("headline", 1), ("body", 1)]
    assert len({c.id for c in found}) == 2


def test_a_long_quotation_is_cut_at_its_sentences() -> None:
    first = "We lost everything that we had in one night of rain."
    second = "Nobody from the town came to ask us how we were, and nobody called."
    assert len(f"{first} {second}".split()) <= LONG
    third = "I do not know where we go."
    found = claims(f"Ana Ruiz said: “{first} {second} {third}”")
    assert [c.mention.text for c in found] == [first, second, third]


def test_a_long_sentence_is_cut_at_its_joints() -> None:
    said = (
        "Under the law of the sea every ship has the right to enter the port in a storm "
        "and the right of the ship includes the right to stay until the storm is over"
    )
    found = claims(f"Ana Ruiz said: “{said}.”")
    assert [c.mention.text.split()[0] for c in found] == ["Under", "and"]
    assert " ".join(c.mention.text for c in found) == f"{said}."


def test_a_withdrawn_article_withdraws_its_quotations() -> None:
    (claim,) = claims("“We leave at dawn,” Ana Ruiz said.", withdrawn=True)
    assert claim.status is Status.WITHDRAWN


def test_what_a_link_to_another_story_quotes_is_no_claim() -> None:
    body = "“We leave at dawn,” Ana Ruiz said.\n\nREAD MORE: 'I lost my boat and I would do it again'\n"
    assert [c.mention.text for c in claims(body)] == ["We leave at dawn,"]
