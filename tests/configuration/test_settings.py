# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the settings hold what the house promises about cookies, headers and languages?"""

from __future__ import annotations

from django.conf import settings


def test_cookies_are_kept_from_scripts_and_other_sites() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Lax"


def test_nothing_comes_from_elsewhere_and_nothing_runs_inline() -> None:
    rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    sources = [source for found in rules.values() for source in found if isinstance(source, str)]
    assert "'unsafe-inline'" not in sources
    assert "'unsafe-eval'" not in sources
    assert not [source for source in sources if source.startswith("http")]
    assert rules["frame-ancestors"] == ["'none'"]


def test_no_transaction_is_opened_for_reading() -> None:
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS", False)


def test_screens_are_dutch_first_and_english_second() -> None:
    assert settings.LANGUAGE_CODE == "nl"
    assert [code for code, _ in settings.LANGUAGES] == ["nl", "en"]


def test_there_are_two_apps_of_our_own() -> None:
    assert [app for app in settings.INSTALLED_APPS if app.startswith("houvast.")] == ["houvast.store", "houvast.web"]
