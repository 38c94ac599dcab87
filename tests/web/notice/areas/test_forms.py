# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms of areas hand on."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext, override
from project_tree import modules_of

from houvast.actions.notice.areas import add_own_area, import_areas
from houvast.domain.errors import FieldRejected
from houvast.web.notice.areas.forms import AreaFileForm, OwnAreaForm


def filled(**data: Any) -> AreaFileForm:
    return AreaFileForm(data, {"file": SimpleUploadedFile("a.csv", b"code;naam\n")})


def test_a_file_is_handed_on_with_its_name() -> None:
    form = filled(municipality=" GM0000 ")
    assert form.is_valid()
    given = form.arguments()
    assert (given["name"], given["content"].read(), given["municipality"]) == ("a.csv", b"code;naam\n", "GM0000")
    assert given["may_end_many"] is False


def test_confirming_is_asked_only_after_that_refusal() -> None:
    def refuse(field: str) -> forms.Widget:
        def act(**_: Any) -> None:
            raise FieldRejected(field, "No.")

        form = filled()
        assert not form.carry_out(act)
        return form.fields["may_end_many"].widget

    assert isinstance(refuse("may_end_many"), forms.CheckboxInput)
    assert isinstance(refuse("file"), forms.HiddenInput)


@pytest.mark.django_db
def test_wholes_are_offered_and_others_refused() -> None:
    import_areas(
        name="a.csv", content=SimpleUploadedFile("a.csv", b"code;naam\nGM0000;N\nWK000001;C\nBU00000101;H\n"), by=None
    )
    add_own_area(name="Het plein", by=None)
    offered = [value for value, _label in OwnAreaForm().fields["parent"].choices]  # type: ignore[attr-defined]
    assert offered == ["", "GM0000", "WK000001"]
    assert OwnAreaForm({"name": "De markt", "parent": "WK000001"}).is_valid()
    assert not OwnAreaForm({"name": "De markt", "parent": "BU00000101"}).is_valid()


def test_every_refusal_of_a_file_is_said_in_dutch() -> None:
    """The readers know no languages; their messages are translated at the form."""
    calls = [
        node
        for module in modules_of("exchange")
        if "/area_" in module.path
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "AreaFileRejected"
    ]
    said = {str(ast.literal_eval(call.args[0])) for call in calls}
    assert len(said) > 25
    with override("nl"):
        assert {message for message in said if gettext(message) == message} == set()
