"""What a name names, by the tables and by the words around it."""

from __future__ import annotations

from reconcile.language.capitals import Scene, is_organisation
from reconcile.language.gazetteer import Category, known_at
from reconcile.language.tokens import Tokens


def is_shouted(scene: Scene, a: int, b: int) -> bool:
    """True for words in capitals among other words in capitals: emphasis, not a name."""
    tokens = scene.tokens
    if not all(tokens.raw(i).isupper() for i in range(a, b)):
        return False
    around = [i for i in (a - 1, b) if 0 <= i < len(tokens) and tokens.raw(i).isalpha()]
    return any(tokens.raw(i).isupper() and len(tokens.raw(i)) > 1 for i in around)


def category_of(scene: Scene, a: int, b: int, titled: bool) -> Category | None:
    """What the capitalised words `[a, b)` name; None where they are no name by themselves."""
    tokens, table = scene.tokens, scene.table
    listed = known_at(table, tokens, a)
    whole = listed[1] if listed and listed[0] == b else None
    if whole and whole.category != "name" and not (titled and whole.category == "place" and b - a == 1):
        return whole.category
    ending = table.organisation_words.before(tokens, b, a)
    if b - a == 1 and ending:
        return None
    if titled:
        return "person"
    if is_organisation(scene, a, b):
        return "place" if ending is None and _is_place(scene, a, b) else "organisation"
    if b - a > 1 and table.cues["place-word"].before(tokens, b, a):
        return "place"
    if b - a > 1 and (tokens.words[a] in table.given or (tokens.words[a + 1] == "." and len(tokens.words[a]) == 1)):
        return "person"
    if age_after(tokens, b):
        return "person"
    return "place" if _is_place(scene, a, b) else "name"


def age_after(tokens: Tokens, at: int) -> str | None:
    """The age between commas or brackets at token `at` ("Brandvold, 58, told"), in years as written."""
    words = tokens.words
    if at + 2 >= len(words) or words[at] not in ",(" or words[at + 2] not in ",.)":
        return None
    glued = words[at] == "," and tokens.glued(at)
    return words[at + 1] if words[at + 1].isdigit() and len(words[at + 1]) < 3 and not glued else None


def _is_place(scene: Scene, a: int, b: int) -> bool:
    """True where the words around an unknown name show that it is a place."""
    tokens, table = scene.tokens, scene.table
    if table.cues["short"].at(tokens, a, b):
        return True
    if table.cues["place-after"].at(tokens, b):
        return True
    raw = tokens.text[tokens.starts[a] : tokens.ends[b - 1]]
    if b + 1 < len(tokens) and tokens.words[b] == "," and not tokens.glued(b):
        listed = known_at(table, tokens, b + 1)
        if listed and listed[1].category == "place" and not raw.isupper():
            return True
    before = table.cues["place-before"].before(tokens, a)
    return before is not None and not (raw.isupper() and len(raw) < 6) and b - a <= 4
