# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where could a text that was refused have been left? The database as it lies on the disk, and all that is logged."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from houvast.configuration.logging import configure_logging

PLANTED = "Zwaluwstaartplanter"  # a word that stands nowhere else


@contextmanager
def widest_log() -> Iterator[io.StringIO]:
    """All that the app writes down from here on, at the widest level."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    configure_logging({"level": "DEBUG"})
    (handler,) = [h for h in root.handlers if type(h) is logging.StreamHandler and h not in handlers]
    stream = io.StringIO()
    handler.setStream(stream)
    root.setLevel(logging.DEBUG)
    try:
        yield stream
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


def stored() -> str:
    """The database as it would lie on the disk, freed pages too; every field of every row where it is a server."""
    if connection.vendor == "sqlite":
        return connection.connection.serialize().decode("latin-1")
    return " ".join(str(row) for model in apps.get_models() for row in model._default_manager.values_list())


def is_nowhere(log: io.StringIO, word: str = PLANTED) -> bool:
    """Whether the word is neither stored nor written down."""
    return word.lower() not in stored().lower() and word.lower() not in log.getvalue().lower()
