# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""`houvast colleague`: an account from the command line, for the first manager."""

from __future__ import annotations

import click

from houvast.domain.roles import Role


@click.command()
@click.option("--email", required=True, help="Address to log in with.")
@click.option("--name", required=True)
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.MANAGER.value, show_default=True)
def colleague(email: str, name: str, role: str) -> None:
    """Add an account and print its one-time password.

    \b
    houvast colleague --email maria@noorderhaaks.example --name Maria
    """  # noqa: D301 -- the backspace is click's mark for lines to leave apart
    from houvast.configuration.start import start_app

    start_app()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from houvast.actions.people import add_colleague

    member, password = add_colleague(email=email, name=name, role=Role(role), by=None)
    click.echo(f"{member.email} ({role}). One-time password, to be changed at the first login: {password}")
