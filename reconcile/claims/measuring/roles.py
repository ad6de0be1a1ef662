"""In what role a phrase tells of a figure, and how far-fetched that is: "12 were killed", "killed 12", "toll of 12"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.claims.measuring.antecedents import PRONOUN, stands_for_some
from reconcile.claims.measuring.clause import Cue
from reconcile.claims.measuring.measure_table import MeasureEntry, befell
from reconcile.claims.measuring.turned_round import is_inverted, is_numbered, is_turned_round
from reconcile.claims.measuring.values import Values
from reconcile.language.grammar import may_stand
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import PERSON

SUBJECT_REACH = 14  # tokens between a figure and a predicate after it
OBJECT_REACH = 8  # tokens between a predicate and the figure it governs
MOST_BETWEEN = 30  # tokens between the two, with those of other figures
TURNED_ROUND = 0.2  # "have died 12 people": nothing else is said of them
SOME_OF_THEM = 0.8  # "nine of the survivors are missing": what is said of them tells more than who they are
OPENING = 3  # tokens in which "12 of the 40" opens a sentence
DONE_REACH = 4  # tokens behind "12 of the 40 homes destroyed" in which a finite verb may follow
PERSON_REACH = 4  # tokens after a verb in which "a young couple" may stand


class Roles(Values):
    """A sentence that can be asked in which roles a phrase may tell of a figure."""

    def costs(self, figure: QuantityMention, cue: Cue, entry: MeasureEntry) -> Iterator[tuple[str, float]]:
        if self._spoken_for(figure, cue):
            return
        of_one = cue.end <= figure.first and self._is_of_one(figure)
        if befell(entry, self.houses) and (of_one or self._looks_on(figure)):
            return
        if "subject" in entry.takes and (cost := self._as_subject(figure, cue, entry)) is not None:
            yield "subject", cost
        if "noun" in entry.takes and self.inside(figure, cue):
            yield "subject", 0.0
        if "next" in entry.takes and cue.start == figure.last:
            yield "subject", 0.0
        if "object" in entry.takes and (cost := self._as_object(figure, cue)) is not None:
            yield "object", cost
        elif "subject" in entry.takes and is_inverted(self, figure, cue):
            yield "object", TURNED_ROUND
        if "value" in entry.takes and (cost := self.as_value(figure, cue, entry)) is not None:
            yield "value", cost
        if "subject" in entry.takes and is_turned_round(self, figure, cue):
            yield "object", TURNED_ROUND
        if "subject" in entry.takes and is_numbered(self, figure, cue):
            yield "value", TURNED_ROUND + 0.1 * (figure.first - cue.end)
        if "near" in entry.takes and (cost := self.as_near(figure, cue)) is not None:
            yield "near", cost

    def _spoken_for(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "64 percent, on a turnout of 72", "on a turnout of 79%, 88% voted yes": the noun is of the figure it has."""
        if self._in_compound(figure, cue):
            return True
        words, at = self.words, cue.end + 1
        if figure.quantity.value != 1 and words[cue.end : at] and words[cue.end] in self.classes["reflexive"]:
            return True  # "killed four children, then shot himself"
        if at >= self.last or words[cue.end] not in self.classes["of"] or figure.first == at:
            return False
        own = next((o for o in map(self.figure, self.figures) if o.first == at), None)
        return own is not None and (figure.last <= cue.start or words[own.last : figure.first] == [","])

    def _looks_on(self, figure: QuantityMention) -> bool:
        """ "with 20 people looking on", "in front of 40 people": who stood by is not who was hit."""
        words, reach = self.words, figure.first
        if words[figure.last : figure.last + 1] and words[figure.last] in self.classes["looking-on"]:
            return True
        phrases = self.classes["before-the-eyes"]
        if not may_stand(self.analysis.tokens, self.first, reach, phrases):
            return False
        return any(" ".join(words[max(self.first, reach - n) : reach]) in phrases for n in (2, 3, 5))

    def _in_compound(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "600 dancers in an eight-storey hotel": what a hyphen ties to one number tells of no other."""
        if cue.start <= self.first or self.words[cue.start - 1] != "-" or self.inside(figure, cue):
            return False
        if self.words[figure.last : figure.last + 1] == ["-"]:
            return False  # "12- and 14-storey blocks"
        return any(self.inside(other, cue) and cue.end <= other.last for other in map(self.figure, self.figures))

    def _as_subject(self, figure: QuantityMention, cue: Cue, entry: MeasureEntry) -> float | None:
        if cue.start < figure.number_last:
            return None
        if self.inside(figure, cue):
            return 0.0
        pronoun = PRONOUN if stands_for_some(self.analysis, figure, self.houses) else 0
        gap = self.between(min(figure.last + pronoun, cue.start), cue.start)
        if len(gap) > SUBJECT_REACH or self.rival(figure.last, cue.start):
            return None
        if self.broken(gap) and " ".join(self.words[figure.first : figure.first + 2]) not in self.classes["one-of"]:
            return None
        if self._of_speaker(figure.last, cue.start):
            return None
        relative = self._within_relative(gap, self.words[cue.start])
        if self._of_another(figure, cue, entry, gap) or self._of_member(gap) or (relative and self._of_others(gap)):
            return None
        if self._of_next(figure, cue) or self.tells_some(figure, cue.start):
            return None
        if gap and gap[0] in self.classes["passive-auxiliary"] and "," in gap:
            return None  # "several people were questioned, and two …": the figure has a verb of its own
        if len(gap) == 1 and gap[0] in self.classes["definite"] and self.words[figure.first - 1] in self.classes["of"]:
            return None  # "with outlays of 18.4 billion the deficit is": the noun opens a clause of its own
        before = gap[-1] if gap else ""
        if befell(entry, self.houses) and (before in self.classes["indefinite"] or self._is_told_noun(gap)):
            return None  # "scattered 300 people without firing a shot": a noun
        if "object" in entry.takes and (self._is_active(cue, entry, before) or self._governs(cue, entry, before)):
            return None
        if before in self.classes["coordination"] or self._describes(cue, entry, before):
            return None
        if len(gap) == 1 and before == ",":
            return None if "object" in entry.takes else 1.0
        some = SOME_OF_THEM if " ".join(gap) in self.classes["of-the"] else 0.0
        return 0.3 * len(gap) + gap.count(",") + some

    def _is_told_noun(self, gap: list[str]) -> bool:
        """ "A bus with 40 passengers fell, the dead are 12": a noun; "12 of the wounded" are some of these."""
        if not gap or gap[-1] not in self.classes["definite"] - self.classes["relative-subject"]:
            return False
        return len(gap) < 2 or " ".join(gap[-2:]) not in self.classes["of-the"] | self.classes["part-before"]

    def _of_speaker(self, start: int, stop: int) -> bool:
        """ "We were 120, said Ana Ruiz, who swam ashore": the relative clause tells of the speaker."""
        words, relative = self.words, self.classes["relative-subject"]
        ends = {i - 2 if words[i - 1] == "," else i - 1 for i in range(start, stop) if words[i] in relative}
        told = self.analysis.between(self.analysis.attributions, self.first, self.last) if ends else ()
        return any(a.first <= end < a.last for a in told for end in ends)

    def _of_member(self, gap: list[str]) -> bool:
        """ "ten friends, including the boy who was killed": an aside that no comma closes tells of the one it names."""
        opens = next((i for i, w in enumerate(gap) if w in self.classes["part-before"]), None)
        return opens is not None and opens > 0 and gap[opens - 1] == "," and "," not in gap[opens:]

    def _is_active(self, cue: Cue, entry: MeasureEntry, before: str) -> bool:
        """ "two men have killed", not "have | been shot", "46,000 acres have burned in the hills": no object needed."""
        if before not in self.classes["active-auxiliary"] or self.words[cue.start] in self.classes["passive-auxiliary"]:
            return False
        if entry.counts != "person" and self._has_object(cue):
            return False
        after = self.words[cue.end] if cue.end < self.last else "."
        return entry.counts == "person" or not (after in self.classes["locative"] or not after[0].isalnum())

    def _has_object(self, cue: Cue) -> bool:
        """ "had | lost power", not "has | cut power to": the phrase holds what its verb is done to."""
        return cue.end - cue.start > 1 and self.words[cue.end - 1] not in self.classes["opens-phrase"]

    def _describes(self, cue: Cue, entry: MeasureEntry, before: str) -> bool:
        """ "two officers hailed for saving wounded baby": the participle is an adjective of somebody else."""
        if entry.counts != "person" or not before[:1].isalpha() or self.is_auxiliary(before):
            return False
        return not tables(self.houses).nouns["person"].isdisjoint(self.words[cue.end : cue.end + 1])

    def _governs(self, cue: Cue, entry: MeasureEntry, before: str) -> bool:
        """ "two gunmen killed three people", "a raid that killed a guard": the verb has an object of its own."""
        if before in self.classes["passive-auxiliary"]:
            return False
        after = self.words[cue.end : cue.end + 1]
        articles = (self.classes[k] for k in ("indefinite", "definite", "possessive"))
        named = any(not k.isdisjoint(after) for k in articles)
        if named and (before in self.classes["relative-subject"] or self._is_done_to_it(cue, entry)):
            return True
        return self._takes_person(cue) or any(self.figure(i).first == cue.end for i in self.figures)

    def _is_done_to_it(self, cue: Cue, entry: MeasureEntry) -> bool:
        """ "700 tractors blocked the motorway", "two men killed the guard", not "40 homes burned the night before"."""
        named = self.words[cue.end + 1 : min(self.last, cue.end + PERSON_REACH)]
        if entry.counts == "person":
            return not tables(self.houses).nouns["person"].isdisjoint(named[:1])
        known = entry.counts == "thing" and not entry.heads
        return known and self.classes["when-it-was"].isdisjoint(named)

    def _takes_person(self, cue: Cue) -> bool:
        """ "a man broke in, killed a young couple": an indefinite person or two follow the verb."""
        words = self.words[cue.end : cue.end + PERSON_REACH]
        if not words or words[0] not in self.classes["indefinite"]:
            return False
        people = tables(self.houses).nouns["person"], self.classes["people-together"]
        return any(not nouns.isdisjoint(words[1:]) for nouns in people)

    def _of_another(self, figure: QuantityMention, cue: Cue, entry: MeasureEntry, gap: list[str]) -> bool:
        """ "one of five people shot has died": the finite verb tells of the one, the participle of the five."""
        words, links = self.words, self.classes["one-of"]
        whole = figure.first in self.shares
        whole = whole or any(" ".join(words[max(0, figure.first - n) : figure.first]) in links for n in (2, 3))
        one = " ".join(words[figure.first : figure.first + 2]) in links and figure.quantity.unit == PERSON
        one = one or figure.first in self.shares.values()
        if not whole and not one:
            return False
        auxiliary = self.is_auxiliary(words[cue.start]) or (bool(gap) and self.is_auxiliary(gap[-1]))
        finite = "object" not in entry.takes or auxiliary or (entry.counts == "thing" and self._is_done_to_some(cue))
        relative = self._within_relative(gap, self.words[cue.start])
        return (finite and not relative) if whole else (relative or not finite)

    def _is_done_to_some(self, cue: Cue) -> bool:
        """ "12 of the 40 homes burned down", but not "12 of the 40 homes destroyed have been rebuilt"."""
        whole = next(
            (f for f in map(self.figure, self.figures) if f.first in self.shares and f.last == cue.start), None
        )
        if whole is None or self.shares[whole.first] > self.first + OPENING:
            return False
        return not any(map(self.is_auxiliary, self.words[cue.end : cue.end + DONE_REACH]))

    def _of_next(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "11 percent, with 97 percent of precincts in": the phrase right behind another share is said of that one.

        "30 and 28 percent of the vote" are both of the vote.
        """
        if figure.quantity.unit in (None, PERSON):
            return False
        links = self.classes["coordination"] | self.classes["change-to"] | {",", "-", "–"}
        for index in self.figures:
            other = self.figure(index)
            if other.last == cue.start and other.first > figure.first and other.quantity.unit == figure.quantity.unit:
                return not links.issuperset(self.words[figure.last : other.first])
        return False

    def _within_relative(self, gap: list[str], verb: str) -> bool:
        """ "four of the 12 who were hit"; but a second verb tells of the four ("of the 12 who were there had died")."""
        opens = next((i for i, w in enumerate(gap) if w in self.classes["relative-subject"]), None)
        if opens is None or not self.classes["coordination"].isdisjoint(gap[opens:]):
            return opens is not None
        finite = [self.is_auxiliary(w) for w in (*gap[opens + 1 :], verb)]
        return sum(one and not before for before, one in pairwise((False, *finite))) < 2

    def _of_others(self, gap: list[str]) -> bool:
        """ "40 doctors helped people who were injured": the relative clause tells of those named right before it."""
        if self.classes["relative-subject"].isdisjoint(gap):
            return False
        persons, pronouns = tables(self.houses).nouns["person"], self.classes["pronoun-antecedent"]
        link = self.classes["of"] | self.classes["definite"] | self.classes["coordination"]
        return any(
            gap[i] in self.classes["relative-subject"]
            and (gap[i - 1] in persons or gap[i - 1] in pronouns)
            and not link.issuperset(gap[: i - 1])
            for i in range(1, len(gap))
        )

    def _as_object(self, figure: QuantityMention, cue: Cue) -> float | None:
        if cue.end > figure.first and not self._shares_hedge(figure, cue):
            return None
        gap = self.words[cue.end : figure.first]
        if self._is_long(cue.end, figure.first) or self.rival(cue.end, figure.first) or self.broken(gap):
            return None
        if not self.classes["verb-of-its-own"].isdisjoint(gap):
            return None  # "the shooting that left two people wounded" does not say that two were shot
        before = self.words[cue.start - 1] if cue.start > self.first else ""
        measured = (
            figure.quantity.unit != PERSON
            and (figure.quantity.counted or figure.quantity.unit)
            and self.words[cue.end - 1] in self.classes["opens-phrase"]
        )
        kept = figure.quantity.unit not in (None, PERSON) and self.words[cue.start] in self.classes["keeps-its-object"]
        active = measured or kept or self._in_progress(cue) or self._is_infinitive(cue)
        active = active or figure.quantity.head in self.classes["occasions"]
        passive = before in self.classes["passive-auxiliary"] and not active
        if passive or (gap and gap[0] in self.classes["coordination"]):
            return None
        return 0.2 + 0.4 * len(gap) + gap.count(",")

    def _is_long(self, start: int, stop: int) -> bool:
        """True for too many tokens between, each figure among them as one: "burned 18,400 acres and 61 homes"."""
        if stop - start > MOST_BETWEEN:
            return True
        inside = (f for f in self.analysis.between(self.analysis.quantities, start, stop) if f.last <= stop)
        return stop - start - sum(f.last - f.first - 1 for f in inside) > OBJECT_REACH

    def _is_of_one(self, figure: QuantityMention) -> bool:
        """ "killed a guard, one of seven officers who patrol the dam": nothing is said of the seven."""
        first, links = figure.first, self.classes["one-of"]
        if not may_stand(self.analysis.tokens, first - 3, first, links):
            return False
        return any(" ".join(self.words[max(self.first, first - n) : first]) in links for n in (2, 3))

    def _in_progress(self, cue: Cue) -> bool:
        """ "is cutting 600 jobs": what stands behind the auxiliary is no passive."""
        return self.words[cue.start].endswith(tuple(self.classes["progressive"]))

    def _is_infinitive(self, cue: Cue) -> bool:
        """ "was expected to fetch 8 million": what the phrase ends in has an object, whatever stands before it."""
        return cue.end - cue.start > 1 and self.words[cue.end - 2] in self.classes["change-to"]

    @staticmethod
    def _shares_hedge(figure: QuantityMention, cue: Cue) -> bool:
        """ "faces up to 20 years", "holds up to 400": the phrase ends in the hedge of the figure."""
        return cue.start < figure.first < cue.end <= figure.number_first
