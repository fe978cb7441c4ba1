"""Do everyday commands start without loading what they do not need?"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from running import complaintkit, done, environment

HEAVY = (
    "jinja2", "yaml", "msgspec", "dateparser", "holidays", "babel", "typst", "docx", "pypdf",
    "icalendar", "pydantic", "markdown_it", "rich.markdown", "PIL", "click",
)  # fmt: skip
LOG = (
    "log", "--with", "Jane, supervisor", "--said", "refund agreed",
    "--promised", "refund of $84.20", "--by", "friday", "--ref", "00123",
)  # fmt: skip
PIPED = {
    "log": LOG,
    "timeline": ("timeline",),
    "today": ("today",),
    "next": ("next",),
    "due": ("due",),
}
WATCHED = """
import atexit, json, runpy, sys
def tell(into=sys.argv.pop(1)):
    with open(into, "w", encoding="utf-8") as file:
        json.dump(sorted(sys.modules), file)
atexit.register(tell)
sys.argv[0] = "complaintkit"
runpy.run_module("complaintkit", run_name="__main__", alter_sys=True)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep one open case with one call, so that each command has something to show."""
    kept = tmp_path_factory.mktemp("start") / "home"
    done(
        complaintkit(
            kept, "open", "phone-bill", "--company", "Cedar Hollow Telephone Company",
            "--problem", "The March bill was collected twice.", "--want", "the second payment back",
            "--country", "US", "--sector", "telecom",
        )
    )  # fmt: skip
    done(complaintkit(kept, *LOG))
    return kept


def loaded_by(home: Path, *words: str) -> set[str]:
    """Return the modules in memory when the command ends, in a fresh process, piped."""
    told = home.parent / "modules.json"
    result = subprocess.run(
        [sys.executable, "-c", WATCHED, str(told), *words],
        env=environment(home),
        cwd=home.parent,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert result.returncode in (0, 3), result.stderr
    modules = set(json.loads(told.read_text(encoding="utf-8")))
    assert "complaintkit.cli.boundary" in modules
    return modules


def unwanted(modules: set[str], *forbidden: str) -> list[str]:
    return [name for name in forbidden if name in modules]


def test_help_loads_nothing_heavy(home):
    assert unwanted(loaded_by(home, "--help"), *HEAVY) == []


@pytest.mark.parametrize("command", PIPED)
def test_everyday_command_loads_nothing_heavy_and_no_rich_when_piped(home, command):
    assert unwanted(loaded_by(home, *PIPED[command]), *HEAVY, "rich") == []


LETTER = """
import json, sys
sys.path.append({cases!r})
from letter_cases import CASES
from complaintkit.render.letter import compose
from complaintkit.render.{module} import {function}
for case, today in CASES.values():
    {function}(compose("ceo", case, consumer=case.consumer, today=today))
print(json.dumps(sorted(sys.modules)))
"""


@pytest.mark.parametrize(("module", "function"), [("text", "letter_text"), ("pdf", "letter_pdf")])
def test_letter_loads_no_reader_of_templates_words_or_locales(module, function):
    cases = str(Path(__file__).parent / "render")
    result = subprocess.run(
        [sys.executable, "-c", LETTER.format(cases=cases, module=module, function=function)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    modules = set(json.loads(result.stdout))
    assert unwanted(modules, "jinja2", "babel", "yaml", "markupsafe", "typer", "rich") == []
    assert ("typst" in modules) is (module == "pdf")


@pytest.mark.parametrize("form", ["text", "pdf"])
def test_the_letter_command_loads_no_reader_of_lines_templates_or_words(home, form):
    done(complaintkit(home, "profile", "--name", "Ann Lee", "--email", "ann@example.org"))
    file = str(home.parent / f"letter.{form}")
    modules = loaded_by(home, "letter", "ceo", "--format", form, "-o", file)
    never = (*HEAVY, "rich", "typer", "markupsafe", "subprocess")
    assert unwanted(modules, *(name for name in never if name != "typst")) == []
    assert ("typst" in modules) is (form == "pdf")
