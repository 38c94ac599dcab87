# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the log speak in words, for everything that the code writes in it?"""

from __future__ import annotations

import ast
import re
from datetime import datetime
from zoneinfo import ZoneInfo

from django.apps import apps
from django.utils import translation
from project_tree import modules_of

from houvast.domain.moderation_policy import MODERATOR_REASONS
from houvast.domain.roles import Role
from houvast.queries.audit import AuditLine
from houvast.web.people.audit_words import ACTION_WORDS, KIND_WORDS, say_action, say_details, say_subject

# How an action is written; "gesprek.json" is a file.
ACTION = re.compile(
    r"(?:account|area|attention|background|check-in|colleague|conversation|invitations|message|notice|observation"
    r"|participant|promise|rehearsal|report back|round|statement|theme|trigger)"
    r"\.[a-z][a-z -]+"
)


def line(**values: object) -> AuditLine:
    kept: dict[str, object] = {
        "at": datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/Amsterdam")),
        "actor": "Samira",
        "role": Role.ADVISER,
        "action": "account.log-in",
        "kind": "conversation",
        "subject_id": "3",
        "subject": "",
        "details": (),
    }
    return AuditLine(**{**kept, **values})  # type: ignore[arg-type]


def written_actions() -> set[str]:
    """The actions in the code: every string of the actions that looks like one."""
    nodes = [node for module in modules_of("actions") for node in ast.walk(module.tree)]
    texts = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {text for text in texts if ACTION.fullmatch(text)}


def test_every_action_of_the_code_has_words() -> None:
    assert len(written_actions()) > 25
    assert written_actions() - set(ACTION_WORDS) == set()


def test_no_two_actions_are_said_the_same() -> None:
    for language in ("nl", "en"):
        with translation.override(language):
            assert len({say_action(code) for code in ACTION_WORDS}) == len(ACTION_WORDS)


def test_kinds_are_tables() -> None:
    assert set(KIND_WORDS) <= {model._meta.model_name for model in apps.get_app_config("store").get_models()}


def test_what_an_older_version_wrote_stands_as_it_was() -> None:
    assert say_action("conversation.sing") == "conversation.sing"


def test_a_thing_has_its_name_or_its_kind_and_number() -> None:
    with translation.override("nl"):
        assert say_subject(line(subject="Het plein")) == "Het plein"
        assert say_subject(line()) == "gesprek 3"
        assert say_subject(line(kind="unknown")) == "unknown 3"


def test_details_are_said_in_words_where_there_are_words() -> None:
    with translation.override("nl"):
        assert say_details(line(details=(("role", "reader"), ("former_role", "adviser")))) == (
            "rol: Meelezer; rol hiervoor: Adviseur"
        )
        assert say_details(line(details=(("way", "single sign-on"),))) == "met: het inloggen van de organisatie"
        assert say_details(line(details=(("batch", "Buurthuis"), ("empty", "")))) == "batch: Buurthuis"
        assert say_details(line(details=(("role", "owner"), ("reason", "whim")))) == "rol: owner; reden: whim"


def test_a_reason_is_the_label_of_the_policy() -> None:
    with translation.override("en"):
        said = {say_details(line(details=(("reason", reason.value),))) for reason in MODERATOR_REASONS}
        assert "reason: It is an advertisement" in said
        assert len(said) == len(MODERATOR_REASONS)
