# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is filled in to read in areas, and to name one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from houvast.domain.area import MOST_OF_NAME
from houvast.domain.errors import FieldRejected
from houvast.queries.notice.areas import wholes
from houvast.web.shared.acting_form import ActingForm, TextForm


class AreaFileForm(ActingForm):
    """A file of areas. may_end_many is asked only where it matters."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("A GeoPackage, GeoJSON or CSV file, or a zip with one of them."),
    )
    municipality = forms.CharField(
        label=_("Code of your municipality"),
        help_text=_("For instance GM0000. You may leave it empty if the file is about one municipality."),
        required=False,
        max_length=20,
    )
    may_end_many = forms.BooleanField(
        label=_("This is the right file: let the areas that are not in it end"),
        required=False,
        widget=forms.HiddenInput,
    )

    def arguments(self) -> dict[str, Any]:
        """The name and the content of the file apart."""
        data = super().arguments()
        file = data.pop("file")
        return {**data, "name": file.name or "", "content": file.file}

    def refuse(self, error: FieldRejected) -> None:
        """Where many areas would end, that can be confirmed from now on."""
        if error.field == "may_end_many":
            self.fields["may_end_many"].widget = forms.CheckboxInput()
        super().refuse(error)


class OwnAreaForm(TextForm):
    """The name of an area of one's own, and what it is part of."""

    name = forms.CharField(
        label=_("Name of the area"),
        help_text=_("The name of a place, such as a square or a village. Never an address."),
        max_length=MOST_OF_NAME,
    )
    parent = forms.ChoiceField(
        label=_("Part of"),
        help_text=_("Leave this open if the area lies in more than one district."),
        required=False,
    )
    field_order = ("name", "not_a_person", "parent")

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        choices = [("", _("No district in particular")), *wholes()]
        self.fields["parent"].choices = choices  # type: ignore[attr-defined]
