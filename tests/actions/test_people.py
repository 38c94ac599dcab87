# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets an account, who keeps it, and how does somebody come to own its password?"""

from __future__ import annotations

from datetime import timedelta

import cast
import entrance
import pytest
from django.utils import timezone

from houvast.actions import people
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.queries.people import has_second_factor
from houvast.store.models import AuditRecord, StaffMember

pytestmark = pytest.mark.django_db
NEW = "vier nieuwe lange woorden"


def add(
    email: str = "noor@noorderhaaks.example", name: str = "Noor", role: Role = Role.ADVISER
) -> tuple[StaffMember, str]:
    return people.add_colleague(email=email, name=name, role=role, by=cast.staff(Role.MANAGER))


def actions() -> list[str]:
    return list(AuditRecord.objects.order_by("id").values_list("action", flat=True))


def test_a_new_colleague_has_a_password_for_a_week_that_is_kept_nowhere() -> None:
    member, password = add(email="  Noor@Noorderhaaks.Example ", name="  Noor  van   Dam ")
    kept = StaffMember.objects.get(pk=member.pk)
    assert (kept.email, kept.name, kept.role) == ("noor@noorderhaaks.example", "Noor van Dam", "adviser")
    assert kept.check_password(password)
    assert len(password.replace("-", "")) == 20
    assert timedelta(days=6) < kept.one_time_password_until - timezone.now() <= timedelta(days=7)
    row = AuditRecord.objects.get()
    assert (row.action, row.subject_id, row.details) == ("colleague.add", str(kept.pk), {"role": "adviser"})
    assert password not in str(AuditRecord.objects.values()) + str(StaffMember.objects.values())


def test_the_first_manager_comes_from_the_command_line() -> None:
    member, _password = people.add_colleague(email="m@n.example", name="M", role=Role.MANAGER, by=None)
    assert AuditRecord.objects.get().actor_role == "system"
    assert member.pk


def test_two_passwords_are_never_the_same() -> None:
    assert len({add(email=f"a{number}@n.example")[1] for number in range(5)}) == 5


@pytest.mark.parametrize(
    ("email", "name", "field"),
    [("geen adres", "Noor", "email"), ("", "Noor", "email"), ("a@n.example", "  ", "name"),
     ("a@n.example", "x" * 121, "name"), ("a@n.example", "Noor\x07", "name"),
     ("MARIA@noorderhaaks.example", "Maria", "email")],
)  # fmt: skip
def test_what_cannot_be_an_account_is_refused_at_its_field(email: str, name: str, field: str) -> None:
    cast.staff(Role.MANAGER)
    with pytest.raises(FieldRejected) as refused:
        add(email=email, name=name)
    assert refused.value.field == field
    assert StaffMember.objects.count() == 1
    assert actions() == []


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MANAGER}))
def test_only_a_manager_looks_after_accounts(role: Role) -> None:
    by, member = cast.staff(role), cast.staff(Role.MANAGER)
    for act in (
        lambda: people.add_colleague(email="a@n.example", name="A", role=Role.READER, by=by),
        lambda: people.change_colleague(member=member, name="A", role=Role.READER, by=by),
        lambda: people.deactivate(member=member, by=by),
        lambda: people.activate(member=member, by=by),
        lambda: people.give_one_time_password(member=member, by=by),
        lambda: people.reset_second_factor(member=member, by=by),
    ):
        with pytest.raises(PermissionRefused):
            act()
    assert actions() == []


def test_the_last_manager_stays() -> None:
    maria = cast.staff(Role.MANAGER)
    with pytest.raises(StateRefused):
        people.deactivate(member=maria, by=maria)
    with pytest.raises(StateRefused):
        people.change_colleague(member=maria, name="Maria", role=Role.READER, by=maria)
    people.change_colleague(member=maria, name="Maria de Wit", role=Role.MANAGER, by=maria)
    maria.refresh_from_db()
    assert (maria.name, maria.role, maria.is_active) == ("Maria de Wit", "manager", True)


def test_a_manager_whose_account_is_shut_does_not_count() -> None:
    maria = cast.staff(Role.MANAGER)
    other, _password = add(role=Role.MANAGER)
    people.deactivate(member=other, by=maria)
    with pytest.raises(StateRefused):
        people.deactivate(member=maria, by=maria)
    people.activate(member=other, by=maria)
    people.deactivate(member=maria, by=other)
    assert list(StaffMember.objects.filter(is_active=True)) == [other]


def test_a_changed_role_is_in_the_log_with_the_role_before() -> None:
    samira = cast.staff(Role.ADVISER)
    people.change_colleague(member=samira, name="Samira", role=Role.READER, by=cast.staff(Role.MANAGER))
    assert AuditRecord.objects.get().details == {"role": "reader", "former_role": "adviser"}


def test_a_one_time_password_takes_the_place_of_the_former() -> None:
    samira = cast.staff(Role.ADVISER)
    password = people.give_one_time_password(member=samira, by=cast.staff(Role.MANAGER))
    samira.refresh_from_db()
    assert samira.check_password(password)
    assert not samira.check_password(cast.PASSWORD)
    assert password not in str(AuditRecord.objects.values())


def test_the_manager_can_take_a_lost_second_step_away() -> None:
    samira = cast.staff(Role.ADVISER)
    entrance.with_second_factor(samira)
    assert has_second_factor(samira)
    people.reset_second_factor(member=samira, by=cast.staff(Role.MANAGER))
    assert not has_second_factor(samira)
    assert actions()[-1] == "colleague.reset-second-factor"


def test_a_password_of_ones_own_asks_the_present_one() -> None:
    samira = cast.staff(Role.ADVISER)
    with pytest.raises(FieldRejected) as refused:
        people.choose_password(member=samira, current="een ander wachtwoord", new=NEW)
    assert refused.value.field == "current"
    people.choose_password(member=samira, current=cast.PASSWORD, new=NEW)
    assert StaffMember.objects.get(pk=samira.pk).check_password(NEW)
    assert samira.check_password(NEW)  # the one in the session, so that this session goes on


def test_after_a_one_time_password_the_present_one_is_not_asked() -> None:
    member, password = add()
    with pytest.raises(FieldRejected):
        people.choose_password(member=member, current="", new=password)
    people.choose_password(member=member, current="", new=NEW)
    kept = StaffMember.objects.get(pk=member.pk)
    assert kept.one_time_password_until is None
    assert kept.check_password(NEW)


@pytest.mark.parametrize("new", ["kort", "1234567890123", "samira@noorderhaaks.example", "password1234"])
def test_a_weak_password_is_refused_with_the_reason(new: str) -> None:
    with pytest.raises(FieldRejected) as refused:
        people.choose_password(member=cast.staff(), current=cast.PASSWORD, new=new)
    assert refused.value.field == "new"
    assert str(refused.value)
    assert StaffMember.objects.get().check_password(cast.PASSWORD)


def test_single_sign_on_finds_the_account_by_its_verified_address_once() -> None:
    samira = cast.staff(Role.ADVISER)
    found = people.admit_by_single_sign_on(subject="s-1", email="Samira@Noorderhaaks.example", email_is_verified=True)
    assert found == samira
    assert people.admit_by_single_sign_on(subject="s-1", email="ander@n.example", email_is_verified=False) == samira
    assert actions() == ["account.link-single-sign-on"]


@pytest.mark.parametrize(
    ("subject", "email", "verified"),
    [("s-1", "samira@noorderhaaks.example", False), ("s-1", "niemand@noorderhaaks.example", True), ("s-1", "", True)],
)
def test_single_sign_on_makes_no_account_and_believes_no_unverified_address(
    subject: str, email: str, verified: bool
) -> None:
    samira = cast.staff(Role.ADVISER)
    with pytest.raises(PermissionRefused):
        people.admit_by_single_sign_on(subject=subject, email=email, email_is_verified=verified)
    samira.refresh_from_db()
    assert samira.oidc_subject is None
    assert StaffMember.objects.count() == 1


def test_a_linked_account_is_not_taken_over_with_its_address() -> None:
    samira = cast.staff(Role.ADVISER)
    people.admit_by_single_sign_on(subject="s-1", email=samira.email, email_is_verified=True)
    with pytest.raises(PermissionRefused):
        people.admit_by_single_sign_on(subject="s-2", email=samira.email, email_is_verified=True)


def test_a_shut_account_is_not_admitted() -> None:
    samira = cast.staff(Role.ADVISER)
    people.admit_by_single_sign_on(subject="s-1", email=samira.email, email_is_verified=True)
    people.deactivate(member=samira, by=cast.staff(Role.MANAGER))
    with pytest.raises(PermissionRefused):
        people.admit_by_single_sign_on(subject="s-1", email=samira.email, email_is_verified=True)


def test_language_and_log_in_are_in_the_log() -> None:
    samira = cast.staff(Role.ADVISER)
    people.choose_language(member=samira, language="en")
    people.note_log_in(member=samira, way="password")
    assert actions() == ["account.language", "account.log-in"]
    assert StaffMember.objects.get().language == "en"
