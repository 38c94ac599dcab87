# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the components built so that a screen reader understands them? The gallery shows them in a browser."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.template import Context, Template
from django_cotton.compiler_regex import CottonCompiler
from project_tree import SOURCE

from houvast.web.shared.gallery import CHART, ExampleForm

COMPONENTS = sorted(path.stem.replace("_", "-") for path in (SOURCE / "web/templates/components").glob("*.html"))
# Parts of c-field, made by it.
PARTS = {"field-group", "field-checkbox", "field-help"}
# Made for screens of one kind; the tests of those screens look at them.
OF_ONE_AREA = {"rehearsal-banner"}


def show(markup: str, **values: object) -> str:
    """The markup with its components made into HTML, white space aside."""
    made = Template(CottonCompiler().process(markup)).render(Context(values))
    return " ".join(made.split())


@pytest.mark.parametrize("name", ["heading", "paragraph", "link", "button", "link-button", "alert", "badge", "card"])
def test_attributes_and_classes_of_the_caller_arrive(name: str) -> None:
    made = show(f'<c-{name} class="own" id="x" data-y="z">Tekst</c-{name}>')
    assert made.count("class=") >= 1
    assert re.search(r'class="[^"]* own"', made)
    assert 'id="x"' in made
    assert 'data-y="z"' in made
    assert "Tekst" in made


@pytest.mark.parametrize("kind", ["info", "ok", "warning", "error"])
def test_an_alert_is_heard(kind: str) -> None:
    role = "alert" if kind == "error" else "status"
    made = show(f'<c-alert kind="{kind}" heading="Let op">x</c-alert>')
    assert f'role="{role}"' in made
    assert "<h2" in made


def test_a_table_has_a_caption_and_a_frame_that_the_keyboard_reaches() -> None:
    made = show('<c-table caption="Antwoorden"><tbody></tbody></c-table>')
    assert 'tabindex="0" role="group" aria-label="Antwoorden"' in made
    assert "Antwoorden</caption>" in made


def test_a_chart_has_its_sentence_and_its_table() -> None:
    made = show('<c-chart :chart="chart" />', chart=CHART)
    assert "<svg" in made
    assert "<figcaption" in made
    assert CHART.sentence in made
    assert '<th scope="row">Eens</th><td>18</td>' in made
    assert '<th scope="col">Antwoord</th>' in made


@pytest.mark.parametrize("name", list(ExampleForm.base_fields))
def test_every_control_has_its_label(name: str) -> None:
    made = show('<c-field :field="field" />', field=ExampleForm()[name])
    ids = re.findall(r'<(?:input|textarea|select)[^>]* id="([^"]+)"', made)
    labels = re.findall(r'<label[^>]* for="([^"]+)"', made)
    assert ids == labels
    assert ids


@pytest.mark.parametrize("name", ["one", "more"])
def test_a_group_is_a_fieldset_with_its_question_and_its_help(name: str) -> None:
    made = show('<c-field :field="field" />', field=ExampleForm({})[name])
    assert made.startswith("<fieldset")
    assert "<legend" in made
    if name == "one":
        assert 'aria-describedby="id_one_helptext id_one_error"' in made
        assert 'id="id_one_error"' in made


def test_help_and_errors_belong_to_the_control() -> None:
    made = show('<c-field :field="field" />', field=ExampleForm({})["text"])
    described = re.search(r'aria-describedby="([^"]+)"', made)
    assert described
    assert all(f'id="{part}"' in made for part in described[1].split())
    assert 'aria-invalid="true"' in made


def test_what_is_not_required_says_so() -> None:
    form = ExampleForm()
    assert "niet verplicht" in show('<c-field :field="field" />', field=form["longer"])
    assert "niet verplicht" not in show('<c-field :field="field" />', field=form["text"])


def test_chosen_answers_stay_chosen() -> None:
    form = ExampleForm({"one": "2", "more": ["1", "3"], "yes": "on"})
    for name, chosen in (("one", ["2"]), ("more", ["1", "3"])):
        made = show('<c-field :field="field" />', field=form[name])
        assert re.findall(r'value="(\d)"[^>]* checked', made) == chosen
    assert "checked" in show('<c-field :field="field" />', field=form["yes"])


def test_a_hidden_control_is_only_itself() -> None:
    class Hidden(forms.Form):
        token = forms.CharField(widget=forms.HiddenInput)

    assert "<label" not in show('<c-field :field="field" />', field=Hidden()["token"])


def test_the_summary_of_errors_takes_the_focus_and_leads_to_each() -> None:
    form = ExampleForm({})
    made = show('<c-form-errors :form="form" />', form=form)
    assert 'role="alert" tabindex="-1" autofocus' in made
    targets = set(re.findall(r'href="#([^"]+)"', made))
    page = "".join(show('<c-field :field="field" />', field=field) for field in form)
    assert targets
    assert all(f'id="{target}"' in page for target in targets)
    assert show('<c-form-errors :form="form" />', form=ExampleForm()) == ""


def test_what_people_typed_is_text() -> None:
    form = ExampleForm({"text": "<script>alert(1)</script>"})
    assert "<script>" not in show('<c-field :field="field" />', field=form["text"])


def test_the_gallery_shows_every_component_that_screens_share() -> None:
    gallery = (SOURCE / "web/templates/shared/components.html").read_text("utf-8")
    assert [name for name in COMPONENTS if f"<c-{name}" not in gallery and name not in PARTS | OF_ONE_AREA] == []
