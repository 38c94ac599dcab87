# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a list of hundreds of areas come onto a page at once? As one string, not by a template for every option."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from houvast.queries.notice.note_form import AreaGroup


def area_options(groups: tuple[AreaGroup, ...]) -> list[tuple[str, Any]]:
    """The areas as a list offers them: those of no area by themselves, others under the area they are part of."""
    parts = {one.name: [(area.code, area.name) for area in one.areas] for one in groups}
    return [*parts.pop("", []), *parts.items()]


class LongSelect(forms.Select):
    """A list to choose one from; it looks and works as forms.Select does."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 -- as Django calls it
    ) -> SafeString:
        """The control with its options; groups of options have a name."""
        chosen = "" if value is None else str(value)
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        parts = format_html_join("", "{}", ((_part(key, label, chosen),) for key, label in self.choices))
        return format_html("<select{}>{}</select>", flatatt(given), parts)


def _part(key: Any, label: Any, chosen: str) -> SafeString:
    if isinstance(label, list | tuple):
        return format_html('<optgroup label="{}">{}</optgroup>', key, _options(label, chosen))
    return _options([(key, label)], chosen)


def _options(options: Iterable[tuple[Any, Any]], chosen: str) -> SafeString:
    rows = ((key, SafeString(" selected") if str(key) == chosen else "", label) for key, label in options)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
