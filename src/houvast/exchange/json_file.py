# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a municipality's own JSON file read? Small, UTF-8 with or without BOM; every trouble is one error, placed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from houvast.domain.errors import FileRejected, Place


def read_json(path: str | Path, *, most_bytes: int) -> Any:
    """The values in a file. FileRejected where it cannot be opened, is larger than most_bytes, or is no JSON."""
    try:
        with Path(path).open("rb") as stream:
            content = stream.read(most_bytes + 1)
    except OSError as error:
        raise FileRejected(
            Place(str(path)), f"the file cannot be opened ({error.strerror})", "Check its name and rights."
        ) from error
    if len(content) > most_bytes:
        raise FileRejected(Place(str(path)), "this file is too big", f"Give one of at most {most_bytes:,} bytes.")
    return parse_json(content, name=str(path))


def parse_json(content: bytes, *, name: str) -> Any:
    """The values that these bytes hold. name: of the file, for messages."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileRejected(Place(name), "the text is not UTF-8", "Save the file again as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise FileRejected(
            Place(name, error.lineno, error.colno), f"this is not JSON ({error.msg})", "Mend it at this place."
        ) from error
    except RecursionError as error:
        raise FileRejected(
            Place(name), "this is nested too deeply", "Give a file of the form that is asked."
        ) from error
