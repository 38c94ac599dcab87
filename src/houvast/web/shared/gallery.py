# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does every component look? One page with each in every variant, for makers and for the accessibility tests."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from houvast.charts.chart import Chart, Table

CHOICES = [("1", "Eerste keus"), ("2", "Tweede keus"), ("3", "Een derde keus met een langere naam")]
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 300 40" role="img" aria-label="Voorbeeld">'
    '<rect width="180" height="40" fill="#0b5c9e"/><rect x="180" width="120" height="40" fill="#dfe7ee"/></svg>'
)
CHART = Chart(
    "Voorbeeld",
    "18 van de 30 mensen zijn het eens (60 %, tussen 42 % en 76 %).",
    PICTURE,
    Table(("Antwoord", "Mensen"), (("Eens", "18"), ("Oneens", "12"))),
)


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """Examples that need more than text."""

    chart: Chart
    kinds: tuple[str, ...] = ("info", "ok", "warning", "error")
    badges: tuple[str, ...] = ("neutral", "ok", "warning", "error")
    variants: tuple[str, ...] = ("primary", "secondary", "subtle", "danger")
    steps: tuple[str, ...] = ("Lezen", "Stemmen", "Uitkomst")


class ExampleForm(forms.Form):
    """Every kind of control. The texts are examples, so not translated."""

    text = forms.CharField(label="Tekst", help_text="Uitleg bij dit veld.", max_length=80)
    longer = forms.CharField(label="Langere tekst", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    number = forms.IntegerField(label="Getal", min_value=3)
    day = forms.DateField(label="Datum", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    secret = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)
    choice = forms.ChoiceField(label="Keuzelijst", choices=CHOICES)
    one = forms.ChoiceField(label="Kies er een", choices=CHOICES, widget=forms.RadioSelect, help_text="Een antwoord.")
    more = forms.MultipleChoiceField(
        label="Kies er meer", choices=CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )
    yes = forms.BooleanField(label="Ik ga akkoord", help_text="Dit kan later anders.")
    document = forms.FileField(label="Bestand", required=False)


def components(request: HttpRequest) -> HttpResponse:
    """All of them; a filled-in form with errors beside an empty one."""
    empty, wrong = ExampleForm(prefix="leeg"), ExampleForm({"fout-number": "1"}, prefix="fout")
    return render(request, "shared/components.html", {"page": GalleryPage(CHART), "form": empty, "wrong": wrong})
