# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are modules and functions small, and is every exception one of the reasons we agreed on?"""

from __future__ import annotations

import re
import statistics

from project_tree import functions_in, length, python_files, source_modules

MODULE_LINES = 400
FUNCTION_LINES = 60
LONG_FUNCTION = 50
LONG_SHARE = 0.03
MEDIAN_LINES = 9

# The closed list: why a function may be more complex than 8, written behind its "noqa: C901 --".
COMPLEXITY_REASONS = {"one compiled loop over the votes"}

# The closed list: functions over 60 lines, each with its reason.
LONG_FUNCTIONS: dict[str, str] = {}


def test_no_module_is_longer_than_a_room() -> None:
    written = [m for m in python_files() if "/migrations/" not in m.path]  # those are generated
    too_long = {m.path: lines for m in written if (lines := m.text.count("\n")) > MODULE_LINES}
    assert too_long == {}


def test_no_function_is_longer_than_a_screen() -> None:
    names = {
        f"{m.path}:{f.name}": length(f)
        for m in source_modules()
        for f in functions_in(m.tree)
        if length(f) > FUNCTION_LINES
    }
    assert set(names) == set(LONG_FUNCTIONS), names


def test_most_functions_are_short() -> None:
    lengths = [length(f) for m in source_modules() for f in functions_in(m.tree)]
    assert statistics.median(lengths) <= MEDIAN_LINES
    assert sum(n > LONG_FUNCTION for n in lengths) <= LONG_SHARE * len(lengths)


def test_complex_functions_carry_a_reason_from_the_closed_list() -> None:
    pattern = re.compile(r"# noqa: [A-Z0-9, ]*C901(?:[A-Z0-9, ]*)(?: -- (.*))?$", re.MULTILINE)
    reasons = {(m.path, found) for m in source_modules() for found in pattern.findall(m.text)}
    assert {(path, reason) for path, reason in reasons if reason not in COMPLEXITY_REASONS} == set()
