"""Whether a count takes in the attacker: "18 dead, counting the bomber", "with the gunman included it is 13"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses

FRONTED = 3  # tokens from the beginning of a sentence at which "with the bomber" opens it
NAMED = 3  # tokens between "counting" and the attacker ("the alleged suicide")
SAID = 2  # tokens between the attacker and "included" ("is", "himself")


def takes_in_attacker(
    words: Sequence[str],
    behind: tuple[int, int],
    before: tuple[int, int],
    houses: Houses,
    numbers: Collection[int] = (),
) -> bool:
    """True where the words tell it of a figure: those right `behind` it, or those `before` it that open its sentence.

    Both are token ranges with no other figure in them, but the `numbers` of attackers ("the four gunmen among them").
    """
    return _told(words, *behind, houses, numbers) or _told(words, *before, houses, numbers, opens=True)


def _told(
    words: Sequence[str], start: int, stop: int, houses: Houses, numbers: Collection[int], opens: bool = False
) -> bool:
    """True where an attacker is named in the range as one who is counted; in a clause that `opens` only there."""
    classes = word_classes(houses)
    found = (at for at in range(start, stop) if words[at] in classes["attacker"])
    for at in found:
        first = at
        while first > max(start, at - NAMED) and (
            words[first - 1] in classes["names-attacker"] or first - 1 in numbers
        ):
            first -= 1
        link = words[first - 1] if first > start else ""
        link = " ".join(words[max(start, first - 2) : first]) if link in classes["those-counted"] else link
        after = words[at + 1 : stop]
        if opens and first - start > FRONTED:
            return False
        if after[:1] == ["'s"]:
            continue
        if first - 1 > start and words[first - 2] in classes["leaves-out"]:
            return False
        if link in classes["counts-in"] or _counted_after(after, classes):
            return True
        if opens and link in classes["together-with"] and not classes["after-attacker"].isdisjoint(after[:1]):
            return True  # "with the bomber, 19 died"; but "with the gunman dead"
    return False


def _counted_after(words: Sequence[str], classes: dict[str, frozenset[str]]) -> bool:
    """ "… the bomber included", "if the bomber is counted", "the gunman among them"."""
    for at, word in enumerate(words[: SAID + 1]):
        if word in classes["counted-in"] or " ".join(words[at : at + 2]) in classes["counted-in"]:
            return True
        if word not in classes["attacker-is"]:
            return False
    return False
