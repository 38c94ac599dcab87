# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a page become a PDF that a screen reader can read too? Tagged, by PDF/UA-1, with nothing fetched."""

from __future__ import annotations

from typing import Any

from houvast.domain.errors import ActionRefused
from houvast.exchange.page_templates import fill_page

MISSING = (
    "This machine cannot make PDF files: {what}. Install WeasyPrint's libraries "
    "(Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) and try again."
)
VARIANT = "pdf/ua-1"


def print_page(template: str, page: object) -> bytes:
    """The PDF of templates/<template>.html with printed.css and <template>.css; ActionRefused without the libraries."""
    return write_out(lay_out(template, page))


def lay_out(template: str, page: object) -> Any:
    """The pages before they are written; .pages is a list of them."""
    weasyprint = load_printer()
    html = fill_page(template, page, styles=("printed", template))
    fetch = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    return weasyprint.HTML(string=html, url_fetcher=fetch).render(pdf_variant=VARIANT)


def write_out(document: Any) -> bytes:
    """The PDF of pages that are laid out."""
    written: bytes = document.write_pdf(pdf_variant=VARIANT)
    return written


def load_printer() -> Any:
    """The printing library; ActionRefused, with what to install, where it or what it stands on is missing."""
    try:
        import weasyprint
    except (ImportError, OSError) as wrong:
        raise ActionRefused(MISSING, what=str(wrong).splitlines()[0]) from wrong
    return weasyprint
