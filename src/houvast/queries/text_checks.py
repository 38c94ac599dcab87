# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would a careful reader say of a text before it is sent, and which statements say much the same?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from houvast.engine.language.near_duplicates import TextIndex, build_index, find_near
from houvast.engine.language.person_data import PersonDataFound, PersonDataKind, find_person_data
from houvast.engine.language.plain_text import tidy
from houvast.engine.language.statement_check import LONG, Flaw, FlawFound, find_flaws
from houvast.engine.language.words_in_text import split_words
from houvast.store.models import Statement

KEPT_INDEXES = 32  # conversations whose index stays in memory, per process

# English msgids, translated at the edge. {most} is a number.
ADVICE: dict[Flaw, str] = {
    Flaw.TWO_IDEAS: "This seems to hold more than one idea. Somebody may agree with one and not with the other. "
    "Make two statements of it.",
    Flaw.QUESTION: "This is a question. People can only agree or disagree with a sentence that says something.",
    Flaw.DOUBLE_NEGATION: "Two denials in one sentence are hard to answer. Say what you do want.",
    Flaw.GROUP_JUDGEMENT: "This is about what people are. Say what happens or what should change; "
    "then others can answer it too.",
    Flaw.LONG: "Short statements are read better. Try to stay under {most} characters.",
    Flaw.SHORT: "This is very short. Make a sentence that people can agree or disagree with.",
    Flaw.SHOUTED: "Capitals throughout read like shouting. Use ordinary letters.",
    Flaw.LINK: "A link cannot be answered with agree or disagree. Say it in your own words.",
}
LEADS_TO_A_PERSON = "This leads to a person. Leave it out: everybody can read what you write here."
POSSIBLE_NAME = "This may be somebody's name. Say what happened, not who did it."


@dataclass(frozen=True, slots=True)
class TextFinding:
    """Something to say about a text. `message` is an English msgid with {names}; `blocks`: cannot be sent as it is.

    code: a kind of personal data ("phone", "name", …) or a flaw ("two ideas", …). A "name" does not block, because the
    writer may say that it is nobody's.
    """

    code: str
    blocks: bool
    message: str
    values: Mapping[str, object]
    excerpt: str


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """An offered statement that is much like the text; is_same: says the same, else it only looks like it."""

    statement_id: int
    number: int
    text: str
    similarity: float
    is_same: bool


def check_statement(text: str, *, language: str, about: str = "") -> tuple[TextFinding, ...]:
    """Advice on a statement, personal data first. about: a text of the municipality whose names are nobody's."""
    kept = tidy(text, lines=False)
    found = find_person_data(kept, language=language, allowed=words_of(about))
    advice = [
        TextFinding(flaw.flaw, False, ADVICE[flaw.flaw], {"most": LONG}, flaw.excerpt) for flaw in find_flaws(kept)
    ]
    return (*map(_say, found), *advice)


def words_of(about: str) -> frozenset[str]:
    """The capitalised words of a text, in small letters."""
    return frozenset(word.lower for word in split_words(about) if word.is_capital)


def _say(found: PersonDataFound) -> TextFinding:
    message = POSSIBLE_NAME if found.kind is PersonDataKind.NAME else LEADS_TO_A_PERSON
    return TextFinding(found.kind, found.is_certain, message, {}, found.text)


def _advise(found: FlawFound) -> TextFinding:
    return TextFinding(found.flaw, False, ADVICE[found.flaw], {"most": LONG}, found.excerpt)


def near_duplicates(text: str, *, conversation_id: int, most: int = 3) -> tuple[NearDuplicate, ...]:
    """Offered statements that are most like this text, the nearest first."""
    shown = Statement.objects.filter(conversation_id=conversation_id, is_shown=True).order_by("id")
    rows = list(shown.only("id", "number", "text"))
    if not rows:
        return ()
    near = find_near(tidy(text, lines=False), index=_index_of(tuple(row.text for row in rows)), most=most)
    pairs = [(rows[one.index], one) for one in near]
    return tuple(NearDuplicate(row.pk, row.number, row.text, one.similarity, one.is_same) for row, one in pairs)


@lru_cache(maxsize=KEPT_INDEXES)
def _index_of(texts: tuple[str, ...]) -> TextIndex:
    """The index of these texts, kept while they are the same."""
    return build_index(texts)
