# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast work`: the background worker."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

import click

NICE = 5
NICER = 10
PAUSE = 1.0


@click.command()
@click.option("--once", is_flag=True, help="Do what is due now and stop: for cron and for tests.")
@click.option("--child", is_flag=True, hidden=True, help="Stop when the starting process is gone.")
def work(*, once: bool, child: bool) -> None:
    """Refresh landscapes, open and close conversations on their dates, remove votes after their term.

    \b
    houvast work           until it is stopped; beside houvast web
    houvast work --once    once, for cron
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from django.db import close_old_connections

    from houvast.actions.work import Worker

    # A worker that is started again by the same parent goes on with its predecessor's claims.
    holder = f"{socket.gethostname()[:40]}-{os.getppid() if child else os.getpid()}"
    if once:
        worker = Worker(holder)
        worker.step()
        worker.stop()
        return
    stopping = stop_on_signals()
    if child:
        from houvast.cli.child_process import stop_with_parent

        stop_with_parent()
    os.nice(NICE)
    worker = Worker(holder, background=run_aside)
    logging.getLogger("houvast.work").info("The worker is running.")
    while not stopping.is_set():
        close_old_connections()
        worker.step()
        stopping.wait(PAUSE)
    worker.stop()


def stop_on_signals() -> threading.Event:
    """An event that SIGTERM and SIGINT set."""
    stopping = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    return stopping


def run_aside(job: Callable[[], None]) -> None:
    """On a thread that gives way to everything else, and that does not keep the process from ending."""

    def run() -> None:
        os.nice(NICER)
        job()

    threading.Thread(target=run, name="houvast-landscape", daemon=True).start()
