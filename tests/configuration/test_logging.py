# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ends up in the log? Lines of JSON; of others' lines the wording, never what was filled in."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import structlog

from houvast.configuration.logging import configure_logging

SECRET = "mijn-geheime-sleutel"


@dataclass(frozen=True)
class Written:
    """What has been written so far."""

    stream: io.StringIO

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]


@pytest.fixture
def written() -> Iterator[Written]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    configure_logging({"level": "INFO"})
    (handler,) = [h for h in root.handlers if type(h) is logging.StreamHandler and h not in handlers]
    found = Written(io.StringIO())
    handler.setStream(found.stream)
    yield found
    root.handlers[:] = handlers
    root.setLevel(level)


def test_our_own_line_holds_what_it_names(written: Written) -> None:
    structlog.stdlib.get_logger("houvast.worker").info("refreshed", conversation=3)
    line = written.lines()[-1]
    assert (line["event"], line["conversation"]) == ("refreshed", 3)
    assert (line["level"], line["logger"]) == ("info", "houvast.worker")
    assert line["at"].endswith("Z")


def test_a_plain_logger_of_ours_is_written_in_full(written: Written) -> None:
    logging.getLogger("houvast.web.gather.watch.feed").warning("slow: %s", "feed")
    assert written.lines()[-1]["event"] == "slow: feed"


def test_of_others_the_wording_is_kept_and_what_was_filled_in_is_not(written: Written) -> None:
    logging.getLogger("some.package").warning("login of %s failed", SECRET)
    assert written.lines()[-1]["event"] == "login of %s failed"
    logging.getLogger("django.security.DisallowedHost").error("Invalid HTTP_HOST header: " + SECRET)
    assert written.lines()[-1]["event"] == "refused"
    assert SECRET not in written.stream.getvalue()


def test_of_an_error_the_kind_and_the_place_are_kept_and_the_message_is_not(written: Written) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: %s", f"/g/plein/mijn/{SECRET}")
        structlog.stdlib.get_logger("houvast.worker").exception("job failed", job="landscape")
    assert [line["error"] for line in written.lines()] == ["ValueError", "ValueError"]
    assert all("test_logging.py" in line["where"][0] for line in written.lines())
    assert SECRET not in written.stream.getvalue()


def test_what_was_not_found_is_not_written_a_second_time(written: Written) -> None:
    logging.getLogger("django.request").warning("Not Found: %s", SECRET)
    logging.getLogger("some.package").info("chatter")
    assert written.lines() == []
