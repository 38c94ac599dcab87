# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a form control get the design system's classes, and which links may this visitor follow?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django import template
from django.forms import BoundField, Select, Textarea, Widget
from django.forms.widgets import ChoiceWidget
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, get_script_prefix, resolve, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from houvast.domain.roles import Role
from houvast.domain.week import read_week
from houvast.web.notice.done import DONE, sentence_of
from houvast.web.shared.access import access_of

register = template.Library()

# Class and class of an HTML element, by what the control is; every other one is a text box.
CONTROLS = {
    "textarea": ("utrecht-textarea", "utrecht-textarea--html-textarea"),
    "select": ("utrecht-select", "utrecht-select--html-select"),
    "checkbox": ("utrecht-checkbox", "utrecht-checkbox--html-input"),
    "radio": ("utrecht-radio-button", "utrecht-radio-button--html-input"),
    "file": ("houvast-file", "houvast-file"),
}
TEXT_BOX = ("utrecht-textbox", "utrecht-textbox--html-input")

# The pages of one conversation, in the order of the work. Who sees which follows from what each page itself declares.
CONVERSATION_PAGES = (
    ("prepare:overview", gettext_noop("Overview")),
    ("prepare:texts", gettext_noop("Texts")),
    ("prepare:statements", gettext_noop("Statements")),
    ("prepare:translations", gettext_noop("Translations")),
    ("prepare:background", gettext_noop("Background questions")),
    ("prepare:rehearsal", gettext_noop("Rehearsal")),
    ("reach:overview", gettext_noop("Reach")),
    ("reach:entry", gettext_noop("Enter answers")),
    ("moderate:queue", gettext_noop("Moderation")),
    ("watch:progress", gettext_noop("Progress")),
    ("publish:landscape", gettext_noop("Result")),
    ("publish:promises", gettext_noop("Promises")),
    ("publish:report-back", gettext_noop("Report back")),
    ("prepare:exports", gettext_noop("Export")),
)
STAFF_PAGES = (
    ("attention:list", gettext_noop("Attention")),
    ("observations:list", gettext_noop("Signals")),
    ("streets:list", gettext_noop("Street talk")),
    ("inbox:list", gettext_noop("Inbox")),
    ("prepare:list", gettext_noop("Conversations")),
    ("staff-settings", gettext_noop("More")),
)
# What is looked after now and then.
SETTINGS_PAGES = (
    ("triggers:list", gettext_noop("Occasions")),
    ("areas:list", gettext_noop("Areas")),
    ("themes:list", gettext_noop("Themes")),
    ("attention:terms", gettext_noop("Terms of noticing")),
    ("bring-in:file", gettext_noop("Bring in signals")),
    ("people:colleagues", gettext_noop("Colleagues")),
    ("people:audit", gettext_noop("Log")),
    ("inbox:destructions", gettext_noop("What was destroyed")),
    ("streets:effort", gettext_noop("Where was somebody, and where not?")),
)
# Pages that stand in the menu under another name than that of their own area.
BELONGS_TO = {"note": "observations", "inbox:destructions": "staff-settings"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a navigation; `here` on the page itself."""

    href: str
    label: str
    here: bool


@register.filter
def designed(field: BoundField) -> SafeString:
    """The control with the classes of the design system beside its own."""
    widget = field.field.widget
    block, element = CONTROLS.get(kind_of(widget), TEXT_BOX)
    classes = [block, element, *([f"{block}--invalid"] if field.errors else []), widget.attrs.get("class", "")]
    return field.as_widget(attrs={"class": " ".join(filter(None, classes))})


@register.filter
def is_choice_group(field: BoundField) -> bool:
    """Whether this is a group of radio buttons or checkboxes."""
    return isinstance(field.field.widget, ChoiceWidget) and field.field.widget.use_fieldset


@register.filter
def kind_of(widget: Widget) -> str:
    """What a control is: textarea, select, checkbox, radio, text, date and so on."""
    if isinstance(widget, Textarea):
        return "textarea"
    return "select" if type(widget) is Select else str(getattr(widget, "input_type", ""))


@register.filter
def week(written: str | date) -> str:
    """A week as people say it: week 48, or week 52 of 2025. A text that is no week stays as it is."""
    found = written if isinstance(written, date) else read_week(written.replace("\u2011", "-"))
    if found is None:
        return str(written)
    year, number, _day = found.isocalendar()
    if year == timezone.localdate().isocalendar().year:
        return gettext("week %(number)s") % {"number": number}
    return gettext("week %(number)s of %(year)s") % {"number": number, "year": year}


@register.filter
def month(written: str) -> str:
    """A month as people say it: 2026-11 is November 2026."""
    return date_format(date.fromisoformat(f"{written}-01"), "F Y")


@register.simple_tag(takes_context=True)
def done_sentence(context: Context) -> str:
    """What was just done, where the address says so; empty otherwise."""
    return sentence_of(context["request"].GET.get(DONE, ""))


@register.simple_tag(takes_context=True)
def conversation_links(context: Context, code: str, current: str) -> list[Link]:
    """The pages of a conversation that this colleague may see. `current` is the last part of the page's name."""
    return _links(context, CONVERSATION_PAGES, current, code=code)


@register.simple_tag(takes_context=True)
def staff_links(context: Context) -> list[Link]:
    """The main pages that this colleague may see; marked is the one that the page itself belongs to."""
    match = context["request"].resolver_match
    area, page = (match.namespace, match.view_name) if match else ("", "")
    rare = {name.partition(":")[0] for name, _label in SETTINGS_PAGES}
    known = {name.partition(":")[0] for name, _label in STAFF_PAGES}
    usual = "staff-settings" if area in rare - known else area
    return _links(context, STAFF_PAGES, BELONGS_TO.get(page) or BELONGS_TO.get(area) or usual)


@register.simple_tag(takes_context=True)
def settings_links(context: Context) -> list[Link]:
    """What this colleague may look after."""
    return _links(context, SETTINGS_PAGES, "")


def _links(context: Context, pages: tuple[tuple[str, str], ...], current: str, **values: str) -> list[Link]:
    request: HttpRequest = context["request"]
    found = [(name, address, label) for name, label in pages if (address := _address(name, values))]
    here = _this_page([(name, address) for name, address, _label in found], request.path, current)
    return [
        Link(address, gettext(label), address == here) for _name, address, label in found if _may_see(request, address)
    ]


def _this_page(pages: list[tuple[str, str]], path: str, current: str) -> str:
    """The address among these that the visitor is at, or near: by address, then by name, then by area."""
    for near in (
        [address for _name, address in pages if address == path],
        [address for name, address in pages if current and current in {name, name.partition(":")[2]}],
        [address for name, address in pages if current == name.partition(":")[0]],
    ):
        if near:
            return near[0]
    return ""


def _address(name: str, values: dict[str, str]) -> str | None:
    """The address of a page; None where there is no such page."""
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        return None


def _may_see(request: HttpRequest, address: str) -> bool:
    """Whether the view at this address lets this visitor in, by its own declaration."""
    inside = "/" + address.removeprefix(get_script_prefix())
    declared = access_of(resolve(inside).func)
    user = request.user
    return declared is not None and declared.admits(Role(user.role) if user.is_authenticated else None)
