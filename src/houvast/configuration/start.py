# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a command get the app? Settings named, Django set up, once."""

from __future__ import annotations

import os
from importlib.util import find_spec

from houvast.domain.errors import OptionRejected

SETTINGS = "houvast.configuration.settings"


def start_app() -> None:
    """Set up Django with the settings of the environment; OptionRejected where the app's packages are missing."""
    if find_spec("django") is None:
        raise OptionRejected('This command needs the web app. Install it with: pip install "houvast[app]"')
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django  # noqa: PLC0415 -- an optional extra

    django.setup()
