# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast doctor`: is this installation in order?"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from houvast.queries.installation import Finding

MARKS = {"well": "ok     ", "attention": "look   ", "wrong": "WRONG  "}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
def doctor(*, as_json: bool) -> None:
    """Look at the installation and say what to mend.

    \b
    houvast doctor           a line for every subject; exit code 1 when something is wrong
    houvast doctor --json    the same for a monitor
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from houvast.queries.installation import Condition, examine_installation

    findings = examine_installation()
    click.echo(json.dumps([asdict(f) for f in findings], indent=2) if as_json else "\n".join(map(_line, findings)))
    if any(finding.condition is Condition.WRONG for finding in findings):
        raise click.exceptions.Exit(1)


def _line(finding: Finding) -> str:
    text = f"{MARKS[finding.condition]}{finding.subject}: {finding.says}"
    return f"{text}\n         {finding.mend}" if finding.mend else text
