# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the guide for system managers name every setting, with the default that the code has?"""

from __future__ import annotations

import re
from pathlib import Path

from houvast.configuration.environment import VARIABLES

ROW = re.compile(r"^\| `(HOUVAST_\w+)` \| (.+?) \| (.+) \|$", re.MULTILINE)


def test_the_table_of_settings_is_that_of_the_code(project_root: Path) -> None:
    text = (project_root / "docs" / "how-to" / "installeren.md").read_text("utf-8")
    told = {name: default.strip("`") for name, default, _ in ROW.findall(text)}
    assert told == {variable.name: variable.default or "leeg" for variable in VARIABLES}
