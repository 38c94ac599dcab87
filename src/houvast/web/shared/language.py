# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which language is a page shown? The address says so: /g/plein is Dutch, /en/g/plein the same page in English.

No cookie and no session is needed. The app is mounted a second time, under /en: every address that is made while such
a page is built begins with /en too, so links, forms and redirects keep the language by themselves. Colleagues choose
a language in their account; for them it holds on all staff pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

from houvast.web.shared.access import access_of


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same page in another language."""

    code: str
    name: str
    href: str


class LanguageMiddleware:
    """Takes the language off the address and lets it hold until the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mount the app under the language of the address."""
        code = language_of(request.path_info)
        root = get_script_prefix()
        request.language_in_address = code  # type: ignore[attr-defined]
        if code:
            request.path_info = request.path_info.removeprefix(f"/{code}") or "/"
            set_script_prefix(f"{root}{code}/")
        try:
            with translation.override(code or settings.LANGUAGE_CODE):
                return self.get_response(request)
        finally:
            set_script_prefix(root)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object) -> None:  # noqa: ARG002 -- as Django calls it
        """The language of a colleague's account, on staff pages whose address says nothing."""
        access = access_of(view)
        if access and access.staff and not request.language_in_address and request.user.is_authenticated:  # type: ignore[attr-defined]
            translation.activate(request.user.language)


def language_of(path: str) -> str | None:
    """The language that an address begins with; None for the one that goes without saying."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in dict(settings.LANGUAGES) and first != settings.LANGUAGE_CODE else None


def other_languages(request: HttpRequest) -> tuple[OtherLanguage, ...]:
    """This page in the other languages; none where the page is the answer to a form."""
    if request.method not in {"GET", "HEAD"}:
        return ()
    now = getattr(request, "language_in_address", None)
    root = get_script_prefix().removesuffix(f"{now}/") if now else get_script_prefix()
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    others = [code for code, _name in settings.LANGUAGES if code != (now or settings.LANGUAGE_CODE)]
    return tuple(
        OtherLanguage(code, translation.get_language_info(code)["name_local"], address + query)
        for code in others
        for address in [_address(root, code, request.path_info)]
    )


def _address(root: str, code: str, path: str) -> str:
    prefix = root if code == settings.LANGUAGE_CODE else f"{root}{code}/"
    return (prefix + path.lstrip("/")).removesuffix("/") or "/"
