# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which themes may a signal without a theme be about, and by which of its words? A colleague decides."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.engine.language.theme_suggestions import ReasonKind, suggest_themes
from houvast.queries.notice.note_form import themes_in_use
from houvast.queries.notice.themes import theme_list


@dataclass(frozen=True, slots=True)
class SuggestedTheme:
    """A theme in use, and the words of the text that led to it."""

    code: str
    name: str
    words: tuple[str, ...]


def suggested_themes(text: str) -> tuple[SuggestedTheme, ...]:
    """At most three, the likeliest first; none where nothing in the text points at a theme."""
    names = {one.code: one.name for one in themes_in_use()}
    if not names or not text:
        return ()
    return tuple(
        SuggestedTheme(
            found.code,
            names[found.code],
            tuple(dict.fromkeys(reason.text for reason in found.reasons if reason.kind is ReasonKind.WORD)),
        )
        for found in suggest_themes(text, themes=theme_list())
        if found.code in names
    )
