# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is refused before codes are made."""

from __future__ import annotations

import sys

import pytest

from houvast.domain.errors import ActionRefused
from houvast.web.gather.reach.forms import MOST_CARDS, BallotForm, InvitationsForm, PosterForm

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def test_cards_are_made_of_a_few_codes() -> None:
    many = {"batch": "markt", "number": MOST_CARDS + 1}
    assert InvitationsForm(many).is_valid()
    form = InvitationsForm({**many, "with_cards": "on"})
    assert list(form.errors) == ["with_cards"]
    assert InvitationsForm({**many, "number": MOST_CARDS, "with_cards": "on"}).is_valid()


def test_a_machine_that_cannot_print_says_so_before_codes_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert InvitationsForm({"batch": "markt", "number": 2}).is_valid()
    with pytest.raises(ActionRefused):
        InvitationsForm({"batch": "markt", "number": 2, "with_cards": "on"}).is_valid()


def test_the_action_gets_what_it_asks() -> None:
    form = InvitationsForm({"batch": "markt", "number": "2"})
    assert form.is_valid()
    assert form.arguments() == {"batch": "markt", "number": 2}


def test_the_languages_are_those_of_the_conversation() -> None:
    for form in (PosterForm(languages=LANGUAGES), BallotForm(languages=LANGUAGES)):
        assert [choice[0] for choice in form["language"].field.choices] == ["nl", "en"]  # type: ignore[attr-defined]
