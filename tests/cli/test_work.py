# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the worker run once, run until it is told to stop, and give way to others?"""

from __future__ import annotations

import os
import signal
import threading

import cast
import pytest
from click.testing import CliRunner
from voters import add_voters

from houvast.cli.work import run_aside, stop_on_signals, work
from houvast.queries.gather.landscapes import found_so_far
from houvast.store.models import WorkClaim


@pytest.mark.django_db
def test_once() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=30)
    result = CliRunner().invoke(work, ["--once"], catch_exceptions=False)
    assert result.exit_code == 0
    assert found_so_far(conversation.pk) is not None
    assert list(WorkClaim.objects.values_list("name", flat=True)) == ["heartbeat"]


def test_a_signal_asks_to_stop_and_does_not_end_the_process() -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        stopping = stop_on_signals()
        assert not stopping.is_set()
        os.kill(os.getpid(), signal.SIGTERM)
        assert stopping.wait(5)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_work_aside_is_done_on_a_thread_of_its_own() -> None:
    done, names = threading.Event(), []

    def job() -> None:
        names.append(threading.current_thread().name)
        done.set()

    run_aside(job)
    assert done.wait(10)
    assert names == ["houvast-landscape"]
