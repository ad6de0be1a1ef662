"""Who speaks a quotation, read from the words before and after it."""

from __future__ import annotations

from reconcile.language.names import NameMention
from reconcile.language.quote_phrases import OPENING, Phrases, Speaker, is_full_name

_REACH = 40  # tokens of a tag that are looked at
_LONGEST_LABEL = 12  # tokens before a colon that may be no more than a name
_TITLED_OPENING = 6  # and in which it begins after a title ("The old harbour mayor Ruiz")
_LONGEST_BARE = 3  # capitalised tokens before a colon that are taken for a name, known or not


class Tags(Phrases):
    """Reads the tags of one text; `names` are its names in order."""

    def after(self, first: int, stop: int) -> Speaker | None:
        """The speaker that the tag in tokens `[first, stop)`, right after a quotation, names."""
        words = self._tokens.words
        stop = min(stop, first + _REACH)
        while first < stop and (words[first] in ",-–—" or words[first] in self._classes["between"]):
            first += 1
        if first >= stop:
            return None
        if end := self._source_cue(first, stop):
            return self._phrase_at(end, stop, " ".join(words[first:end]))
        verb = self._first_verb(first, stop)
        if verb is None:
            return self._by_any_verb(first, stop)
        if verb == first or words[first] in self._classes["phrase-start"]:
            return self._phrase_at(verb + 1, stop, words[verb])
        return self._phrase_before(first, verb, words[verb], strict=True)

    def _by_any_verb(self, first: int, stop: int) -> Speaker | None:
        """By whatever verb of the past that stands right before or after a person's name: "grinned Ana Ruiz"."""
        if self._is_past(first):
            found = self._phrase_at(first + 1, stop, self._tokens.words[first])
            return found if found and not (found.role or found.pronoun) and self._is_person_named(found) else None
        name = self._name_over(first)
        if name is None or name.first != first or name.last >= stop or not self._is_past(name.last):
            return None
        ends = name.last + 1 == stop or self._tokens.words[name.last + 1] in ",.;:"
        likely = name.category == "person" or is_full_name(name)
        return Speaker(name.text, name.canonical, self._tokens.words[name.last]) if ends and likely else None

    def _is_past(self, token: int) -> bool:
        return self._tokens.raw(token).islower() and self._tokens.words[token].endswith(self._past)

    def _is_person_named(self, who: Speaker) -> bool:
        same = (n for n in self._names if n.canonical == who.canonical)
        return any(n.category == "person" or is_full_name(n) for n in same)

    def before(self, first: int, stop: int, near: bool) -> Speaker | None:
        """The speaker that tokens `[first, stop)`, from the sentence's beginning to a quotation, name.

        `near` asks for a cue that leads straight into the quotation ("said:", "said", "said, ").
        """
        words = self._tokens.words
        first = max(first, stop - _REACH)
        end = stop
        while end > first and words[end - 1] in ",:-–—(":
            end -= 1
        colon = ":" in words[end:stop]
        if end == first:
            return None
        for at in range(end - 1, first - 1, -1):
            if near and not colon and end - at > 3 and words[at] in self._classes["cue"]:
                return None
            if source := self._source_cue(at, end):
                return self._phrase_at(source, end, " ".join(words[at:source]))
            if near and words[at] in self._classes["cue"] and (who := self._antecedent(first, at)):
                return who
            if words[at] in self._classes["cue"] and not self._relative(at):
                found = self._phrase_before(first, at, words[at], strict=False)
                return found or self._phrase_at(at + 1, end, words[at])
        return self._label(first, end) or self._subject(first, end) if colon else None

    def _subject(self, first: int, end: int) -> Speaker | None:
        """The person whom a clause before a colon begins with: "Ana Ruiz was blunt:", "The mayor, Ana Ruiz, had …"."""
        for a, b in self._segments(first, end)[:2]:
            opening = [self._name_over(i) for i in range(a, min(b, a + _TITLED_OPENING))]
            near = [n for n in opening if n and (n.first < a + OPENING or n.titled)]
            name = next((n for n in near if n.titled), near[0] if near else None)
            if name is not None and (name.category == "person" or (name.first == first and is_full_name(name))):
                return Speaker(name.text, name.canonical, ":", certain=False)
        return None

    def _label(self, first: int, end: int) -> Speaker | None:
        """A name and a colon with no verb between ("State Secretary Ana Ruiz:")."""
        name = self._name_ending(end)
        if name is not None and end - first <= _LONGEST_LABEL:
            name = self._who_is_at(name) or name
            return Speaker(name.text, name.canonical, ":")
        if end - first > _LONGEST_BARE or not all(self._tokens.raw(i)[0].isupper() for i in range(first, end)):
            return None
        text = self._tokens.text[self._tokens.starts[first] : self._tokens.ends[end - 1]]
        return Speaker(text, " ".join(self._tokens.words[first:end]), ":")

    def _antecedent(self, first: int, verb: int) -> Speaker | None:
        """The person of "Ana Ruiz, who had said that", where the clause is said of a name right before it."""
        at = verb
        while at > first and self._tokens.words[at - 1] in self._classes["between"]:
            at -= 1
        if at - 2 < first or not self._relative(at) or self._tokens.words[at - 2] != ",":
            return None
        name = self._name_ending(at - 2)
        likely = name is not None and (name.category == "person" or is_full_name(name))
        return Speaker(name.text, name.canonical, self._tokens.words[verb]) if name is not None and likely else None

    def _who_is_at(self, place: NameMention) -> NameMention | None:
        """The Ruiz of "Ruiz at the Grand Hotel:"."""
        words, at = self._tokens.words, place.first - 1
        at -= at > 0 and words[at] in self._classes["determiner"]
        return self._name_ending(at) if at > 0 and words[at] in self._classes["where"] else None

    def _source_cue(self, at: int, stop: int) -> int | None:
        """The token after "according to" or its like at token `at`."""
        for length in (2, 4):
            if at + length <= stop and " ".join(self._tokens.words[at : at + length]) in self._classes["source-cue"]:
                return at + length
        return None

    def _relative(self, verb: int) -> bool:
        return verb > 0 and self._tokens.words[verb - 1] in self._classes["relative"]

    def _first_verb(self, first: int, stop: int) -> int | None:
        cues = self._classes["cue"]
        return next((i for i in range(first, stop) if self._tokens.words[i] in cues and not self._relative(i)), None)

    def _phrase_before(self, first: int, verb: int, cue: str, strict: bool) -> Speaker | None:
        """The subject that ends before token `verb`: its own segment between commas, or the one before appositions.

        With `strict` nothing may stand between the quotation and the subject.
        """
        while verb > first and self._tokens.words[verb - 1] in self._classes["between"]:
            verb -= 1  # "the mayor, Ana Ruiz, was quoted"
        segments = self._segments(first, verb)
        if not segments:
            return None
        if self._tokens.words[verb - 1] != ",":
            chosen = segments[-1:] if not strict or len(segments) == 1 else segments[:1]
        else:
            chosen = segments[:3] if strict else segments[-4:]
        chosen.sort(key=lambda segment: not self._is_person(segment[1]))  # "the mayor of Oster, Ana Ruiz,"
        read = [s for s in (self._phrase(a, b, cue) for a, b in chosen) if s is not None]
        return next((s for s in read if not s.role), read[0] if read else None)
