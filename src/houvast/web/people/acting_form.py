# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens with a form that was filled in? It is checked, it is done, and a refusal comes back to its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from houvast.domain.errors import FieldRejected, StateRefused
from houvast.web.shared.error_pages import say_error


class ActingForm(forms.Form):
    """A form that can be carried out."""

    def carry_out(self, act: Callable[..., Any]) -> bool:
        """Whether it could be done: act is called with the fields, and what it gives is kept in `outcome`."""
        if not self.is_valid():
            return False
        try:
            self.outcome = act(**self.cleaned_data)
        except FieldRejected as error:
            self.add_error(error.field if error.field in self.fields else None, say_error(error))
        except StateRefused as error:
            self.add_error(None, say_error(error))
        return self.is_valid()
