# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""All measurements, one after another: python bench/run.py [--quick]."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TAKES_QUICK = {"against_red_dwarf.py": True, "scale.py": True, "incremental.py": False}


def main() -> None:
    for name, takes_quick in TAKES_QUICK.items():
        print(f"\n## {name}\n", flush=True)
        options = [option for option in sys.argv[1:] if takes_quick]
        subprocess.run([sys.executable, str(Path(__file__).with_name(name)), *options], check=True)


if __name__ == "__main__":
    main()
