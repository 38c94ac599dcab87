# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Areas from the command line: taken over, listed, and refused with one line."""

from __future__ import annotations

import json
from pathlib import Path

from area_files import EXAMPLES, csv_text, noorderhaaks
from installation import run_houvast


def test_areas_come_in_and_are_listed(tmp_path: Path) -> None:
    done = run_houvast(tmp_path, "areas", "import", str(EXAMPLES / "noorderhaaks.gpkg"))
    assert (done.returncode, done.stdout) == (0, "GM0000 (2026): 17 new, 0 changed, 0 ended, 0 the same\n"), done.stderr
    newer = tmp_path / "newer.csv"
    newer.write_text(csv_text(noorderhaaks()[:-1], year=2027).replace("Havenbuurt", "Oude Haven"), "utf-8")
    again = run_houvast(tmp_path, "areas", "import", str(newer), "--municipality", "GM0000")
    assert again.stdout.splitlines() == [
        "GM0000 (2027): 0 new, 1 changed, 1 ended, 15 the same",
        "changed: BU00000101 Oude Haven (was Havenbuurt)",
        "ended: BU00000403 Bedrijventerrein De Ree",
    ]
    found = json.loads(run_houvast(tmp_path, "areas", "list", "--json").stdout)
    assert len(found) == 17
    assert (found[0]["code"], found[0]["neighbours"]) == ("BU00000101", ["Kerkplein en omgeving", "Duinbuurt"])
    plain = run_houvast(tmp_path, "areas", "list").stdout.splitlines()
    assert plain[0] == "BU00000101\tneighbourhood\tOude Haven"
    assert plain[11].startswith("BU00000403\tneighbourhood\tBedrijventerrein De Ree (ended 20")


def test_a_file_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    page = tmp_path / "a.json"
    page.write_text("<html>", "utf-8")
    refused = run_houvast(tmp_path, "areas", "import", str(page))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.strip() == "houvast: This is a web page, not a file with areas. Download the file itself."
    other = run_houvast(tmp_path, "areas", "import", str(EXAMPLES / "noorderhaaks.csv"), "--municipality", "GM0363")
    assert (other.returncode, "In it are: GM0000 Noorderhaaks" in other.stderr) == (2, True)
