# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does the app write down what happens? Lines of JSON on standard error, without data about persons.

Our own lines hold what their writer names. Of the lines of Django and other packages only the wording is kept, never
what was filled in (addresses with personal keys, e-mail addresses, hosts); of errors their kind and place in the code.
"""

from __future__ import annotations

import logging.config
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

OURS = "houvast"
Event = MutableMapping[str, Any]


def configure_logging(options: Mapping[str, Any]) -> None:
    """Django calls this at its start with the LOGGING setting: {"level": ...} for our own lines."""
    formatter_class = structlog.stdlib.ProcessorFormatter
    last: list[Processor] = [formatter_class.remove_processors_meta, structlog.processors.JSONRenderer()]
    shared: list[Processor] = [structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name, _add_moment]
    formatter = {
        "()": formatter_class,
        "foreign_pre_chain": [*shared, keep_the_wording],
        "processors": [keep_kind_of_error, *last],
        "pass_foreign_args": True,
        "keep_exc_info": False,
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": formatter},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["stderr"], "level": "WARNING"},
            "loggers": {
                OURS: {"level": options["level"]},
                "django": {"handlers": [], "level": "WARNING", "propagate": True},
                "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
                "django.request": {"level": "ERROR"},  # what was not found is in our own line
            },
        }
    )
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *shared, formatter_class.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


_add_moment = structlog.processors.TimeStamper(fmt="iso", utc=True, key="at")


def keep_the_wording(logger: object, method: str, event: Event) -> Event:  # noqa: ARG001 -- as structlog calls it
    """Of a line by another package: its wording without what was filled in. Of a line of ours: all."""
    record: logging.LogRecord = event["_record"]
    filled_in = event.pop("positional_args", None)
    if record.name.startswith("django.security"):
        event["event"] = "refused"  # the wording of these is filled in already
    elif filled_in and record.name.split(".")[0] != OURS:
        event["event"] = str(record.msg)
    return event


def keep_kind_of_error(logger: object, method: str, event: Event) -> Event:  # noqa: ARG001 -- as structlog calls it
    """Of an error its kind and the places in the code; its message can hold what somebody typed."""
    error = event.pop("exc_info", None)
    error = sys.exc_info() if error is True else error
    found = error[1] if isinstance(error, tuple) else error
    if isinstance(found, BaseException):
        frames = traceback.extract_tb(found.__traceback__)
        event["error"] = type(found).__name__
        event["where"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
    return event
