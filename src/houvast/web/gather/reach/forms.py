# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in to hand things out, and to make invitations?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.gather.invitations import LONGEST_NAME, MOST
from houvast.domain.errors import FieldRejected
from houvast.queries.gather.invitation_pages import require_cards
from houvast.queries.gather.reach_prints import LONGEST_MARK, LONGEST_SENDER
from houvast.web.shared.acting_form import ActingForm

MOST_CARDS = 100  # some seconds of drawing


class PosterForm(forms.Form):
    """In which language a poster is."""

    use_required_attribute = False
    language = forms.ChoiceField(label=_("Language of the poster"), required=False, choices=())

    def __init__(self, *args: Any, languages: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(languages)  # type: ignore[attr-defined]


class BallotForm(PosterForm):
    """What stands on a ballot; nothing of it is kept."""

    language = forms.ChoiceField(label=_("Language of the ballot"), required=False, choices=())
    mark = forms.CharField(
        label=_("Name of the pile"), required=False, max_length=LONGEST_MARK,
        help_text=_("Where the ballots will lie, for instance: library. It stands at the foot of every page."),
    )  # fmt: skip
    send_to = forms.CharField(
        label=_("Where do people hand it in?"), required=False, max_length=LONGEST_SENDER,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class InvitationsForm(ActingForm):
    """A batch of codes."""

    batch = forms.CharField(
        label=_("Where do these codes go?"), max_length=LONGEST_NAME,
        help_text=_("A name for the batch, such as: letter South. Places and occasions, never people."),
    )  # fmt: skip
    number = forms.IntegerField(label=_("How many codes?"), initial=100, min_value=1, max_value=MOST)
    with_cards = forms.BooleanField(
        label=_("Also cards to cut out"), required=False, initial=True,
        help_text=_("A PDF with ten cards on a page, each with a code to scan. For 100 codes at most."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any] | None:
        """Cards take long to draw; and a machine that cannot draw them must say so before the codes are made."""
        data = super().clean() or self.cleaned_data
        if data.get("with_cards") and data.get("number"):
            if data["number"] > MOST_CARDS:
                self.refuse(FieldRejected("with_cards", "Cards can be made of at most {most} codes.", most=MOST_CARDS))
            require_cards()
        return data

    def arguments(self) -> dict[str, Any]:
        """How the codes are printed does not concern the action."""
        return {name: self.cleaned_data[name] for name in ("batch", "number")}
