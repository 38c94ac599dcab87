# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works here? Staff accounts, and the trail of what staff changed."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from houvast.domain.roles import Role


class StaffMember(AbstractBaseUser):
    """An account of somebody who works for the municipality. Residents have none."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role], default=Role.READER)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=10, default="nl")
    one_time_password_until = models.DateTimeField(null=True, default=None)  # null: the password is of their own choice
    oidc_subject = models.CharField(max_length=255, null=True, unique=True, default=None)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = BaseUserManager["StaffMember"]()

    def __str__(self) -> str:
        return self.email


class AuditRecord(models.Model):
    """One change by staff. Rows are added, never changed. `details` holds no personal data of residents."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_role = models.CharField(max_length=20)
    action = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=60)
    details = models.JSONField(default=dict)

    class Meta:
        """Newest first."""

        ordering = ("-id",)
