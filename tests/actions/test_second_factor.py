# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the second step let in who has the telephone or a backup code, once, and nobody who guesses?"""

from __future__ import annotations

from base64 import b32decode

import cast
import entrance
import pytest
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from hypothesis import given
from hypothesis import strategies as st

from houvast.actions import second_factor
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord


def test_a_secret_is_fresh_and_spelt_for_people() -> None:
    assert len({second_factor.new_secret() for _ in range(20)}) == 20
    groups = second_factor.spell_secret(second_factor.new_secret()).split(" ")
    assert {len(group) for group in groups} == {4}
    assert second_factor.spell_secret("00" * 20) == " ".join(["AAAA"] * 8)


@given(st.binary(min_size=20, max_size=20).map(bytes.hex))
def test_the_spelt_secret_is_the_same_secret(secret: str) -> None:
    assert b32decode(second_factor.spell_secret(secret).replace(" ", "")).hex() == secret


@pytest.mark.django_db
class TestWithAccounts:
    def test_the_address_names_the_programme_and_the_account(self) -> None:
        secret = second_factor.new_secret()
        address = second_factor.address_of_secret(member=cast.staff(), secret=secret)
        assert address.startswith("otpauth://totp/Houvast")
        assert "samira" in address
        assert f"secret={second_factor.spell_secret(secret).replace(' ', '')}" in address

    def test_a_wrong_code_ties_nothing(self) -> None:
        secret = second_factor.new_secret()
        for code in ("", "abcdef", "12345", "1234567", entrance.wrong_code_for(secret)):
            with pytest.raises(FieldRejected):
                second_factor.set_up_second_factor(member=cast.staff(), secret=secret, code=code)
        assert not TOTPDevice.objects.exists()
        assert not AuditRecord.objects.exists()

    def test_a_code_may_be_typed_with_spaces(self) -> None:
        secret = second_factor.new_secret()
        code = entrance.code_for(secret)
        device, codes = second_factor.set_up_second_factor(
            member=cast.staff(), secret=secret, code=f" {code[:3]} {code[3:]} "
        )
        assert device.pk
        assert len(set(codes)) == second_factor.BACKUP_CODES

    def test_the_app_lets_in_and_the_same_code_not_twice(self) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        code = entrance.code_for(secret)
        assert second_factor.pass_second_factor(member=samira, code=code).user_id == samira.pk
        with pytest.raises(FieldRejected):
            second_factor.pass_second_factor(member=samira, code=code)

    def test_the_code_of_setting_up_is_used_up(self) -> None:
        samira, secret = cast.staff(), second_factor.new_secret()
        code = entrance.code_for(secret)
        second_factor.set_up_second_factor(member=samira, secret=secret, code=code)
        with pytest.raises(FieldRejected):
            second_factor.pass_second_factor(member=samira, code=code)

    def test_a_backup_code_works_once_and_is_in_the_log(self) -> None:
        samira = cast.staff()
        _secret, codes = entrance.with_second_factor(samira)
        assert second_factor.pass_second_factor(member=samira, code=f" {codes[0].upper()} ")
        assert AuditRecord.objects.order_by("-id")[0].action == "account.backup-code-used"
        assert StaticToken.objects.count() == len(codes) - 1
        with pytest.raises(FieldRejected):
            second_factor.pass_second_factor(member=samira, code=codes[0])

    def test_a_code_of_somebody_else_does_nothing(self) -> None:
        samira, maria = cast.staff(), cast.staff(Role.MANAGER)
        secret, codes = entrance.with_second_factor(samira)
        entrance.with_second_factor(maria)
        for code in (entrance.code_for(secret), codes[0]):
            with pytest.raises(FieldRejected):
                second_factor.pass_second_factor(member=maria, code=code)
        assert StaticToken.objects.filter(device__user=samira).count() == len(codes)

    def test_without_an_app_no_code_is_right(self) -> None:
        for code in ("123456", "abcdefgh", ""):
            with pytest.raises(FieldRejected):
                second_factor.pass_second_factor(member=cast.staff(), code=code)

    def test_guessing_is_slowed_down_and_says_how_long(self) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        wrong = entrance.wrong_code_for(secret)
        with pytest.raises(FieldRejected) as first:
            second_factor.pass_second_factor(member=samira, code=wrong)
        assert "seconds" not in first.value.values
        TOTPDevice.objects.update(throttling_failure_count=6)
        with pytest.raises(FieldRejected) as refused:
            second_factor.pass_second_factor(member=samira, code=entrance.code_for(secret))
        assert 0 < refused.value.values["seconds"] <= 64  # type: ignore[operator]

    def test_a_failure_is_counted_although_it_is_refused(self) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        with pytest.raises(FieldRejected):
            second_factor.pass_second_factor(member=samira, code=entrance.wrong_code_for(secret))
        assert TOTPDevice.objects.get().throttling_failure_count == 1

    def test_another_telephone_takes_the_place_of_the_former(self) -> None:
        samira = cast.staff()
        former, former_codes = entrance.with_second_factor(samira)
        secret, _codes = entrance.with_second_factor(samira)
        for code in (entrance.code_for(former), former_codes[0]):
            with pytest.raises(FieldRejected):
                second_factor.pass_second_factor(member=samira, code=code)
        TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
        assert second_factor.pass_second_factor(member=samira, code=entrance.code_for(secret))

    def test_new_backup_codes_end_the_former(self) -> None:
        samira = cast.staff()
        _secret, former = entrance.with_second_factor(samira)
        codes = second_factor.renew_backup_codes(member=samira)
        assert not set(former) & set(codes)
        with pytest.raises(FieldRejected):
            second_factor.pass_second_factor(member=samira, code=former[0])

    def test_backup_codes_stand_in_for_an_app_only(self) -> None:
        with pytest.raises(StateRefused):
            second_factor.renew_backup_codes(member=cast.staff())
