"""What a text has told of its speakers so far: who a pronoun or a bare surname stands for."""

from __future__ import annotations

from attrs import define, field

from reconcile.language.cast import Cast, Speaker
from reconcile.language.identity import GENERIC, SPOKESPERSON, last_named, with_role
from reconcile.model.change import evolve

_PERSONS = frozenset({"person"})
_BODIES = frozenset({"organisation"})
_RECENT = 3  # sentences for which a speaker stays the one a pronoun means


@define
class Memory:
    """The speakers of one text as it is read from its beginning.

    `roles` are classes by surname, `bodies` the classes that speak with one voice.
    """

    roles: dict[str, str]
    bodies: frozenset[str]
    person: Speaker | None = None
    body: Speaker | None = None
    spoke: int = field(default=-1)

    def resolve(self, cast: Cast, speaker: Speaker, sentence: int) -> Speaker | None:
        """The speaker with a pronoun replaced by whom it means, a bare surname and a spokesperson by their class.

        None where nobody is there for the pronoun to mean.
        """
        known = self._meant(cast, speaker, sentence) if speaker.pronoun else self._placed(cast, speaker)
        if known is not None:
            if known.surname or known.unsure or self._is_one_person(known):
                self.person = known
            if not known.surname:
                self.body = known
            self.spoke = sentence
        return known

    def _is_one_person(self, speaker: Speaker) -> bool:
        """True for "an analyst", of whom the text goes on as of "he"; a body is nobody's "he"."""
        return speaker.role is not None and speaker.role not in self.bodies

    def _meant(self, cast: Cast, pronoun: Speaker, sentence: int) -> Speaker | None:
        recent = sentence - self.spoke <= _RECENT
        if pronoun.canonical not in cast.verbs["person"]:
            meant = self.body or self.person
        elif recent and self.person is not None:
            meant = self.person
        else:
            meant = last_named(cast, pronoun.first, _PERSONS) or self.person or self.body
        if meant is None:
            return None
        meant = self._placed(cast, meant)
        named = meant.named or (meant.first, meant.last)
        return evolve(meant, first=pronoun.first, last=pronoun.last, pronoun=True, named=named)

    def _placed(self, cast: Cast, speaker: Speaker) -> Speaker:
        """The speaker with what is known of their class."""
        body = self.body or last_named(cast, speaker.first, _BODIES)
        speaks_for_another = speaker.role == SPOKESPERSON and (speaker.surname or speaker.canonical == SPOKESPERSON)
        if speaks_for_another and body is not None:
            if speaker.surname and body.role:
                self.roles.setdefault(speaker.surname, body.role)
            return evolve(speaker, role=body.role, canonical=body.canonical)
        if speaker.surname and not speaker.role and (role := self.roles.get(speaker.surname)):
            return with_role(speaker, role, role in self.bodies)
        if speaker.surname and speaker.role:
            self.roles.setdefault(speaker.surname, speaker.role)
        elif speaker.role and speaker.role not in self.bodies and not speaker.surname:
            holders = [surname for surname, role in self.roles.items() if role == speaker.role]
            if len(holders) == 1 and speaker.role not in GENERIC:
                return evolve(speaker, canonical=holders[0], surname=holders[0])
        return speaker
