# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast serve`: the whole app, web server and worker together."""

from __future__ import annotations

import socket
import threading
import time

import click

from houvast.domain.errors import OptionRejected

PATIENCE = 60.0


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", type=click.IntRange(1, 64), help="Web processes; by default one a processor, four at most.")
def serve(*, host: str, port: int, workers: int | None) -> None:
    """Bring the database up to date and run web server and worker together. Ctrl-C stops both.

    \b
    houvast serve                   on http://127.0.0.1:8000
    houvast serve --port 8080       on another port
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from houvast.cli.child_process import command_of
    from houvast.cli.supervisor import Supervisor
    from houvast.cli.work import stop_on_signals

    require_free(host, port)
    prepare()
    listen = ["--host", host, "--port", str(port), *(["--workers", str(workers)] if workers else [])]
    commands = {"The web server": command_of("web", *listen), "The worker": command_of("work")}
    stopping = stop_on_signals()
    threading.Thread(target=_tell_address, args=(host, port, stopping), daemon=True).start()
    Supervisor(commands, tell=_say).run(stopping)
    _say("Houvast has stopped.")


def prepare() -> None:
    """Bring the database and the collected files up to date."""
    from django.core.management import call_command

    from houvast.cli.static_files import collect_static

    _say("Bringing the database up to date …")
    call_command("migrate", interactive=False, verbosity=0)
    if collect_static():
        _say("Styles and scripts are in place.")


def require_free(host: str, port: int) -> None:
    """OptionRejected where something else listens already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as wrong:
            raise OptionRejected(
                f"--port {port}: {host} cannot be listened on ({wrong.strerror}). Choose another port."
            ) from wrong


def _tell_address(host: str, port: int, stopping: threading.Event) -> None:
    """Say where it is, once it answers."""
    latest = time.monotonic() + PATIENCE
    near = "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104 -- compared, not listened on
    while not stopping.is_set() and time.monotonic() < latest:
        try:
            socket.create_connection((near, port), timeout=1).close()
        except OSError:
            stopping.wait(0.2)
        else:
            _say(f"Houvast is running on http://{near}:{port}  (Ctrl-C stops it)")
            return


def _say(line: str) -> None:
    click.echo(line, err=True)
