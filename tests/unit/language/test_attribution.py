from __future__ import annotations

import pytest

from reconcile.language.attribution import AttributionMention, check_examples, find_attributions
from reconcile.language.names import find_names
from reconcile.language.sentences import sentences
from reconcile.language.tokens import tokenize


def read(text: str) -> list[tuple[str, str, str]]:
    """Speaker, class or name, and the words answered for."""
    tokens = tokenize(text)
    found = find_attributions(tokens, sentences(tokens), find_names(tokens))

    def scope(m: AttributionMention) -> str:
        return text[tokens.starts[m.scope_first] : tokens.ends[m.scope_last - 1]]

    return [(m.speaker, m.canonical, scope(m)) for m in found]


CASES = [
    ("Police said 40 came.", "Police", "police"),
    ("Forty came, the coast guard said on Monday.", "the coast guard", "coast guard"),
    ("Forty came, according to local health officials.", "local health officials", "health officials"),
    ("Forty came, said the mayor, who left early.", "the mayor", "mayor"),
    ("“Forty came,” police spokesperson Ana Ruiz said.", "police spokesperson Ana Ruiz", "police"),
    ("Oleh Marchenko, a minister who knew her, said 40 came.", "Oleh Marchenko", "marchenko"),
    ("The Norwegian Defence Ministry announced that 40 came.", "The Norwegian Defence Ministry", "ministry"),
    ("The organisers put the turnout at 40,000.", "The organisers", "organisers"),
    ("The union's spokesman told the paper 40 came.", "The union's spokesman", "union"),
    ("A spokesman for the hospital said 40 came.", "A spokesman for the hospital", "hospital"),
    ("By the estimate of the Ostra police directorate, 40 came.", "the Ostra police directorate", "police"),
    ("According to the count of our stewards, 40 came.", "the count of our stewards", "organisers"),
    ("Police: 22,000 at the march", "Police", "police"),
    ("State Secretary Anders Holm: “Forty came.”", "State Secretary Anders Holm", "holm"),
    ("Forty came, residents say", "residents", "residents"),
    ("Prices fall by 4% - Riverbank", "Riverbank", "riverbank"),
    ("Forty came, said Sheriff Tom Akers.", "Sheriff Tom Akers", "sheriff"),
    ("Forty came, local media reported, citing police.", "police", "police"),
    ("Local radio, quoting hospital officials, said 40 came.", "hospital officials", "hospital"),
    ("A police officer who asked not to be named told the paper 40 came.", "A police officer", "police"),
    ("Ana Ruiz, a spokeswoman for the union, said 40 came.", "Ana Ruiz", "union"),
    ("A speaker for the harbour club, Ana Ruiz, said 40 came.", "Ana Ruiz", "ruiz"),
    ("The rebel-run health ministry put the toll at 40.", "The rebel-run health ministry", "ministry"),
    ("Analysts polled by Riverbank had forecast a loss of $3 million.", "Analysts polled by Riverbank", "researchers"),
    ("Researchers at Ostra University found that 40% left.", "Researchers at Ostra University", "researchers"),
    ("Forty left, according to a statement from the mayor's office.", "a statement from the mayor's office", "mayor"),
    ("Officials in Riga denied that 40 left.", "Officials in Riga", "authorities"),
    ("The fire service at 7.30 spoke of five dead.", "The fire service", "fire service"),
    ("Quake kills 40 in Norland: officials", "officials", "authorities"),
    ("Zelenskyy said that 40 left.", "Zelenskyy", "zelenskyy"),
]


@pytest.mark.parametrize(("text", "speaker", "canonical"), CASES, ids=[t[:40] for t, _, _ in CASES])
def test_speakers(text: str, speaker: str, canonical: str) -> None:
    assert [(s, c) for s, c, _ in read(text)] == [(speaker, canonical)]


NOBODY = [
    "Forty are said to have come.",
    "The car was reported stolen.",
    "The owner added three floors.",
    "Police reports were lost.",
    "It went according to plan.",
    "People in Riga said 40 came.",
    "A book about the police told 40 tales.",
    "Forty came, he said.",
    "Rescued: 163",
    "Source: a leaflet",
    "Police found a car.",
    "An estimated 40,000 came.",
    "A group of forty came.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_it(text: str) -> None:
    assert read(text) == []


def test_a_pronoun_is_the_speaker_before() -> None:
    found = read("Mayor Ana Ruiz said 40 came. Twelve left, she said.")
    assert [c for _, c, _ in found] == ["ruiz", "ruiz"]
    assert found[1][0] == "Mayor Ana Ruiz"


def test_a_surname_keeps_its_class() -> None:
    found = read("Fire service commander Elena Sarti said 40 came. It rained. Sarti said 12 left.")
    assert [c for _, c, _ in found] == ["fire service", "fire service"]


def test_an_office_stands_for_its_holder() -> None:
    found = read("Governor Ana Ruiz said 40 came. The governor said 12 left.")
    assert [c for _, c, _ in found] == ["ruiz", "ruiz"]


def test_a_spokesman_speaks_for_who_spoke_before() -> None:
    found = read("The coast guard said 40 came. Spokesman Noel Arriaga said 12 left. Arriaga said 3 stayed.")
    assert [c for _, c, _ in found] == ["coast guard"] * 3


def test_two_speakers_share_a_sentence() -> None:
    found = read("Organisers said 100,000 came, while police said 22,000 did.")
    assert [c for _, c, _ in found] == ["organisers", "police"]
    assert "100,000" in found[0][2]
    assert "22,000" not in found[0][2]
    assert "22,000" in found[1][2]
    assert "100,000" not in found[1][2]


def test_who_answers_back_did_not_say_what_came_before() -> None:
    assert [s for _, _, s in read("Mortuaries hold 29, the mayor says 21.")] == ["the mayor says 21."]
    assert "29" in read("Mortuaries hold 29, the mayor says.")[0][2]
    assert "29" in read("Mortuaries hold 29, the mayor says on day 12.")[0][2]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("The bank has set aside 40 million, but an auditor said he expected 70 million.", "an auditor said"),
        ("The storm flooded 300 homes, while the mayor says 40 are lost.", "the mayor says 40 are lost."),
        ("Some 4,000 marched, although the police counted 1,500.", "the police counted 1,500."),
        ("The bank has set aside 40 million, but needs 70 million, the union said.",
         "The bank has set aside 40 million, but needs 70 million, the union said."),
        ("Three were shot and a fourth was hurt, and police said they seek a gunman.",
         "Three were shot and a fourth was hurt, and police said they seek a gunman."),
    ],
)  # fmt: skip
def test_who_is_set_against_what_came_before_answers_for_what_follows(text: str, answered: str) -> None:
    assert read(text)[0][2].startswith(answered)


def test_he_behind_an_office_is_whoever_holds_it() -> None:
    told = read("Ana Ruiz said 40 came. The mayor said 30 came. He said it was quiet.")
    assert [canonical for _, canonical, _ in told] == ["ruiz", "mayor", "mayor"]


def test_the_verb_may_be_left_out_the_second_time() -> None:
    found = read("The organisers say 100k; the police, 22k.")
    assert [(c, s) for _, c, s in found] == [("organisers", "The organisers say 100k;"), ("police", "the police, 22k.")]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The unions counted 250,000 marchers, 68,000 according to the police.", ["union", "police"]),
        ("The unions counted 250,000 marchers and 68,000 according to the police.", ["union", "police"]),
        ("The unions counted 250,000 marchers, against 68,000 for the police.", ["union", "police"]),
        ("The unions say 250,000 and the police 68,000.", ["union", "police"]),
        ("The unions say 250,000 came, the police 68,000.", ["union", "police"]),
    ],
)
def test_each_of_two_counts_of_a_sentence_has_its_voice(text: str, voices: list[str]) -> None:
    found = read(text)
    assert [c for _, c, _ in found] == voices
    assert ["250,000" in s for _, _, s in found] == [True, False]
    assert ["68,000" in s for _, _, s in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the council sent 12 nurses and the police 40 officers.",  # what it counts is sent
        "The mayor said that the town set aside 12 million crowns, 68,000 for the police.",
    ],
)
def test_whoever_is_given_something_says_nothing(text: str) -> None:
    assert [c for _, c, _ in read(text)] == ["mayor"]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Twelve came, Commander Luis Abad of the coast guard said.", "coast guard"),
        ("Luis Abad from the ministry said 12 came.", "ministry"),
        ("The mayor of the old town said 12 came.", "mayor"),
        ("Twelve came, the police of the region say.", "police"),
        ("The ministry counts for its part 12 marchers.", "ministry"),
    ],
)
def test_a_speaker_may_be_told_by_whose_or_where_they_are(text: str, voice: str) -> None:
    assert [c for _, c, _ in read(text)] == [voice]


def test_who_is_written_to_says_nothing() -> None:
    assert read("She wrote to the mayor of the town said to be sinking.") == []


def test_figures_may_belong_to_their_counters() -> None:
    found = read("Between the 22,000 of the police and the 100,000 of the marchers lies the truth.")
    assert [(c, s) for _, c, s in found] == [
        ("police", "22,000 of the police"),
        ("organisers", "100,000 of the marchers"),
    ]


def test_a_quotation_is_answered_for_as_a_whole() -> None:
    text = '"Forty came. Nine left," Ana Ruiz said. "Two were hurt. One died." It rained.'
    assert [s for _, _, s in read(text)] == [text.removesuffix(" It rained.")]


def test_examples_of_the_tables_hold() -> None:
    assert check_examples() == []


@pytest.mark.parametrize(
    "text",
    [
        "said " * 20_000,
        "police, " * 15_000,
        '"a," said ' * 8_000,
        "of the " * 20_000,
        "police said. " * 8_000,
        '"Police said. ' * 8_000,
    ],
)
def test_hostile_runs_are_survived(text: str) -> None:
    tokens = tokenize(text)
    found = find_attributions(tokens, sentences(tokens), find_names(tokens))
    assert all(0 <= m.scope_first <= m.first < m.last <= m.scope_last <= len(tokens) for m in found)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The police say 300,000 marched. Those who organised it speak of 800,000.", ["The police"]),
        ("The police say 300,000 marched. Those who had called it say it was 800,000.", ["The police"]),
        ("The police say 300,000 marched. It said 40 were held.", ["The police", "The police"]),
        ("The ministry says 31 died. A doctor who said he believed 40 had died left.", ["The ministry", "A doctor"]),
    ],
)
def test_the_object_of_a_clause_does_not_speak(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _, _ in read(text)] == speakers
