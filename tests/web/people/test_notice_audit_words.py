# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the words about noticing those of things that exist?"""

from __future__ import annotations

from django.apps import apps

from houvast.web.people.notice_audit_words import NOTICE_ACTION_WORDS, NOTICE_KIND_WORDS


def test_kinds_are_tables_and_words_are_said_once() -> None:
    tables = {model._meta.model_name for model in apps.get_app_config("store").get_models()}
    assert set(NOTICE_KIND_WORDS) <= tables
    assert len({str(words) for words in NOTICE_ACTION_WORDS.values()}) == len(NOTICE_ACTION_WORDS)
