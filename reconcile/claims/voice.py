"""Whether a figure is stated, denied, only expected, or foretold by a poll."""

from __future__ import annotations

from itertools import pairwise

from reconcile.claims.tables import Voice, voices
from reconcile.language.analysis import Analysis
from reconcile.language.dates.words import past_endings
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.language.quote_phrases import quote_words
from reconcile.model.claim import Status

BEFORE_REACH = 9  # tokens between a cue and the figure it governs
CLAUSE_REACH = 14  # the same between a denial and a figure that opens a clause of its own
AFTER_REACH = 20
BRANDED_REACH = 10  # tokens between a figure and what its account is called ("a $1.1m payment 'fiction'")
CALLED_REACH = 9  # tokens between "dismissed" and what an account is dismissed as
ACCOUNT_REACH = 6  # tokens between "rejected" and the account that it denies
KNOWN_REACH = 9  # tokens between "the 25,000" and who had forecast it
RUMOUR_REACH = 6  # tokens behind a figure in which a clause says that it goes round
FIGURE_REACH = 8  # tokens of a figure
POLL_ENDS = 6  # tokens behind a figure in which its sentence may say that it was counted
POLL_REACH = 40  # tokens in which a poll may list what it gives to whom


def status_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> Status:
    """The status that the wording of the figure's own clause gives it; STATED without a cue."""
    tokens = analysis.tokens
    if _negated(analysis, figure, sentence, houses):
        return Status.DENIED
    before = _cue_before(analysis, figure, sentence, voices(houses, "before"), houses)
    if before is not None:
        return Status(before.entry.status)
    stop = min(sentence[1], figure.last + AFTER_REACH)
    clause = _behind_rumour(analysis, figure, houses)
    for match in voices(houses, "after").find(tokens, figure.last, stop):
        if match.entry.status == Status.DENIED and _speaks(analysis, figure, houses):
            continue
        if not _breaks(analysis, max(figure.last, min(clause, match.start)), match.start, houses):
            return Status(match.entry.status)
    if _branded(analysis, figure, sentence, houses) or _dismissed(analysis, figure, sentence, houses):
        return Status.DENIED
    awaited = _awaited(analysis, figure, houses) or _would_suffice(analysis, figure, sentence, houses)
    return Status.FORECAST if awaited else _expected_by(analysis, figure, sentence, houses)


def _negated(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Not 30 people died but 12", "there were not 30 dead", but neither "not 30 metres away" nor "if not 30"."""
    words, classes, at = analysis.tokens.words, word_classes(houses), figure.first - 1
    if figure.quantity.unit != PERSON or at < sentence[0] or words[at] not in classes["not-so"]:
        return False
    return at == sentence[0] or words[at - 1] in classes["passive-auxiliary"]


def _speaks(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "300 residents say the map is wrong": they deny something else; "the 40 dead claimed by the army" do not."""
    verb = "".join(analysis.tokens.words[figure.last : figure.last + 1])
    return verb in quote_words(houses)["cue"] and not verb.endswith(past_endings(houses))


def _branded(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Called the story of a $1.1m payment fiction": a verb of calling, an account of it, a word of untruth."""
    tokens, accounts = analysis.tokens, word_classes(houses)["account-noun"]
    if not word_classes(houses)["whose-account"].isdisjoint(tokens.words[max(0, figure.first - 1) : figure.first]):
        return False  # "dismissed the accounts of raids by 12 witnesses as false"
    start = max(sentence[0], figure.first - CLAUSE_REACH)
    if _called(analysis, figure, start, sentence[1], houses):
        return True
    verb = next((v for v in voices(houses, "brands").find(tokens, start, figure.first)), None)
    if verb is None or accounts.isdisjoint(tokens.words[verb.end : figure.first]):
        return False
    if _breaks(analysis, verb.end, figure.first, houses):
        return False
    stop = min(sentence[1], figure.last + BRANDED_REACH)
    behind = voices(houses, "untruth").find(tokens, figure.last, stop)
    if any(not _breaks(analysis, figure.last, u.start, houses) and _closes(analysis, u.end) for u in behind):
        return True
    return bool(voices(houses, "untruth").find(tokens, verb.end, figure.first))


def _dismissed(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Rejected a newspaper report that 600 had died": an account right behind the verb, "that" or "of" behind it."""
    words, classes = analysis.tokens.words, word_classes(houses)
    start = max(sentence[0], figure.first - CLAUSE_REACH)
    for verb in voices(houses, "dismisses").find(analysis.tokens, start, figure.first):
        reach = range(verb.end, min(verb.end + ACCOUNT_REACH, figure.first - 1))
        told = next((i for i in reach if words[i] in classes["account-noun"]), None)
        tells = told is not None and (
            words[told + 1] in classes["tells-account"]
            or not classes["clause-opening"].isdisjoint(words[told + 1 : figure.first])
        )
        if told is not None and tells:
            return not _breaks(analysis, verb.end, told, houses)
    return False


def _called(analysis: Analysis, figure: QuantityMention, start: int, stop: int, houses: Houses) -> bool:
    """ "Claims of 300 dead he called a fairy tale", "… were dismissed by the mine as nonsense": the account is first.

    Right behind the verb, or "as", stands the untruth: what it speaks of has been named before it.
    """
    words, classes = analysis.tokens.words, word_classes(houses)
    told = max((i for i in range(start, figure.first) if words[i] in classes["account-noun"]), default=None)
    if told is None or _breaks(analysis, told, figure.first, houses):
        return False
    for verb in voices(houses, "brands").find(analysis.tokens, figure.last, min(stop, figure.last + BRANDED_REACH)):
        untrue = voices(houses, "untruth").find(analysis.tokens, verb.end, min(stop, verb.end + CALLED_REACH))
        links = [words[verb.end : u.start] for u in untrue if not _breaks(analysis, figure.last, u.start, houses)]
        if any(not k or (k[-1] in classes["calls-as"] and (len(k) == 1 or k[0] in classes["agent-by"])) for k in links):
            return True
    return False


def _closes(analysis: Analysis, token: int) -> bool:
    """True where a clause ends before this token."""
    return token >= len(analysis.tokens) or not analysis.tokens.words[token][0].isalnum()


def _behind_rumour(analysis: Analysis, figure: QuantityMention, houses: Houses) -> int:
    """Where a clause that only says that a figure goes round has begun: "the 31 dead, which posts mention, are …"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.last + (words[figure.last : figure.last + 1] == [","])
    opened = not classes["which"].isdisjoint(words[at : at + 1])
    told = opened and stands_between(analysis.tokens, at + 1, at + RUMOUR_REACH, classes["goes-round"])
    return at + 1 if told else figure.last


def _awaited(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "Gusts of 60 km/h forecast from midday", "500,000 people were expected by those who called it"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.last
    at += bool(words[at : at + 1]) and words[at] in classes["passive-auxiliary"]
    return not classes["awaited"].isdisjoint(words[at : at + 1])


def _would_suffice(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Enough poison to kill 400 people": nobody has been; "was lucky enough to escape" tells no means."""
    words, classes = analysis.tokens.words, word_classes(houses)
    start = max(sentence[0], figure.first - BEFORE_REACH)
    for at in reversed(analysis.tokens.where(classes["enough"], start, figure.first)):
        to = next((i for i in range(at + 1, figure.first) if words[i] in classes["change-to"]), at + 1)
        if to > at + 1 and to + 1 < figure.first and not _breaks(analysis, at + 1, figure.first, houses):
            return not analysis.between(analysis.quantities, at, figure.first)
    return False


def _expected_by(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> Status:
    """ "The 25,000 that economists had forecast": what a clause right behind a known number says of it."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if not figure.first or words[figure.first - 1] not in classes["definite"]:
        return Status.STATED
    stop = min(sentence[1], figure.last + KNOWN_REACH)
    for match in voices(houses, "known").find(analysis.tokens, figure.last, stop):
        gap = words[figure.last : match.start]
        apart = classes["voice-break"] | classes["compares"]
        if apart.isdisjoint(gap) and not analysis.between(analysis.quantities, figure.last, match.start):
            return Status(match.entry.status)
    return Status.STATED


def _cue_before(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], cues: PhraseTable[Voice], houses: Houses
) -> Match[Voice] | None:
    """The first cue that stands before the figure in its clause."""
    reach = CLAUSE_REACH if _opens_a_clause(analysis, figure, houses) else BEFORE_REACH
    start = max(sentence[0], figure.number_first - reach)
    for match in cues.find(analysis.tokens, start, figure.number_last):
        alone = match.end - match.start == 1
        if (alone and _is_name(analysis, match.start, sentence)) or match.start > figure.number_first:
            continue
        if match.start < figure.number_first - BEFORE_REACH and match.entry.status != Status.DENIED:
            continue
        if analysis.tokens.words[match.start] in word_classes(houses)["awaited"] and _behind_figure(
            analysis, match.start
        ):
            continue  # "gusts of 60 km/h forecast from midday, with 12 roads shut"
        if not _breaks(analysis, match.end, figure.first, houses):
            return match
    return None


def _behind_figure(analysis: Analysis, at: int) -> bool:
    """True right behind another figure, of which the word tells."""
    return any(q.last == at for q in analysis.between(analysis.quantities, max(0, at - FIGURE_REACH), at))


def _opens_a_clause(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True right behind "that": "rejected reports in a part of the press that over 70 had died"."""
    return figure.first > 0 and analysis.tokens.words[figure.first - 1] in word_classes(houses)["clause-opening"]


def foreseen(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measure: str, houses: Houses
) -> bool:
    """True for votes that a poll foretells, for readings of the economy to come, and for harm that a model gives."""
    classes = word_classes(houses)
    if measure in classes["voted"] and foretold(analysis, figure, sentence, houses):
        return True
    if measure in classes["harm-counts"] and _cue_before(analysis, figure, sentence, voices(houses, "model"), houses):
        return True
    if measure not in classes["gauged"]:
        return False
    cue = _cue_before(analysis, figure, sentence, voices(houses, "outlook"), houses)
    return cue is not None and "," not in analysis.tokens.words[cue.end : figure.first]


def foretold(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """True for "an exit poll gave Kline 49 percent and Marrow 47", "a lead of four points in exit polls"."""
    return poll_of(analysis, figure, sentence, houses) is not None


def poll_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> Voice | None:
    """The poll that the sentence, or the one before it in the paragraph, says the figure to be of."""
    found = _poll_in(analysis, figure, sentence, houses)
    at = analysis.sentence_of(sentence[0])
    if found is not None or not at:
        return found
    before, tokens, classes = analysis.sentences[at - 1], analysis.tokens, word_classes(houses)
    polls = voices(houses, "clause").find(tokens, *before)
    if not polls or tokens.line_of(sentence[0])[0] > before[0]:
        return None
    behind = tokens.words[polls[-1].end : min(figure.last + POLL_ENDS, sentence[1])]
    return polls[-1].entry if (classes["count-told"] | classes["end-of-poll"]).isdisjoint(behind) else None


def _poll_in(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> Voice | None:
    tokens, classes = analysis.tokens, word_classes(houses)
    start, stop = max(sentence[0], figure.first - POLL_REACH), min(sentence[1], figure.last + AFTER_REACH)
    for match in voices(houses, "clause").find(tokens, start, stop):
        behind = match.start >= figure.last
        gap = tokens.words[figure.last : match.start] if behind else tokens.words[match.end : figure.first]
        ends = any(
            w in classes["end-of-poll"] and v not in classes["active-auxiliary"] for v, w in pairwise(["", *gap])
        )
        source = behind and " ".join(gap[-2:]) in classes["according-to"]
        apart = behind and not source and analysis.between(analysis.quantities, figure.last, match.start)
        if not ends and not apart:
            return match.entry
    return None


def _is_name(analysis: Analysis, token: int, sentence: tuple[int, int]) -> bool:
    """ "May" inside a sentence is a month or a name, not a verb."""
    raw = analysis.tokens.raw(token)
    return token > sentence[0] and raw[0].isupper() and not raw.isupper()


def _breaks(analysis: Analysis, first: int, last: int, houses: Houses) -> bool:
    """True where a word between ends the clause; those of a date ("since last night") and of "so-called" do not."""
    breaks, words = word_classes(houses)["voice-break"], analysis.tokens.words
    inside = {i for d in analysis.between(analysis.dates, first, last) for i in range(d.first, d.last)}
    inside.update(i for i in range(first, last) if words[i + 1 : i + 2] == ["-"])
    return any(i not in inside and (words[i] in breaks or words[i] in (";", ":")) for i in range(first, last))
