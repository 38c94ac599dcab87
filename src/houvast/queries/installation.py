# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is this installation in order, and if not, what mends it? Asked by houvast doctor and by the health page."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from houvast.domain.roles import Role
from houvast.store.models import Conversation, StaffMember, WorkClaim

HEARTBEAT = "heartbeat"
LITTLE_SPACE = 1_000_000_000
OLD_SQLITE = (3, 35, 0)


class Condition(StrEnum):
    """How something is."""

    WELL = "well"
    ATTENTION = "attention"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do about it (empty when well)."""

    subject: str
    condition: Condition
    says: str
    mend: str = ""


def examine_installation() -> tuple[Finding, ...]:
    """Look at everything. Without a usable database the questions that need one are left out."""
    found = [check() for check in BEFORE_DATABASE]
    database = _database()
    found.append(database)
    if database.condition is not Condition.WRONG:
        tables = _tables()
        found.append(tables)
        if tables.condition is not Condition.WRONG:
            found += [check() for check in AFTER_DATABASE]
    return tuple(found)


def is_ready() -> bool:
    """Whether requests can be answered: a database with the tables of this version."""
    return _database().condition is not Condition.WRONG and _tables().condition is not Condition.WRONG


def _data_folder() -> Finding:
    folder = settings.HOUVAST.data
    if not os.access(folder, os.W_OK):
        return Finding(
            "data folder", Condition.WRONG, f"{folder} cannot be written.", "Give the app's user this folder."
        )
    free = shutil.disk_usage(folder).free
    if free < LITTLE_SPACE:
        says = f"{folder}: {free / 1e9:.1f} GB free."
        return Finding("data folder", Condition.ATTENTION, says, "Make room: votes are lost when the disk is full.")
    return Finding("data folder", Condition.WELL, f"{folder}, {free / 1e9:.0f} GB free.")


def _address() -> Finding:
    address = settings.HOUVAST.text("HOUVAST_ADDRESS")
    if address.startswith("https://"):
        return Finding("address", Condition.WELL, address)
    mend = "Set HOUVAST_ADDRESS to the https address behind your proxy; without it cookies travel unprotected."
    return Finding("address", Condition.ATTENTION, f"{address} is not https.", mend)


def _second_factor() -> Finding:
    if settings.HOUVAST.text("HOUVAST_SECOND_FACTOR") == "required":
        return Finding("second factor", Condition.WELL, "Staff need one.")
    mend = "Set HOUVAST_SECOND_FACTOR=required for a real installation."
    return Finding("second factor", Condition.ATTENTION, "Staff can log in with a password alone.", mend)


def _contact() -> Finding:
    if settings.HOUVAST.text("HOUVAST_CONTACT"):
        return Finding("contact", Condition.WELL, "security.txt names it.")
    mend = "Set HOUVAST_CONTACT to a mailto: or https: address; Dutch governments must publish security.txt."
    return Finding("contact", Condition.ATTENTION, "There is no address for security reports.", mend)


def _assets() -> Finding:
    if (
        finders.find("vendor")
        or finders.find("vendor/houvast-vendor.css")
        or (settings.STATIC_ROOT / "vendor").exists()
    ):
        return Finding("style files", Condition.WELL, "The design system's files are there.")
    mend = "Run make run or make test once: the set-up installs them. In a wheel they are included."
    return Finding("style files", Condition.WRONG, "The design system's files are missing.", mend)


def _pdf() -> Finding:
    if find_library("pango-1.0") or find_library("pango-1.0-0"):
        return Finding("PDF", Condition.WELL, "Posters and ballots can be made.")
    mend = "Install Pango (on Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0)."
    return Finding("PDF", Condition.ATTENTION, "The library for PDF files is missing.", mend)


def _database() -> Finding:
    try:
        connection.ensure_connection()
    except DatabaseError as wrong:
        first = str(wrong).strip().splitlines()[0]
        return Finding("database", Condition.WRONG, f"No connection: {first}", "Check HOUVAST_DATABASE and the server.")
    if connection.vendor != "sqlite":
        return Finding("database", Condition.WELL, f"PostgreSQL {connection.pg_version // 10000}.")  # type: ignore[attr-defined]
    if sqlite3.sqlite_version_info < OLD_SQLITE:
        mend = "Use a Python with SQLite 3.35 or newer."
        return Finding("database", Condition.WRONG, f"SQLite {sqlite3.sqlite_version} is too old.", mend)
    return Finding("database", Condition.WELL, f"SQLite {sqlite3.sqlite_version}.")


def _tables() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        mend = "Make a backup, then start houvast serve, which brings the tables up to date."
        return Finding("tables", Condition.WRONG, f"{len(waiting)} changes of the tables were not made yet.", mend)
    return Finding("tables", Condition.WELL, "The tables are those of this version.")


def _manager() -> Finding:
    if StaffMember.objects.filter(role=Role.MANAGER, is_active=True).exists():
        return Finding("manager", Condition.WELL, "There is somebody who can add colleagues.")
    mend = 'Add one: houvast colleague --role manager --email you@municipality.example --name "Your name"'
    return Finding("manager", Condition.WRONG, "Nobody can add colleagues.", mend)


def _worker() -> Finding:
    beat = WorkClaim.objects.filter(name=HEARTBEAT).first()
    if beat and beat.until > timezone.now() - timedelta(minutes=2):
        return Finding("worker", Condition.WELL, "It reported in the last two minutes.")
    mend = "Start houvast serve, or houvast work beside houvast web: without it no landscape is refreshed."
    return Finding("worker", Condition.ATTENTION, "The background worker is not running.", mend)


def _retention() -> Finding:
    late = Conversation.objects.filter(retention_until__lt=timezone.localdate(), votes_removed_at=None).count()
    if not late:
        return Finding("retention", Condition.WELL, "No votes are kept longer than was promised.")
    mend = "The worker removes them; look at its log when this stays."
    return Finding("retention", Condition.ATTENTION, f"{late} conversations hold votes past their date.", mend)


def _demo() -> Finding:
    if settings.HOUVAST.flag("HOUVAST_DEMO"):
        mend = "Unset HOUVAST_DEMO and start with an empty data folder."
        return Finding("demo", Condition.ATTENTION, "This is a demo with well-known passwords.", mend)
    return Finding("demo", Condition.WELL, "Not a demo.")


BEFORE_DATABASE: tuple[Callable[[], Finding], ...] = (
    _data_folder,
    _address,
    _second_factor,
    _contact,
    _assets,
    _pdf,
    _demo,
)
AFTER_DATABASE: tuple[Callable[[], Finding], ...] = (_manager, _worker, _retention)
