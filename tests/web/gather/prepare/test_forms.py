# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from houvast.actions.gather.conversation_texts import Dates, Rules, Texts
from houvast.domain.conversation import ModerationTiming
from houvast.web.gather.prepare.forms import ImportForm, LanguagesForm, ReviewedForm, SeedsForm, TextsForm


def test_texts_dates_and_rules_are_taken_apart() -> None:
    form = TextsForm(
        {"title": "Plein", "purpose": "Een.\r\nTwee.", "hear_back_by": "2099-01-02", "moderation_timing": "after",
         "policy_read": "on", "by_invitation": "on", "k": "5"}
    )  # fmt: skip
    assert form.is_valid(), form.errors
    arguments = form.arguments()
    assert arguments["texts"] == Texts(title="Plein", purpose="Een.\nTwee.")
    assert arguments["dates"] == Dates(hear_back_by=date(2099, 1, 2))
    assert arguments["rules"] == Rules(
        moderation_timing=ModerationTiming.AFTER, policy_read=True, residents_add_statements=False,
        asks_estimates=False, is_listed=False, by_invitation=True, k=5,
    )  # fmt: skip


def test_every_field_of_the_preparation_is_in_the_form() -> None:
    wanted = {name for kind in (Texts, Dates, Rules) for name in kind.__dataclass_fields__}
    assert wanted | {"not_a_person"} == set(TextsForm().fields)


def test_a_confirmation_also_says_that_names_are_nobody_s() -> None:
    form = SeedsForm({"lines": "Iets.", "language": "nl", "confirmed": "on"}, languages=[("nl", "Nederlands")])
    assert form.is_valid()
    assert form.arguments() == {"lines": "Iets.", "language": "nl", "not_a_person": True}
    assert form["language"].is_hidden
    assert not SeedsForm(languages=[("nl", "Nederlands"), ("en", "Engels")])["language"].is_hidden


def test_it_is_asked_only_when_there_is_something_to_confirm() -> None:
    form = ReviewedForm()
    assert form["confirmed"].is_hidden
    form.ask()
    assert not form["confirmed"].is_hidden


def test_languages_from_the_list_and_typed_make_one_list() -> None:
    form = LanguagesForm({"languages": ["en"], "other": "ar, ;pt-BR"}, offered=[("en", "Engels")])
    assert form.is_valid()
    assert form.arguments() == {"languages": ["en", "ar", "pt-BR"]}


def test_files_keep_their_names_and_are_all_checked() -> None:
    sent = {"language": "nl", "source": "pol.is", "licence": "CC BY 4.0"}
    two = MultiValueDict({"files": [SimpleUploadedFile("a.csv", b"1"), SimpleUploadedFile("b.csv", b"2")]})
    form = ImportForm(sent, two)
    assert form.is_valid(), form.errors
    assert [(name, content.read()) for name, content in form.arguments()["files"]] == [("a.csv", b"1"), ("b.csv", b"2")]
    empty = MultiValueDict({"files": [SimpleUploadedFile("a.csv", b"1"), SimpleUploadedFile("b.csv", b"")]})
    assert list(ImportForm(sent, empty).errors) == ["files"]
