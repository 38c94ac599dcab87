# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas and themes can be chosen in a form, and which one did somebody choose?"""

from __future__ import annotations

from houvast.domain.errors import FieldRejected
from houvast.store.models import Area, Theme


def area_choices() -> list[tuple[str, str]]:
    """Code and name of the areas in use, in the order of their names."""
    return list(Area.objects.filter(ended_at__isnull=True).order_by("name", "code").values_list("code", "name"))


def theme_choices(*, language: str = "nl") -> list[tuple[str, str]]:
    """Code and name of the themes in use, in the order of the list."""
    found = Theme.objects.filter(is_active=True).values_list("code", "name", "name_en")
    return [(code, name_en if language == "en" and name_en else name) for code, name, name_en in found]


def chosen_area(code: str, *, field: str = "area") -> Area | None:
    """The area with this code; None for an empty code. FieldRejected where there is no such area."""
    if not code:
        return None
    found = Area.objects.filter(code=code).first()
    if found is None:
        raise FieldRejected(field, "This area is not in the list. Choose another one.")
    return found


def chosen_theme(code: str, *, field: str = "theme") -> Theme | None:
    """The theme with this code; None for an empty code. FieldRejected where there is no such theme."""
    if not code:
        return None
    found = Theme.objects.filter(code=code).first()
    if found is None:
        raise FieldRejected(field, "This theme is not in the list. Choose another one.")
    return found
