# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on these pages? What the queries tell, with the words for it and what this colleague may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Capability, Role, may
from houvast.queries.gather.conversations import ConversationGroup, ConversationLine
from houvast.queries.gather.preparation import CheckItem, Overview, PreparedText
from houvast.queries.gather.seed_list import SeedList, TextReview
from houvast.queries.text_checks import NearDuplicate, TextFinding
from houvast.web.gather.prepare.forms import TextsForm
from houvast.web.gather.prepare.words import CHECK_WORDS, ORIGIN_WORDS, STATE_KINDS, STATE_WORDS, TIMING_WORDS, Words


@dataclass(frozen=True, slots=True)
class Group:
    """Conversations in one state."""

    words: Words
    kind: str
    lines: tuple[ConversationLine, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """All conversations."""

    groups: tuple[Group, ...]
    may_prepare: bool


@dataclass(frozen=True, slots=True)
class Check:
    """Something to do before the opening, in words."""

    words: Words
    screen: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """The hub of a conversation. next_step: what is best done now, by name."""

    code: str
    about: Overview
    state: Words
    kind: str
    timing: Words
    checks: tuple[Check, ...]
    next_step: str
    may_prepare: bool
    may_export: bool
    may_moderate: bool
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Fields of a form under one heading."""

    heading: str
    fields: tuple[BoundField, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class TextsPage:
    """The texts form, in sections."""

    code: str
    about: PreparedText
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of one text, in the reader's language."""

    text: str
    says: tuple[str, ...]
    near: tuple[NearDuplicate, ...]


@dataclass(frozen=True, slots=True)
class SeedRow:
    """A statement in the list."""

    number: int
    text: str
    language: str
    origin: Words
    is_out: bool
    is_waiting: bool
    can_edit: bool
    can_leave_out: bool
    untranslated: int
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeedsPage:
    """The statements of the municipality. advice: on what was just written."""

    code: str
    about: SeedList
    rows: tuple[SeedRow, ...]
    advice: tuple[Advice, ...] = ()

    @property
    def still_needed(self) -> int:
        """How many more before it can open."""
        return max(0, self.about.fewest - self.about.accepted)


@dataclass(frozen=True, slots=True)
class SeedPage:
    """One statement to change."""

    code: str
    number: int
    language: str
    advice: tuple[Advice, ...] = ()


SECTIONS = (
    ("tekst", ("title", "purpose", "question", "asked_by", "use_of_answers", "hear_back", "hear_back_by")),
    ("data", ("opens_at", "closes_at", "retention_until")),
    ("moderatie", ("residents_add_statements", "moderation_timing", "policy_read")),
    ("regels", ("asks_estimates", "is_listed", "by_invitation", "k")),
)


def list_page(groups: Sequence[ConversationGroup], *, role: str) -> ListPage:
    """All conversations, in words."""
    shown = tuple(Group(STATE_WORDS[group.state], STATE_KINDS[group.state], group.lines) for group in groups)
    return ListPage(shown, may_prepare=may(Role(role), Capability.PREPARE))


def overview_page(about: Overview, *, role: str) -> OverviewPage:
    """The hub, for somebody with this role."""
    of = Role(role)
    return OverviewPage(
        code=about.code,
        about=about,
        state=STATE_WORDS[about.state],
        kind=STATE_KINDS[about.state],
        timing=TIMING_WORDS[about.timing],
        checks=tuple(_check(item) for item in about.checks),
        next_step=next_step(about),
        may_prepare=may(of, Capability.PREPARE),
        may_export=may(of, Capability.EXPORT),
        may_moderate=may(of, Capability.MODERATE),
        may_publish=may(of, Capability.PUBLISH),
    )


def _check(item: CheckItem) -> Check:
    return Check(CHECK_WORDS[item.code], f"prepare:{item.screen}", item.is_done)


def next_step(about: Overview) -> str:
    """What is best done now: complete, open, stop, moderate, watch, publish or tell."""
    if about.state is ConversationState.DRAFT:
        return "complete" if about.missing else "open"
    if about.state is ConversationState.OPEN:
        return "moderate" if about.waiting else "watch"
    if about.state is ConversationState.CLOSED:
        return "moderate" if about.waiting else "publish"
    return "stop" if about.state is ConversationState.REHEARSAL else "tell"


def texts_page(about: PreparedText, form: TextsForm) -> TextsPage:
    """The form in sections."""
    headings = {
        "tekst": gettext("What residents read"),
        "data": gettext("When it runs"),
        "moderatie": gettext("Statements by residents"),
        "regels": gettext("How it is held"),
    }
    sections = (Section(headings[name], tuple(form[field] for field in fields), name) for name, fields in SECTIONS)
    return TextsPage(about.code, about, tuple(sections))


def say(finding: TextFinding) -> str:
    """A finding in the reader's language, with what it is about."""
    said = gettext(finding.message).format(**finding.values)
    return f"{said} (“{finding.excerpt}”)" if finding.excerpt else said


def advise(reviews: Sequence[TextReview]) -> tuple[Advice, ...]:
    """Reviews in the reader's language."""
    return tuple(Advice(one.text, tuple(map(say, one.findings)), one.near) for one in reviews)


def seeds_page(about: SeedList, reviews: Sequence[TextReview] = ()) -> SeedsPage:
    """The list of statements, with advice on what was just written."""
    rows = tuple(
        SeedRow(
            number=line.number,
            text=line.text,
            language=line.language,
            origin=ORIGIN_WORDS[line.origin],
            is_out=line.moderation.value == "out",
            is_waiting=line.moderation.value == "open",
            can_edit=line.can_edit,
            can_leave_out=line.can_leave_out,
            untranslated=max(0, about.languages - line.translations),
            says=tuple(map(say, line.advice)),
        )
        for line in about.lines
    )
    return SeedsPage(about.code, about, rows, advise(reviews))
