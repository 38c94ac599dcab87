# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast web`: the web server."""

from __future__ import annotations

import os

import click

APPLICATION = "houvast.web.asgi:application"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1, 64), help="Processes; by default one a processor, four at most.")
@click.option("--child", is_flag=True, hidden=True, help="Stop when the starting process is gone.")
def web(*, host: str, port: int, workers: int | None, child: bool) -> None:
    """Answer requests. The worker runs apart: houvast work.

    \b
    houvast web                                on this machine only
    houvast web --host 0.0.0.0 --workers 4     behind a proxy that does HTTPS
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from granian import Granian
    from granian.constants import Interfaces

    from houvast.cli.static_files import collect_static

    collect_static()

    if child:
        from houvast.cli.child_process import stop_with_parent

        stop_with_parent()
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        workers=workers or usual_workers(),
        log_access=False,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()


def usual_workers() -> int:
    """One a processor, and no more than four: then the database is the limit."""
    return min(os.cpu_count() or 1, 4)
