"""Two quotations of one utterance, word for word."""

from __future__ import annotations

import pytest

from reconcile.comparing.wording import compare_aligned, compare_words
from reconcile.matching.alignment import align, prepare

SAME = [
    ("We leave at dawn,", "We leave at dawn."),
    ("We leave at dawn", "we LEAVE at dawn"),
    ("It doesn't stop there", "It does not stop there"),
    ("There’s no way out of here", "There is no way out of here"),
    ("They can't and won't leave", "They cannot and will not leave"),
    ("The harbour defence was organised", "The harbor defense was organized"),
    ("A self-defense plan for the port", "A self defense plan for the port"),
    ("We need seven boats by noon", "We need 7 boats by noon"),
    ("We need 1,200 boats by noon", "We need 1200 boats by noon"),
    ("Worth more in Ādaži than elsewhere", "Worth more in Adazi than elsewhere"),
    ("The allies have eased the limits", "The allies are easing the limits"),
    ("The ferry sank in the harbour", "The ferry has sunk in the harbour"),
    ("We welcome that the limits were eased", "We also welcome that the limits were eased"),
    ("The rights of the port are clear", "The rights in the port are clear"),
    ("Well, we really tried everything here", "We tried everything here"),
    ("He [the mayor] opened the port", "He opened the port"),
    ("It (the port) opened at noon today", "It opened at noon today"),
    ("Then we all should be at the port", "Then we should all be at the port"),
    ("We do not leave until the last boat is home", "We leave only when the last boat is home"),
    ("The union will not sign unless the clause is gone", "The union will sign only if the clause is gone"),
    ("The crews will not sleep till all of them are found", "The crews will sleep only after all of them are found"),
    ("It was the saddest day in the history of Orla", "It was the saddest day in Orla history"),
    ("The town cannot carry this alone", "The town cannot carry this by itself"),
    ("We must leave the port tonight", "We have to leave the port tonight"),
    ("They left because of the storm", "They left due to the storm"),
    ("I won't sleep till all of them are found", "I will sleep only after all of them are found"),
    ("He was at A. Holm's house at noon", "He was at Holm's house at noon"),
    ("That was a helluva storm for us", "That was a hell of a storm for us"),
]

TRIMMED = [
    ("We leave at dawn and take nothing with us", "We leave at dawn"),
    ("We leave at dawn and take nothing with us", "take nothing with us"),
    ("If we want to win … we lift the limits", "If we want to win, and most want to, we lift the limits"),
    ("If we want to win ... we lift the limits", "If we want to win this terrible war we lift the limits"),
    ("We leave at dawn. Nobody stays.", "We leave at dawn. The boats are small. Nobody stays."),
    ("We are closing the port today and we are sorry", "We are closing the port and we are sorry"),
    ("They are safe tonight, and that is all I know", "They are safe, and that is all I know"),
    ("It is one storm away from ruin. Nobody knows.", "Nobody can say. It is one storm away from ruin."),
    ("They came with the wet clothes of the crossing and asked for bread", "They came and asked for bread"),
    ("We lent you after that cold winter our quiet horses", "We lent you our quiet horses"),
    ("The river took in one dark hour the whole street", "The river took the whole street"),
    ("The storm did not ask for our careful rescue plan", "The storm did not ask for our plan"),
    ("The mayor kept from the poorer streets the heavy sandbags", "The mayor kept the heavy sandbags"),
    ("The storm took the roof and the gate", "We said that the storm took the roof and the gate"),
    ("The gate is old, but the keys are new and safe", "I told them that the keys are new and safe"),
]

ALTERED = [
    ("There were only people on the quay", "There were only children on the quay", "word"),
    ("Our policy has not changed here", "Our policy has now changed here", "negation"),
    ("We will leave the port tonight", "We will never leave the port tonight", "negation"),
    ("All of the boats did not leave here", "Not all of the boats did leave here", "negation"),
    ("We [the town left the port alone", "We [the town left the ship alone", "word"),
    ("Not all of us leave at dawn", "All of us leave at dawn", "negation"),
    ("We counted the boats and we will not", "We counted the boats and we will", "negation"),
    ("Almost all of us leave at dawn", "All of us leave at dawn", "negation"),
    ("We counted 12 boats in the port", "We counted 20 boats in the port", "number"),
    ("We counted twelve boats in the port", "We counted twenty boats in the port", "number"),
    ("on the land of the aggressor, Norland", "on the land of Norland", "left out"),
    ("The port belongs to Norland alone", "The port belongs to Sudland alone", "name"),
    ("We may leave the port tonight", "We must leave the port tonight", "modal"),
    ("We lost the port to the storm", "They lost the port to the storm", "person"),
    ("The boats came from the port today", "The boats came to the port today", "opposite"),
    ("You took it for your private account", "You took it for your private piggy bank", "word"),
    ("We are one storm away from the end", "We are one storm away from the beginning", "word"),
    ("Under the law the port is open to us", "According to the law the port is open to us", "word"),
    ("We hear that some boats left the port", "We hear that boats left the port", "left out"),
    ("We will not raise the rent of poor families, I promise", "We will not raise the rent, I promise", "left out"),
    ("We pay all with young children at home, I promise", "We pay all at home, I promise", "left out"),
    ("Whoever comes with an open heart to us may stay here", "Whoever comes to us may stay here", "left out"),
    ("There was nobody left alive in the village", "There was nobody left in the village", "left out"),
    ("They came at night, broke the door and took the boys", "They came at night and took the boys", "left out"),
    ("We thought that the ship was safe enough", "We said that the ship was safe enough", "word"),
    ("The plan was seen by all of us", "The planes were seen by all of us", "word"),
    ("We did it by ourselves that night", "We did it by accident that night", "word"),
    ("We close the port today and open it again", "We close the port tomorrow and open it again", "word"),
    ("They waited on the roof until the boat came", "They waited on the roof only when the boat came", "word"),
    ("We do not leave until they are home", "We leave until they are home", "negation"),
    (
        "They came for our bread, and now they come for the men who wait at our ovens",
        "They came for our bread, and now they come for babies",
        "word",
    ),
    (
        "The engine stopped and the lights went out one by one",
        "The engine stopped and the crew lay fast asleep",
        "word",
    ),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_a_difference_of_form_is_none_of_substance(a: str, b: str) -> None:
    assert compare_words(a, b).verdict == "same"
    assert compare_words(b, a).verdict == "same"


@pytest.mark.parametrize(("a", "b"), TRIMMED)
def test_a_part_of_the_other_is_trimmed(a: str, b: str) -> None:
    for wording in (compare_words(a, b), compare_words(b, a)):
        assert (wording.verdict, wording.differences) == ("trimmed", ())
        assert wording.left_out


RETOLD = [
    (
        "The smoke came up through the stairs of the shop and nobody warned us. Then the roof fell in",
        "The smoke rose by the staircase of the store and nobody gave us a warning. Afterwards the roof fell in",
    ),
    ("There is no time for a party. One boat is still out there", "No time to celebrate: one boat is still at sea"),
]
NOT_RETOLD = [
    (
        "We begged them for a week to move the boats, and no one listened",
        "We begged them for a day to shift the ships, and no one listened",
    ),
    (
        "We asked the mayor to close the old bridge and he laughed at us",
        "We asked the mayor to close the new bridge and he laughed at us",
    ),
    (
        "They gave us 20 minutes to clear out of the ward for good",
        "They allowed us 40 minutes to walk away from the ward for good",
    ),
]


def test_a_translators_last_word_is_no_alteration_where_the_other_goes_on() -> None:
    one, two = (
        prepare("There was a bang like a cannon shot"),
        prepare("It was heard a bang like of a cannon and after that all the roof began to fall"),
    )
    assert compare_aligned(one, two, align(one, two), translated=True).verdict == "trimmed"
    assert compare_aligned(one, two, align(one, two)).verdict == "altered"


@pytest.mark.parametrize(("a", "b"), RETOLD)
def test_other_words_all_over_are_another_translation(a: str, b: str) -> None:
    wording = compare_words(a, b)
    assert wording.retold
    assert wording.verdict.value in ("same", "trimmed")
    assert wording.reasons[0].startswith("retold in other words")


@pytest.mark.parametrize(("a", "b"), NOT_RETOLD)
def test_a_few_other_words_are_an_alteration(a: str, b: str) -> None:
    assert compare_words(a, b).verdict.value == "altered"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "9,000 votes still uncounted and people still in line",
            "I will not give in with 6,000 votes still uncounted and people still in line",
        ),
        (
            "I say to you all tonight that Orla has broken the truce once more",
            "Anyone who can read a map knows Velm has broken the truce once more",
        ),
    ],
)
def test_a_number_or_name_at_the_edge_of_what_is_shared_is_compared(a: str, b: str) -> None:
    assert compare_words(a, b).verdict.value == "altered"


@pytest.mark.parametrize(("a", "b", "sort"), ALTERED)
def test_a_difference_of_substance_is_named(a: str, b: str, sort: str) -> None:
    for wording in (compare_words(a, b), compare_words(b, a)):
        assert wording.verdict == "altered"
        assert {d.sort for d in wording.differences if d.substance} == {sort}


def test_the_differing_words_are_shown_in_place() -> None:
    a, b = "We leave the port at dawn,", "We leave the harbour at dawn"
    wording = compare_words(a, b)
    (difference,) = wording.differences
    assert (a[slice(*difference.at_a)], b[slice(*difference.at_b)]) == ("port", "harbour")
    assert wording.reasons == ("“port” against “harbour”",)


def test_a_short_form_is_shown_against_all_its_words() -> None:
    assert compare_words("It doesn't stop", "It does not stop").reasons == (
        "“doesn't” against “does not”, in form only",
    )
    assert compare_words("Here there's no way", "Here there is no way").reasons == (
        "“there's” against “there is”, in form only",
    )


def test_substance_comes_before_form_in_the_reasons() -> None:
    reasons = compare_words("It's the port that they hit", "It is the harbour that they hit").reasons
    assert reasons == ("“port” against “harbour”", "“It's” against “It is”, in form only")


def test_what_only_one_has_is_shown() -> None:
    assert compare_words("We leave at dawn and take nothing", "We leave at dawn").reasons == (
        "only one has “and take nothing”",
    )


@pytest.mark.parametrize("pair", [("", ""), ("", "We leave"), ("…", "..."), ("[ ]", "We"), ("dawn", "dusk")])
def test_odd_texts_are_survived(pair: tuple[str, str]) -> None:
    assert compare_words(*pair).verdict in ("same", "trimmed", "altered")
