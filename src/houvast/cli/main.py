# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast`: finds the subcommand, and makes errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.metadata import version

import click

from houvast.domain.errors import HouvastError

COMMANDS = {
    "areas": "houvast.cli.areas",
    "attention": "houvast.cli.attention",
    "backup": "houvast.cli.backup",
    "colleague": "houvast.cli.colleague",
    "demo": "houvast.cli.demo",
    "doctor": "houvast.cli.doctor",
    "import": "houvast.cli.import_conversation",
    "landscape": "houvast.cli.landscape",
    "register": "houvast.cli.register",
    "restore": "houvast.cli.restore",
    "scrub": "houvast.cli.scrub",
    "serve": "houvast.cli.serve",
    "simulate": "houvast.cli.simulate",
    "themes": "houvast.cli.themes",
    "web": "houvast.cli.web",
    "work": "houvast.cli.work",
}
INTERRUPTED = 130


class LazyGroup(click.Group):
    """Subcommands are imported when they are asked for, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- as click calls it
        """Names in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command in its module, which it shares its name with."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name])
        command: click.Command = getattr(module, module.__name__.rpartition(".")[2])
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("houvast"), prog_name="houvast")
def houvast() -> None:
    """Conversations of residents, from votes on statements to an opinion landscape you can trust.

    \b
    houvast serve                            the web app with its background work
    houvast doctor                           is this installation in order?
    houvast landscape votes.csv --out map    the landscape of a file of votes, without the app
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code. 0 well, 1 error, 2 input or option rejected, 3 refused, 130 interrupted."""
    try:
        ended_with = houvast.main(arguments, prog_name="houvast", standalone_mode=False)
        return ended_with if isinstance(ended_with, int) else 0  # click gives the code of ctx.exit() back
    except HouvastError as wrong:
        click.echo(f"houvast: {wrong}", err=True)
        return wrong.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
