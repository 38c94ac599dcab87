# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The measurements of speed and of what is found, one after another: python bench/run.py [--quick].

What takes hours has its own command, in its file: attention_municipality, coverage, ladder, routing, votes_under_load.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Of each its options in a quick run; None: left out of it.
QUICK = {
    "against_red_dwarf.py": ("--quick",),
    "scale.py": ("--quick",),
    "incremental.py": (),
    "attention_scale.py": ("--worlds", "4"),
    "attention_reference.py": ("--replicates", "1"),
    "noticing_app.py": ("--signals", "5000", "--areas", "50", "--weeks", "104"),
    "themes.py": None,
}


def main() -> None:
    is_quick = "--quick" in sys.argv[1:]
    for name, quick_options in QUICK.items():
        options = quick_options if is_quick else ()
        if options is None:
            continue
        print(f"\n## {name}\n", flush=True)
        subprocess.run([sys.executable, str(Path(__file__).with_name(name)), *options], check=True)


if __name__ == "__main__":
    main()
