# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the settings read well, and does a wrong one say what to do?"""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from houvast.configuration.environment import VARIABLES, Environment, read_database_address, read_environment
from houvast.domain.errors import OptionRejected


def environment(tmp_path: Path, **values: str) -> Environment:
    return Environment({"HOUVAST_DATA": str(tmp_path / "data"), **values})


def test_defaults_hold_where_nothing_is_set() -> None:
    empty = Environment({})
    assert empty.text("HOUVAST_MUNICIPALITY") == "Gemeente Noorderhaaks"
    assert empty.text("HOUVAST_SECOND_FACTOR") == "required"
    assert not empty.flag("HOUVAST_DEMO")


def test_an_empty_value_is_no_value() -> None:
    assert Environment({"HOUVAST_MUNICIPALITY": ""}).text("HOUVAST_MUNICIPALITY") == "Gemeente Noorderhaaks"


def test_only_known_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUVAST_MUNICIPALITY", "Gemeente Zuiderhaaks")
    monkeypatch.setenv("HOUVAST_UNKNOWN", "x")
    values = read_environment().values
    assert values["HOUVAST_MUNICIPALITY"] == "Gemeente Zuiderhaaks"
    assert set(values) <= {variable.name for variable in VARIABLES}


def test_the_secret_key_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    found = environment(tmp_path)
    key = found.secret_key()
    assert len(key) >= 64
    assert found.secret_key() == key
    mode = stat.S_IMODE((tmp_path / "data" / "secret-key").stat().st_mode)
    assert mode == 0o600


def test_a_given_secret_key_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert environment(tmp_path, HOUVAST_SECRET_KEY="mine").secret_key() == "mine"
    assert not (tmp_path / "data").exists()


def test_sqlite_is_the_default_and_takes_the_write_lock_at_once(tmp_path: Path) -> None:
    database = environment(tmp_path).database()
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]  # type: ignore[index]


def test_durability_is_one_of_two(tmp_path: Path) -> None:
    with pytest.raises(OptionRejected, match="HOUVAST_DURABILITY=some: choose one of full, normal"):
        environment(tmp_path, HOUVAST_DURABILITY="some").database()


def test_a_postgres_address_in_all_its_parts() -> None:
    read = read_database_address("postgresql://piet:a%40b@db.example:5433/houvast")
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (
        "piet", "a@b", "db.example", "5433", "houvast",
    )  # fmt: skip


def test_a_postgres_socket_folder() -> None:
    assert read_database_address("postgresql://postgres:@/postgres?host=/var/run/pg")["HOST"] == "/var/run/pg"


@pytest.mark.parametrize("address", ["mysql://x/y", "postgresql://host/", "houvast.sqlite3"])
def test_another_address_says_what_to_give(address: str) -> None:
    with pytest.raises(OptionRejected, match="postgresql://user:password@host:port/name"):
        read_database_address(address)


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OptionRejected, match="cannot be made"):
        _ = Environment({"HOUVAST_DATA": str(tmp_path / "file" / "data")}).data


def test_without_a_mail_server_nothing_is_sent(tmp_path: Path) -> None:
    assert environment(tmp_path).mail() == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}


def test_a_mail_server_in_all_its_parts(tmp_path: Path) -> None:
    address = {"HOUVAST_MAIL": "smtp://piet:a%40b@mail.example", "HOUVAST_MAIL_FROM": "houvast@noorderhaaks.example"}
    found = environment(tmp_path, **address).mail()
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_HOST_PASSWORD"]) == ("mail.example", 587, "a@b")
    assert found["EMAIL_USE_TLS"] is True
    assert found["EMAIL_USE_SSL"] is False


def test_a_mail_server_needs_a_sender(tmp_path: Path) -> None:
    with pytest.raises(OptionRejected, match="HOUVAST_MAIL_FROM"):
        environment(tmp_path, HOUVAST_MAIL="smtp://mail.example").mail()
