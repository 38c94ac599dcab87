# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a command get the app, or a clear word about what is missing?"""

from __future__ import annotations

import importlib.util

import pytest
from django.apps import apps

from houvast.configuration.start import start_app
from houvast.domain.errors import OptionRejected


def test_the_app_is_ready_afterwards() -> None:
    start_app()
    assert {"store", "web"} <= {app.label for app in apps.get_app_configs()}


def test_without_the_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("houvast.configuration.start.find_spec", lambda _name: None)
    with pytest.raises(OptionRejected, match=r"houvast\[app\]"):
        start_app()
    assert importlib.util.find_spec("django") is not None
