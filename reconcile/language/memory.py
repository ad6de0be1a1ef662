"""What a text has told of its speakers so far: who a pronoun or a bare surname stands for."""

from __future__ import annotations

from attrs import define, evolve, field

from reconcile.language.speakers import SPOKESPERSON, Cast, Speaker, with_role

_RECENT = 3  # sentences for which a speaker stays the one a pronoun means


@define
class Memory:
    """The speakers of one text as it is read from its beginning.

    `roles` are classes by surname, `bodies` the classes that speak with one voice.
    """

    roles: dict[str, str]
    bodies: set[str]
    person: Speaker | None = None
    body: Speaker | None = None
    spoke: int = field(default=-1)

    def resolve(self, cast: Cast, speaker: Speaker, sentence: int) -> Speaker | None:
        """The speaker with a pronoun replaced by whom it means, a bare surname and a spokesperson by their class.

        None where nobody is there for the pronoun to mean.
        """
        known = self._meant(cast, speaker, sentence) if speaker.pronoun else self._placed(speaker)
        if known is not None:
            if known.surname:
                self.person = known
            else:
                self.body = known
            self.spoke = sentence
        return known

    def _meant(self, cast: Cast, pronoun: Speaker, sentence: int) -> Speaker | None:
        recent = sentence - self.spoke <= _RECENT
        if pronoun.canonical not in cast.verbs["person"]:
            meant = self.body or self.person
        elif recent and self.person is not None:
            meant = self.person
        else:
            meant = _last_person(cast, pronoun.first) or self.person or self.body
        if meant is None:
            return None
        meant = self._placed(meant)
        return evolve(meant, first=pronoun.first, last=pronoun.last, pronoun=True)

    def _placed(self, speaker: Speaker) -> Speaker:
        """The speaker with what is known of their class."""
        if speaker.role == SPOKESPERSON and self.body is not None:
            placed = evolve(speaker, role=self.body.role, canonical=self.body.canonical)
            if speaker.surname and self.body.role:
                self.roles.setdefault(speaker.surname, self.body.role)
            return placed
        if speaker.surname and not speaker.role and (role := self.roles.get(speaker.surname)):
            return with_role(speaker, role, role in self.bodies)
        if speaker.surname and speaker.role:
            self.roles.setdefault(speaker.surname, speaker.role)
        return speaker


def _last_person(cast: Cast, before: int) -> Speaker | None:
    """The person named last before a token, within a few sentences' length."""
    for at in range(before - 1, max(-1, before - 80), -1):
        name = cast.starting.get(at)
        if name is not None and name.category == "person":
            surname = name.canonical.split()[-1]
            return Speaker(name.first, name.last, surname, None, surname)
    return None
