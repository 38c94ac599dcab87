# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a colleague fill in about a theme?"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.notice.themes import DESCRIPTION_MOST, NAME_MOST
from houvast.web.shared.acting_form import TextForm


class ThemeForm(TextForm):
    """Its texts, and the words that point to it."""

    name = forms.CharField(label=_("Name"), max_length=NAME_MOST)
    name_en = forms.CharField(label=_("Name in English"), max_length=NAME_MOST, required=False)
    description = forms.CharField(
        label=_("What belongs to it"), max_length=DESCRIPTION_MOST, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Two lines, for colleagues who choose a theme."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Words that point to it"), required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One on a line. Houvast proposes the theme where a text holds one of them; people decide."),
    )  # fmt: skip

    def arguments(self) -> dict[str, Any]:
        """The words apart."""
        words = [word.strip() for word in re.split(r"[\n,;]", self.cleaned_data["words"]) if word.strip()]
        return {**self.cleaned_data, "words": words}


class ChangeThemeForm(ThemeForm):
    """A theme can also be ended."""

    is_active = forms.BooleanField(
        label=_("In use"), required=False,
        help_text=_("Without the tick it can no longer be chosen. Signals that have it keep it."),
    )  # fmt: skip
