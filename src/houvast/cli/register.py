# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast register`: records for the algorithm register."""

from __future__ import annotations

import json

import click


@click.command()
@click.option("--organization", required=True, help="Full name, as in the government's list of organisations.")
@click.option("--contact", required=True, help="Mail or https address for questions about the algorithms.")
def register(organization: str, contact: str) -> None:
    """Print a record for the Dutch algorithm register for every algorithm in Houvast, as JSON.

    \b
    houvast register --organization "Gemeente Noorderhaaks" --contact algoritmes@noorderhaaks.example

    Read the texts before you publish them: the lawful basis is yours to fill in.
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.exchange.algorithm_register import algorithms, make_record

    records = [make_record(name, organization=organization, contact=contact) for name in algorithms()]
    click.echo(json.dumps(records, ensure_ascii=False, indent=2))
