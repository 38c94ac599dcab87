# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a sender fill in, and what a colleague who answers?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.actions.gather.seed_statements import LONGEST
from houvast.actions.notice.inbox import ANSWER_MOST, TEXT_MOST, Sent
from houvast.actions.notice.observations import MOST_OF_TEXT
from houvast.domain.inbox import MessageKind, SenderKind
from houvast.domain.observation import ObservationKind
from houvast.domain.participant_key import new_token, personal_key
from houvast.queries.notice.choices import area_choices, theme_choices
from houvast.queries.notice.inbox import MessagePage, answering_colleagues, conversation_choices, sends_mail
from houvast.web.notice.inbox.words import KIND_WORDS, SENDER_WORDS
from houvast.web.notice.words import KIND_WORDS as OBSERVATION_KIND_WORDS
from houvast.web.shared.acting_form import ActingForm, ObservationTextForm, TextForm

CONFIRMATIONS = ObservationTextForm.questions_asked
NONE_IN_PARTICULAR = ("", _("None in particular"))


def new_key() -> str:
    """A key for a private link."""
    return personal_key(new_token(), "inbox")


def _text(label: Any, most: int, rows: int, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text
    )


class PlacedForm(ObservationTextForm):
    """A form with an area and a theme that may be left open."""

    area = forms.ChoiceField(label=_("Area"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {"area": area_choices(), "theme": theme_choices(language=language)}
        for name, choices in offered.items():
            if choices:
                self.fields[name].choices = [NONE_IN_PARTICULAR, *choices]  # type: ignore[attr-defined]
            else:
                del self.fields[name]


class IdeaForm(PlacedForm):
    """An idea, an experience or a question. key: of the private link, the same when the form comes back refused."""

    kind = forms.ChoiceField(label=_("What do you send?"), choices=list(KIND_WORDS.items()), widget=forms.RadioSelect)
    sender = forms.ChoiceField(
        label=_("You send this"), choices=list(SENDER_WORDS.items()), widget=forms.RadioSelect,
        initial=SenderKind.RESIDENT.value,
    )  # fmt: skip
    text = _text(
        _("Your text"), TEXT_MOST, 7,
        _("Tell what you saw, what you think or what you want to know. No names or addresses of people."),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("Your e-mail address"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only if you want a message when there is an answer. You can also look yourself, with your link."),
    )  # fmt: skip
    consent = forms.BooleanField(
        required=False,
        label=_("The municipality may keep my address to tell me that there is an answer, and removes it afterwards."),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    field_order = ("kind", "text", *CONFIRMATIONS, "area", "theme", "sender", "email", "consent", "key")

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, language=language, **kwargs)
        self.language = language
        self.initial.setdefault("key", new_key())
        if not sends_mail():
            del self.fields["email"], self.fields["consent"]

    def arguments(self) -> dict[str, Any]:
        """The message as the action reads it."""
        given = self.cleaned_data
        sent = Sent(
            key=given["key"],
            kind=MessageKind(given["kind"]),
            sender=SenderKind(given["sender"]),
            text=given["text"],
            language=self.language,
            area=given.get("area", ""),
            theme=given.get("theme", ""),
            email=given.get("email", ""),
            consent=given.get("consent", False),
        )
        return {"sent": sent, "confirmed": self.confirmed()}


class AnswerForm(TextForm):
    """The answer to a sender."""

    answer = _text(
        _("Text of the answer"), ANSWER_MOST, 7,
        _("Begin with what was done or decided. Say also what is not done, and why. Use short sentences."),
    )  # fmt: skip
    field_order = ("answer", "not_a_person")


class HandOverForm(ActingForm):
    """To whom a message goes."""

    to = forms.TypedChoiceField(label=_("Hand over to"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", _("Choose a colleague")), *answering_colleagues()]  # type: ignore[attr-defined]


class CaseForm(ActingForm):
    """Whether a message waits for a case."""

    is_for_case = forms.BooleanField(required=False, widget=forms.HiddenInput)


class ObservationForm(PlacedForm):
    """What of a message becomes a signal."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=list(OBSERVATION_KIND_WORDS.items()), widget=forms.RadioSelect
    )
    seen = _text(_("What was seen or heard"), MOST_OF_TEXT["seen"], 5, _("Keep to what the sender says. No persons."))
    field_order = ("kind", "seen", *CONFIRMATIONS, "area", "theme")

    def arguments(self) -> dict[str, Any]:
        """The signal as the action reads it."""
        given = super().arguments()
        return {**given, "kind": ObservationKind(given["kind"])}


class StatementForm(TextForm):
    """What of a message becomes a statement, and where."""

    conversation = forms.ChoiceField(label=_("Conversation"))
    text = _text(_("Statement"), LONGEST, 3, _("One idea, so that others can agree or disagree."))
    field_order = ("conversation", "text", "not_a_person")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["conversation"]
        field.choices = [("", _("Choose a conversation")), *conversation_choices()]  # type: ignore[attr-defined]


def observation_of(page: MessagePage) -> dict[str, Any]:
    """What stands in the form of a signal at first."""
    return {"seen": page.text, "area": page.area_code, "theme": page.theme_code}
