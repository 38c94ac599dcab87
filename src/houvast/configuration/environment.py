# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which HOUVAST_* variables are there, what do they mean, and what is wrong with a value? Read in one place only."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from houvast.domain.errors import OptionRejected

SECRET_FILE = "secret-key"  # noqa: S105 -- a file's name


@dataclass(frozen=True, slots=True)
class Variable:
    """A setting: its default, and what it is for, in a sentence for houvast doctor and the reference."""

    name: str
    default: str
    meaning: str


VARIABLES = (
    Variable("HOUVAST_DATA", "houvast-data", "folder for the database, the secret key and built files"),
    Variable("HOUVAST_DATABASE", "", "postgresql://user:password@host/name; empty: SQLite in the data folder"),
    Variable("HOUVAST_SECRET_KEY", "", "signs sessions; empty: made once and kept in the data folder"),
    Variable("HOUVAST_ADDRESS", "http://localhost:8000", "the address under which people reach the app"),
    Variable("HOUVAST_MUNICIPALITY", "Gemeente Noorderhaaks", "the name on every page"),
    Variable("HOUVAST_THEME_CSS", "", "file with the municipality's design tokens; empty: the neutral theme"),
    Variable("HOUVAST_THEME_CLASS", "voorbeeld-theme", "class name that the tokens hang on"),
    Variable("HOUVAST_SECOND_FACTOR", "required", "required or optional, for staff who log in with a password"),
    Variable("HOUVAST_CONTACT", "", "mailto: or https: address for security reports and questions"),
    Variable("HOUVAST_EMBED_SITES", "", "sites that may embed a conversation or its API, separated by spaces"),
    Variable("HOUVAST_OIDC_ISSUER", "", "address of the identity provider; empty: no single sign-on"),
    Variable("HOUVAST_OIDC_CLIENT_ID", "", "client id at the identity provider"),
    Variable("HOUVAST_OIDC_CLIENT_SECRET", "", "client secret at the identity provider"),
    Variable("HOUVAST_MAIL", "", "smtp://user:password@host:port (or smtps://); empty: no mail is sent"),
    Variable("HOUVAST_MAIL_FROM", "", "sender of mail to staff"),
    Variable("HOUVAST_DEMO", "", "1: a demo with printed accounts; never for a real installation"),
    Variable("HOUVAST_DOORS", "", "file with who is there for worries about one person; empty: the Dutch defaults"),
    Variable("HOUVAST_DURABILITY", "full", "SQLite: full survives power loss, normal survives a killed process"),
)
DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


@dataclass(frozen=True, slots=True)
class Environment:
    """The values in force."""

    values: Mapping[str, str]

    def text(self, name: str) -> str:
        """The value, or its default."""
        return self.values.get(name, "") or DEFAULTS[name]

    def flag(self, name: str) -> bool:
        """Whether it is switched on."""
        return self.text(name).lower() in {"1", "true", "yes", "on"}

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        """The value, which must be one of these."""
        value = self.text(name)
        if value not in allowed:
            raise OptionRejected(f"{name}={value}: choose one of {', '.join(allowed)}.")
        return value

    @property
    def data(self) -> Path:
        """The data folder, made where it is missing."""
        folder = Path(self.text("HOUVAST_DATA")).expanduser().resolve()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise OptionRejected(f"HOUVAST_DATA={folder}: this folder cannot be made ({wrong.strerror}).") from wrong
        return folder

    def secret_key(self) -> str:
        """The given key, or the one kept in the data folder, made at first use and readable by its owner only."""
        if given := self.text("HOUVAST_SECRET_KEY"):
            return given
        place = self.data / SECRET_FILE
        try:
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass
        return place.read_text("ascii")

    def mail(self) -> dict[str, object]:
        """Django's EMAIL_* settings; a backend that sends nothing where no server is given."""
        address = self.text("HOUVAST_MAIL")
        if not address:
            return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
        parts = urlsplit(address)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or not self.text("HOUVAST_MAIL_FROM"):
            raise OptionRejected(
                "HOUVAST_MAIL: give smtp://user:password@host:port or smtps://…, and the sender in HOUVAST_MAIL_FROM."
            )
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.username is not None,
            "DEFAULT_FROM_EMAIL": self.text("HOUVAST_MAIL_FROM"),
        }

    def database(self) -> dict[str, object]:
        """Django's settings of the database."""
        address = self.text("HOUVAST_DATABASE")
        return read_database_address(address) if address else self._sqlite()

    def _sqlite(self) -> dict[str, object]:
        synchronous = {"full": "FULL", "normal": "NORMAL"}[self.one_of("HOUVAST_DURABILITY", ("full", "normal"))]
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(self.data / "houvast.sqlite3"),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # secure_delete: words that are destroyed are overwritten, not left in free pages of the file.
                "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; "
                "PRAGMA cache_size=-32000; PRAGMA secure_delete=ON;",
            },
        }


def read_environment() -> Environment:
    """The HOUVAST_* variables of this process."""
    return Environment({name: os.environ[name] for name in DEFAULTS if name in os.environ})


def read_database_address(address: str) -> dict[str, object]:
    """Django's settings from postgresql://user:password@host:port/name?host=/socket/folder."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise OptionRejected(
            "HOUVAST_DATABASE: give postgresql://user:password@host:port/name, or leave it empty for SQLite."
        )
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
