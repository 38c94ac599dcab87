# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which themes does the municipality speak of? Its own list; a theme that was used is ended, never removed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Capability
from houvast.exchange.theme_pack import read_theme_pack
from houvast.store.models import StaffMember, Theme

NAME_MOST, DESCRIPTION_MOST, WORD_MOST, MOST_WORDS = 80, 500, 40, 100
MOST_THEMES = 60


@transaction.atomic
def start_with_own_list(*, by: StaffMember | None) -> int:
    """Fill an empty list with the themes that come with Houvast; how many. by=None: from the command line."""
    if by is not None:
        require(by, Capability.MANAGE_AREAS)
    if Theme.objects.exists():
        raise StateRefused("There are themes already. Change those, or add one.")
    pack = read_theme_pack()
    made = Theme.objects.bulk_create(
        Theme(
            code=theme.code,
            name=theme.name_in("nl"),
            name_en=theme.name_in("en"),
            description=theme.description,
            words=list(theme.words),
            examples=list(theme.examples),
            place=place,
        )
        for place, theme in enumerate(pack.themes)
    )
    record(by=by, action="theme.start", subject=made[0], number=len(made))
    return len(made)


@transaction.atomic
def add_theme(
    *, name: str, name_en: str, description: str, words: Sequence[str], by: StaffMember, not_a_person: bool = False
) -> Theme:
    """A new theme at the end of the list."""
    require(by, Capability.MANAGE_AREAS)
    if Theme.objects.filter(is_active=True).count() >= MOST_THEMES:
        raise StateRefused("A list of more themes is not usable any more. End a theme first.")
    texts = _texts(name, name_en, description, words, not_a_person)
    last = Theme.objects.aggregate(last=Max("place"))["last"]
    made = Theme.objects.create(code=_new_code(texts["name"]), place=0 if last is None else last + 1, **texts)
    record(by=by, action="theme.add", subject=made, name=made.name)
    return made


@transaction.atomic
def change_theme(
    *,
    theme: Theme,
    name: str,
    name_en: str,
    description: str,
    words: Sequence[str],
    is_active: bool,
    by: StaffMember,
    not_a_person: bool = False,
) -> None:
    """Other texts for a theme, or its end: signals that were given it keep it."""
    require(by, Capability.MANAGE_AREAS)
    texts = _texts(name, name_en, description, words, not_a_person, but=theme)
    for field, text in texts.items():
        setattr(theme, field, text)
    theme.is_active = is_active
    theme.save(update_fields=[*texts, "is_active"])
    record(by=by, action="theme.change", subject=theme, name=theme.name, is_active=is_active)


def _texts(
    name: str, name_en: str, description: str, words: Sequence[str], not_a_person: bool, but: Theme | None = None
) -> dict[str, object]:
    """The texts as they may be kept. FieldRejected: a name that is taken, personal data, too many or too long words."""
    kept = pass_gate(field="name", text=name, language="nl", not_a_person=not_a_person, most=NAME_MOST)
    others = Theme.objects.exclude(pk=but.pk) if but else Theme.objects.all()
    if others.filter(name__iexact=kept).exists():
        raise FieldRejected("name", "There is a theme with this name already.")
    if len(words) > MOST_WORDS:
        raise FieldRejected("words", "Give at most {most} words.", most=MOST_WORDS)
    long = next((word for word in words if len(word) > WORD_MOST), None)
    if long:
        raise FieldRejected("words", "Give words, not sentences: at most {most} characters each.", most=WORD_MOST)
    pass_gate(field="words", text=", ".join(words), language="nl", not_a_person=not_a_person, optional=True, lines=True)
    return {
        "name": kept,
        "name_en": pass_gate(
            field="name_en", text=name_en, language="en", not_a_person=not_a_person, most=NAME_MOST, optional=True
        ),
        "description": pass_gate(
            field="description",
            text=description,
            language="nl",
            not_a_person=not_a_person,
            most=DESCRIPTION_MOST,
            optional=True,
        ),
        "words": list(dict.fromkeys(re.sub(r"\s+", " ", word).strip().lower() for word in words)),
    }


def _new_code(name: object) -> str:
    """A code that stays, made of the name; with a number where it is taken."""
    plain = slugify(str(name))[:36] or "thema"
    taken = set(Theme.objects.filter(code__startswith=plain).values_list("code", flat=True))
    return next(code for code in (plain, *(f"{plain}-{n}" for n in range(2, MOST_THEMES * 10))) if code not in taken)
