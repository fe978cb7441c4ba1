"""Does --json print exactly the keys that docs/json.md promises?"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import done, typed

from complaintkit.cli.catalogue import COMMANDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
NOW = "2026-06-20T10:00:00-04:00"
CASES = ("cash-machine", "phone-bill", "washing-machine")


def documented(command: str) -> set[str]:
    part = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert part, f"docs/json.md has no part on {command}"
    found = set()
    for path in re.findall(r"^- `([^`]+)`", part[1], re.MULTILINE):
        head, brace, names = path.partition("{")
        found |= {head + name.strip() for name in names.rstrip("}").split(",")} if brace else {path}
    return found


def leaves(value: object, at: str = "") -> Iterator[str]:
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{at}.{key}" if at else key)
    elif isinstance(value, list) and value:
        for inner in value:
            yield from leaves(inner, f"{at}[]")
    else:
        yield f"{at}[]" if isinstance(value, list) else at


def printed(*words: str) -> set[str]:
    answer = typed(*words, "--json")
    assert answer.code in (0, 3), answer
    told = json.loads(answer.out)
    assert told["schema"] == f"complaintkit/{'case' if words[0] == 'show' else words[0]}/1"
    return set(leaves(told))


def same(found: set[str], promised: set[str]) -> None:
    """Compare; an object or a list that is empty here may have its keys elsewhere."""
    empty = {path for path in found - promised if is_above(path.removesuffix("[]"), promised)}
    assert found - empty == promised


def is_above(path: str, promised: set[str]) -> bool:
    return any(deeper.startswith((f"{path}.", f"{path}[")) for deeper in promised)


@pytest.fixture
def examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)
    for name in CASES:
        done("import", str(ROOT / "examples" / name / "case.yaml"))
    done("note", "they sounded rushed", "--case", "phone-bill")
    done("remind", "call the bank", "--on", "2026-07-01", "--case", "phone-bill")
    late = ("--case", "washing-machine", "--reason", "they asked for more time")
    done("extend", "letter 1", "--to", "2026-04-01", *late)
    done("next", "washing-machine", "--take", "ceo", "--reason", "no answer")
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")


@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize("command", ["next", "timeline", "show", "promises", "call"])
def test_keys_of_one_case_are_those_of_the_page(command: str):
    found = set()
    for name in CASES:
        if command in ("next", "call"):
            reopen_if_closed(name)
        found |= printed(command, name)
    if command == "next":
        open_an_overdue_case()
        found |= printed("next", "late")
    same(found, documented(command))


def reopen_if_closed(name: str) -> None:
    rows = json.loads(done("cases", "--json"))["cases"]
    if any(row["name"] == name and not row["is_open"] for row in rows):
        done("reopen", name, "--reason", "to look")


def open_an_overdue_case() -> None:
    done(
        "open", "late", "--company", "Acme", "--problem", "Charged twice.", "--want", "a refund",
        "--country", "US", "--sector", "telecom",
    )  # fmt: skip
    done(
        "log", "late", "--with", "Jane", "--said", "agreed", "--at", "2026-05-04",
        "--promised", "a refund", "--by", "2026-05-09",
    )  # fmt: skip
    done("letter", "first", "--case", "late")


@pytest.mark.usefixtures("examples")
def test_keys_of_all_cases_are_those_of_the_page():
    open_an_overdue_case()
    same(printed("today"), documented("today"))
    same(printed("due") | printed("due", "--all"), documented("due"))
    same(printed("remind"), documented("remind"))
    same(printed("cases"), documented("cases"))
    same(printed("search", "refund"), documented("search"))
    same(printed("profile"), documented("profile"))
    same(printed("paths"), documented("paths"))


def test_keys_of_templates_are_those_of_the_page(empty_home: Path):
    found = printed("templates", "new", "first") | printed("templates", "new", "parts/effect")
    found |= printed("templates") | printed("templates", "show", "first")
    found |= printed("templates", "check") | printed("templates", "facts")
    (empty_home / "templates/letters/en/first.md").write_text("faulty", encoding="utf-8")
    same(found | printed("templates", "check"), documented("templates"))


def test_keys_of_a_reply_are_those_of_the_page():
    done("open", "acme", "--company", "Acme", "--problem", "Charged twice.")
    said = ("reply", "--text", "We can not offer you a refund of “4.20 USD”", "--json")
    proposed = typed(*said)
    assert proposed.code == 2
    saved = printed(*said[:-1], "--kind", "final-refusal")
    same(set(leaves(json.loads(proposed.out))) | saved, documented("reply"))
    same(printed("tag"), documented("tag"))


@pytest.mark.usefixtures("examples")
def test_keys_of_a_score_are_those_of_the_page():
    done("log", "phone-bill", "--said", "no note of any call", "--tag", "denies-contact")
    done("company", "phone-bill", "--name", "Odò Ọya Bank Plc")
    same(printed("score", "odò"), documented("score"))


@pytest.mark.usefixtures("examples")
def test_keys_of_a_finding_are_those_of_the_page(empty_home: Path):
    kept = next(path for path in (empty_home / "exhibits").rglob("*") if path.is_file())
    kept.chmod(0o600)
    kept.write_bytes(b"other")
    same(printed("verify"), documented("verify"))


def test_keys_of_bodies_are_those_of_the_page():
    done(
        "open", "flight", "--company", "Acme", "--problem", "Late.", "--country", "US",
        "--sector", "airline",
    )  # fmt: skip
    done("company", "flight", "--country", "GB")
    same(printed("agencies"), documented("agencies"))
    bodies = ("gb-communications", "gb-rail", "us-ky-ag", "us-dot")
    same(set().union(*(printed("agency", one) for one in bodies)), documented("agency"))


@pytest.mark.usefixtures("examples")
def test_keys_of_a_form_are_those_of_the_page(tmp_path: Path):
    photo = tmp_path / "shop.heic"
    photo.write_bytes(b"photo")
    done("attach", str(photo), "--case", "phone-bill")
    found = [printed("form", one, "--case", "phone-bill") for one in ("us-ky-ag", "ng-ncc")]
    same(set().union(*found), documented("form"))


def test_every_command_with_json_has_its_part_on_the_page():
    able = {name for name in COMMANDS if "--json" in typed(name, "--help").out}
    assert able == set(re.findall(r"^## (\S+)$", PAGE, re.MULTILINE))


def test_what_a_terminal_would_obey_is_escaped_in_json():
    done("open", "acme", "--company", "Acme", "--problem", "a\x1b[31m\x9b\u202e\U000e0041 b\u2028")
    answer = typed("show", "--json")
    assert answer.out.replace("\n", "").isprintable()
    assert json.loads(answer.out)["case"]["problem"] == "a\x1b[31m\x9b\u202e\U000e0041 b\u2028"


@pytest.mark.usefixtures("examples")
def test_keys_of_a_check_are_those_of_the_page(tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "On April 6, 2026 I wrote to you in the chat, reference CH-551-0932. You stole $84.20. "
        "Why did you do this again?\n"
    )
    found = set(leaves(json.loads(typed("check", str(letter), "--json").out)))
    found |= set(
        leaves(json.loads(typed("check", str(letter), "--case", "phone-bill", "--json").out))
    )
    same(found, documented("check"))
