# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""All files of a landscape, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from houvast.domain.errors import OptionRejected
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.exchange.landscape_document import build_document, encode_document
from houvast.exchange.landscape_report import write_report
from houvast.exchange.landscape_tables import write_groups_table, write_participants_table, write_statements_table

REPORT = "report.html"


def make_files(landscape: DisclosedLandscape, *, language: str) -> dict[str, str]:
    """The content of each file by name; participants.csv only when the landscape holds people."""
    files = {
        "landscape.json": encode_document(build_document(landscape)),
        "statements.csv": write_statements_table(landscape),
        "groups.csv": write_groups_table(landscape),
        REPORT: write_report(landscape, language=language),
    }
    if landscape.people is not None:
        files["participants.csv"] = write_participants_table(landscape.people)
    return files


def write_files(files: dict[str, str], *, folder: Path) -> tuple[Path, ...]:
    """Write all into a hidden folder first and move them in place when every one is there; returns their paths."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".houvast-") as waiting:
            for name, content in files.items():
                (Path(waiting) / name).write_text(content, encoding="utf-8", newline="")
            for name in files:
                os.replace(Path(waiting) / name, folder / name)  # noqa: PTH105 -- replaces on every system
    except OSError as wrong:
        raise OptionRejected(f"--out {folder}: cannot be written ({wrong.strerror}). Choose another folder.") from wrong
    return tuple(folder / name for name in files)
