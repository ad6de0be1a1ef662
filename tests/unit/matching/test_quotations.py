"""Which quotations are one utterance."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from attrs import evolve

from reconcile.claims.quotations import quote_claims
from reconcile.comparing.quotations import quote_findings
from reconcile.language.analysis import analyse
from reconcile.matching.quotations import one_speaker, utterances_of
from reconcile.model.claim import Utterance
from reconcile.model.finding import Finding
from reconcile.model.text import Article

TAG = "Mayor Ana Ruiz met reporters. “%s,” Ruiz said."


def findings(*bodies: str, sources: tuple[str, ...] = (), events: tuple[str, ...] = ()) -> list[Finding]:
    articles = {
        f"a{i}": Article(id=f"a{i}", body=body, source=source)
        for i, (body, source) in enumerate(zip_longest(bodies, sources, fillvalue="Paper"))
    }
    claims = [
        claim
        for article in articles.values()
        for claim in quote_claims(article, {name: analyse(text, None) for name, text in article.parts()})
    ]
    if events:
        claims = [evolve(c, event=events[int(c.mention.span.article[1:])]) for c in claims]
    return quote_findings(utterances_of(claims), articles)


def verdict(a: str, b: str) -> str:
    found = findings(TAG % a, TAG % b)
    assert len(found) <= 1
    return found[0].verdict.value if found else "apart"


APART = [
    (
        "Norland has the right to self-defence, and we will arm it",
        "Every state knows that Norland has the right to self-defence under the Charter",
    ),
    (
        "Our thoughts and prayers are with the families of the victims of the fire",
        "Our thoughts and prayers are with the families of the victims, and the school will stay shut",
    ),
    ("We are doing everything we can to find the missing", "We are doing everything we can to open the road"),
    ("We have recovered 12 bodies", "We have recovered 19 bodies"),
    ("We have two dead and eight injured", "We have three dead and nine injured"),
    ("The town will rebuild the bridge before the winter", "The town will vote on the bridge before the summer"),
    ("I will always fight for the people of this city", "I will always stand up for the workers of this port"),
    ("We locked that door", "We opened that door"),
    ("They want to leave by Friday", "They want to stay by the river"),
    (
        "The town has a plan for the flood and the town has a fund, and we will see to it that both are used",
        "The town will see that the fund is used for a plan",
    ),
]

MATCHED = [
    ("We will open the bridge on Monday", "We will open the bridge on Tuesday", "altered"),
    ("It was the worst storm in 40 years", "It was the worst storm in 50 years", "altered"),
    ("We will not open the bridge on Monday", "We will open the bridge on Monday", "altered"),
    ("I have never seen such a fire in my life", "I’ve never seen such a fire in my life", "same"),
    ("I have never seen such a fire in my life", "never seen such a fire", "trimmed"),
    ("The children are safe with their parents", "The kids are safe with their parents", "same"),
    ("It ends here. In two years it stops", "It ends here. In two years we will see whether it stops", "altered"),
    ("They came at night … took the boys away", "They came at night, broke the door and took the boys away", "trimmed"),
    (
        "They came at night and took the boys away",
        "They came at night, broke the door and took the boys away",
        "altered",
    ),
    (
        "So this is why I also welcome that some members have eased the limits",
        "I welcome that members are easing limits on the port",
        "altered",
    ),
    (
        "They ran back when they heard the cry, and eight of them together tried to lift the gate",
        "They all ran back and tried to lift the gate",
        "altered",
    ),
    (
        "We are sleeping in the cars because the houses still move at night",
        "We are sleeping in the cars because nobody brought us any tents or opened the houses",
        "altered",
    ),
    ("The bridge will open at dawn tomorrow", "The bridge will open at dawn tomorrow", "same"),
    ("They locked that door", "Nobody locked that door", "altered"),
    ("Nobody locked that door. It was rusted shut, and we said so", "They locked that door", "altered"),
    ("We do not mean to spoil anyone's summer. We mean to work", "We mean to spoil everyone's summer", "altered"),
    (
        "The river warned us for a night, and we did not wake",
        "The river warned us for an hour, and nobody woke",
        "altered",
    ),
]


@pytest.mark.parametrize(("a", "b"), APART)
def test_a_stock_phrase_or_a_common_frame_does_not_match(a: str, b: str) -> None:
    assert verdict(a, b) == "apart"
    assert verdict(b, a) == "apart"


@pytest.mark.parametrize(("a", "b", "wanted"), MATCHED)
def test_one_utterance_is_matched(a: str, b: str, wanted: str) -> None:
    assert verdict(a, b) == wanted
    assert verdict(b, a) == wanted


def test_other_speakers_short_words_are_apart() -> None:
    assert findings("“The port will be shut,” Ana Ruiz said.", "“The port will be shut,” Peter Holm said.") == []


def test_unnamed_speakers_of_two_offices_are_apart_unless_the_words_are_the_same() -> None:
    words = "We have {} plans to cut the number of boats"
    spokesman = f"“{words.format('no')},” a harbour spokesman said."
    analyst = f"“{words.format('')},” an analyst said."
    other = f"“{words.format('')},” a spokesman for the harbour said."
    assert not findings(spokesman, analyst)
    assert [f.verdict.value for f in findings(spokesman, other)] == ["altered"]


def test_long_words_given_to_two_speakers_are_pointed_out() -> None:
    said = "“The harbour will be shut for the whole of the winter,” %s said."
    (finding,) = findings(said % "Ana Ruiz", said % "Peter Holm")
    assert finding.verdict == "same"
    assert finding.notes == ("the words are given to different speakers: ana ruiz, peter holm",)


COMMON = (
    "“He was in the wrong place at the wrong time,” %s said.",
    "“She was at the wrong place at the wrong time,” %s said.",
)


@pytest.mark.parametrize(("who", "other"), [("Ana Ruiz", "Peter Holm"), ("a neighbour", "an aunt")])
def test_what_people_say_of_two_events_is_not_one_utterance(who: str, other: str) -> None:
    assert findings(COMMON[0] % who, COMMON[1] % other, events=("flood", "fire")) == []


def test_one_speaker_may_be_quoted_in_stories_of_two_events() -> None:
    (finding,) = findings(COMMON[0] % "Ana Ruiz", COMMON[1] % "Ana Ruiz", events=("flood", "fire"))
    assert finding.verdict == "altered"


def test_a_pronoun_is_no_proof_of_another_speaker() -> None:
    (finding,) = findings(
        "Peter Holm opened the meeting of the town council. “The port will be shut for good,” she said.",
        "“The port will be shut for weeks,” Ana Ruiz said.",
    )
    assert finding.verdict == "altered"


def test_each_pair_has_its_own_verdict() -> None:
    (finding,) = findings(
        TAG % "There were no soldiers here, only people in a queue for bread",
        TAG % "only people in a queue for bread",
        TAG % "There were no soldiers here, only children in a queue for bread",
    )
    assert [(r.a, r.b, r.verdict.value) for r in finding.relations] == [
        (0, 1, "trimmed"),
        (0, 2, "altered"),
        (1, 2, "altered"),
    ]


def test_a_quotation_of_two_utterances_is_in_two_findings() -> None:
    found = findings(
        TAG % "The insurance will not pay a single house. My children sleep in the school tonight",
        TAG % "The insurance will not pay a single house",
        TAG % "My children sleep in the church tonight",
    )
    assert sorted(f.verdict.value for f in found) == ["altered", "trimmed"]
    assert len({f.id for f in found}) == 2


def test_a_sentence_broken_by_its_tag_is_compared_whole() -> None:
    (finding,) = findings(
        '"We leave at dawn tomorrow, and we take nothing with us," Ana Ruiz said.',
        '"We leave at dawn tomorrow," Ana Ruiz said, "and we take everything with us."',
    )
    assert finding.verdict == "altered"
    assert [len(side.claims) for side in finding.sides] == [1, 2]
    value = finding.sides[1].claims[0].value
    assert isinstance(value, Utterance)
    assert value.words == "We leave at dawn tomorrow, and we take everything with us."


def test_one_article_alone_makes_no_finding() -> None:
    assert findings(TAG % "You don't think" + " " + TAG % "You don't think, and then it's all you do") == []


def test_findings_keep_their_ids_when_articles_are_added() -> None:
    two = [TAG % "We will open the bridge on Monday", TAG % "We will open the bridge on Tuesday"]
    more = [*two, TAG % "The road stays shut until spring", TAG % "We will open the bridge on Monday"]
    assert {f.id for f in findings(*two)} <= {f.id for f in findings(*more)}


NAMES = [
    ("ana ruiz", "ruiz", True),
    ("ana ruiz", "pedro ruiz", False),
    ("a ruiz", "ana ruiz", True),
    ("ana ruiz", None, True),
    ("volodymyr zelenskyi", "volodymyr zelenskyy", True),
    ("anthony holm", "antony holm", True),
    ("ana holm", "ana hall", False),
]


@pytest.mark.parametrize(("a", "b", "one"), NAMES)
def test_who_may_be_one_speaker(a: str, b: str | None, one: bool) -> None:
    assert one_speaker(a, b) is one_speaker(b, a) is one


TRANSLATED = [
    ("The ferry held and the pier did not", "The ferry held and the jetty did not", "same"),
    ("We have whole streets where no roof is left", "There are whole streets where no roof is left", "same"),
    ("We saw whole streets without a single roof", "We saw whole streets with a single roof", "altered"),
    ("We will open the bridge on Monday", "We will open the bridge on Tuesday", "altered"),
    ("It was the worst storm we had seen in 40 years", "It was the gravest storm we had seen in 50 years", "altered"),
    ("The boats cannot come past the broken bridge", "The boats do not come past the broken bridge", "same"),
    ("The boats must come past the broken bridge", "The boats come past the broken bridge", "altered"),
    ("The gate was locked while we stood outside", "The gate was opened while we stood outside", "altered"),
    (
        "They pushed the gate from above and our children were lying below",
        "They pushed the gate from below and our children were lying above",
        "altered",
    ),
    (
        "We sleep in the cars because the houses still move",
        "We sleep in the cars because nobody opened the school or the houses",
        "altered",
    ),
    ("Norland has broken the truce at the river", "Sudland has broken the truce at the river", "altered"),
]


@pytest.mark.parametrize(("a", "b", "expected"), TRANSLATED)
def test_a_translator_chooses_the_words_but_not_numbers_names_times_or_negations(a: str, b: str, expected: str) -> None:
    kinds = "(translated)", "(translated from Norlandic)", "(English edition)", "in English"
    labels = [f"Kurier {kind}" for kind in kinds]
    for sources in [("Paper", label) for label in labels] + [(label, "Paper") for label in labels]:
        assert [f.verdict.value for f in findings(TAG % a, TAG % b, sources=sources)] == [expected]


def test_between_two_papers_of_one_language_another_word_is_an_alteration() -> None:
    a, b, _ = TRANSLATED[0]
    assert [f.verdict.value for f in findings(TAG % a, TAG % b)] == ["altered"]
    ours = ("Paper", "English Football Weekly")
    assert [f.verdict.value for f in findings(TAG % a, TAG % b, sources=ours)] == ["altered"]
