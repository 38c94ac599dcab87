# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the style files of others installed as locked, complete, and with their licences; are the texts compiled?"""

from __future__ import annotations

import gettext
import importlib.util
import json
import os
import re
from pathlib import Path

import pytest
from project_tree import ROOT

SPEC = importlib.util.spec_from_file_location("assets", ROOT / "assets.py")
assert SPEC
assert SPEC.loader
assets = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(assets)

VENDOR = ROOT / "src/houvast/web/static/vendor"
PACKAGE = json.loads((ROOT / "package.json").read_text("utf-8"))
LOCK_TEXT = (ROOT / "package-lock.json").read_text("utf-8")
LOCK = json.loads(LOCK_TEXT)


def test_every_package_has_one_exact_version() -> None:
    versions = {**PACKAGE["dependencies"], **PACKAGE["devDependencies"]}
    assert [name for name, version in versions.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_lock_holds_these_versions_with_hashes_and_names_no_host() -> None:
    for name, version in {**PACKAGE["dependencies"], **PACKAGE["devDependencies"]}.items():
        assert LOCK["packages"][f"node_modules/{name}"]["version"] == version
    assert [n for n, entry in LOCK["packages"].items() if n and "integrity" not in entry] == []
    assert "resolved" not in LOCK_TEXT


def test_nothing_is_taken_from_a_package_that_is_not_asked_for_and_none_is_asked_for_in_vain() -> None:
    taken = {"/".join(Path(name).parts[:2]) for name in (assets.THEME, *assets.STYLES)}
    assert taken == set(PACKAGE["dependencies"])


def test_tokens_are_kept_with_all_that_they_refer_to() -> None:
    theme = ".t { --a: var(--b); /* --x: 1; */ --b:  var(--c,  var(--d)); --c: 1px; --d: 2px; --e: 3px; --basis-f: 4; }"
    found = assets.needed_tokens(theme, ".button { color: var( --a ); }")
    assert found == {"--a": "var(--b)", "--b": "var(--c, var(--d))", "--c": "1px", "--d": "2px", "--basis-f": "4"}


def test_a_shortened_sheet_says_the_same() -> None:
    sheet = '@charset "UTF-8";\n/** a { } */\na:hover > b ,\nc {\n  content: "●";\n  margin: 0 auto;\n}\n'
    assert assets.shorten(sheet) == 'a:hover > b,c{content: "●";margin: 0 auto;}'


def test_a_catalogue_is_compiled_when_it_is_newer(tmp_path: Path) -> None:
    folder = tmp_path / "area/nl/LC_MESSAGES"
    folder.mkdir(parents=True)
    source, target = folder / "django.po", folder / "django.mo"
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    source.write_text(f'{head}msgid "yes"\nmsgstr "ja"\n', "utf-8")
    assets.compile_texts(tmp_path)
    with target.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("yes") == "ja"

    os.utime(target, (source.stat().st_mtime + 10,) * 2)
    before = target.stat().st_mtime_ns
    assets.compile_texts(tmp_path)
    assert target.stat().st_mtime_ns == before

    os.utime(source, (target.stat().st_mtime + 10,) * 2)
    source.write_text(f'{head}msgid "yes"\nmsgstr "jazeker"\n', "utf-8")
    os.utime(source, (target.stat().st_mtime + 10,) * 2)
    assets.compile_texts(tmp_path)
    with target.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("yes") == "jazeker"


def test_nothing_is_done_again_where_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("package.json", "package-lock.json", "assets.py"):
        (tmp_path / name).write_text(name, "utf-8")
    calls: list[bool] = []
    monkeypatch.setattr(assets, "install", lambda root, *, with_linter: calls.append(with_linter))
    monkeypatch.setattr(assets, "write_vendor", lambda packages, vendor: vendor.mkdir(parents=True, exist_ok=True))
    assets.make_assets(tmp_path)
    assets.make_assets(tmp_path)
    assert calls == [False]
    assets.make_assets(tmp_path, with_linter=True)
    assert calls == [False, True]
    (tmp_path / "package-lock.json").write_text("newer", "utf-8")
    assets.make_assets(tmp_path)
    assert calls == [False, True, False]


def test_without_npm_the_message_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets.shutil, "which", lambda name: None)
    monkeypatch.setattr(assets, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install npm"):
        assets.install(tmp_path, with_linter=False)


def test_a_failing_npm_is_followed_by_the_other_and_both_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = [["false"], ["false", "too"]]
    monkeypatch.setattr(assets, "_ways_to_npm", lambda: bad)
    with pytest.raises(SystemExit, match=r"could not be installed(?s:.*)false ci(?s:.*)false too ci"):
        assets.install(tmp_path, with_linter=False)


def test_the_npm_from_the_python_package_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets.shutil, "which", lambda name: None)
    (way,) = assets._ways_to_npm()
    done = assets.subprocess.run([*way, "--version"], capture_output=True, text=True, check=True)
    assert int(done.stdout.split(".")[0]) >= 9


def test_the_installed_style_file_is_whole_and_fetches_nothing() -> None:
    css = (VENDOR / "design.css").read_text("utf-8")
    assert re.findall(r"@import|url\((?!\"?data:)", css) == []
    for block in ("nl-button", "nl-heading--level-1", "utrecht-alert", "utrecht-textbox", "utrecht-table"):
        assert f".{block}" in css
    assert css.count("{") == css.count("}")


def test_every_installed_package_is_named_with_its_version_and_licence() -> None:
    licences = (VENDOR / "licences.txt").read_text("utf-8")
    assert [n for n, v in PACKAGE["dependencies"].items() if f"{n} {v} (EUPL-1.2)" not in licences] == []
    assert "EUROPEAN UNION PUBLIC LICENCE" in licences
