"""A person's own template makes the letter; a hostile one is stopped with a sentence."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from letter_cases import CASES, COMPLAINTS, applicable
from own_folder import around, put, written

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Paragraph
from complaintkit.render import own_templates
from complaintkit.render.environment import templates_folder
from complaintkit.render.letter import compose
from complaintkit.render.letter_runs import all_runs
from complaintkit.render.text import letter_text, plain

UNKNOWN = "the template uses “{}”, which a letter does not know."
REACHES = "the template reaches for “{}”, which no template may."
MEMORY = "the template needs more memory than a letter may."
TIME = "the template takes longer than a letter may."
LONG = "the letter would have more than a million characters."
ENDLESS = "the template calls itself without end, or is nested too deep."
NO_PART = "the template asks for “{}”, which is no part of a letter. "
PRINTS = "the template prints {}. A letter prints texts, dates, sums and counts."
LINE_5 = "letters/en/first.md, line 5: "
FILE = "letters/en/first.md: "

HOSTILE = [
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", LINE_5 + REACHES.format("__class__")),
    ("{{ problem.__class__.__init__.__globals__ }}", LINE_5 + REACHES.format("__init__")),
    ("{{ problem._book.texts }}", LINE_5 + REACHES.format("_book")),
    ("{{ cycler.__init__.__globals__.os.popen('id') }}", LINE_5 + REACHES.format("__init__")),
    ("{{ joiner.__init__.__globals__ }}", LINE_5 + REACHES.format("__init__")),
    ("{{ self._TemplateReference__context }}",
     LINE_5 + REACHES.format("_TemplateReference__context")),
    ("{{ '{0.__class__}'.format(problem) }}", LINE_5 + REACHES.format("__class__")),
    ("{{ contacts.append(1) }}", LINE_5 + REACHES.format("append")),
    ("{% set x = contacts.clear() %}", LINE_5 + REACHES.format("clear")),
    ("{{ lipsum.__globals__ }}", LINE_5 + UNKNOWN.format("lipsum")),
    ("{{ namespace }}", LINE_5 + UNKNOWN.format("namespace")),
    ("{% for one in range(10**9) %}x{% endfor %}", LINE_5 + UNKNOWN.format("range")),
    ("{{ get_flashed_messages() }}", LINE_5 + UNKNOWN.format("get_flashed_messages")),
    ("{{ problem | attr('_book') }}", "uses the filter “attr”, which a letter does not know."),
    ("{{ 'x' | center(1000000000) }}", "uses the filter “center”, which a letter does not know."),
    ("{{ 'a' * 10**10 }}", LINE_5 + MEMORY),
    ("{{ ''.ljust(10**10) }}", LINE_5 + MEMORY),
    ("{{ '%9999999999d' % 1 }}", LINE_5 + MEMORY),
    ("{% set a = 'x' * 10**8 %}{% set b = a ~ a ~ a ~ a %}", MEMORY),
    ("{{ 9 ** (9 ** 9) }}", TIME),
    ("{% set s = 'x' * 9999 %}{% for a in s %}{% for b in s %}{% for c in s %}"
     "{% if a == 1 %}{% endif %}{% endfor %}{% endfor %}{% endfor %}", TIME),
    ("{{ '*a ' * 60000 }}", TIME),
    ("{% for a in 'x' * 9999 %}{% for b in 'x' * 9999 %}yyyyyyy{% endfor %}{% endfor %}", LONG),
    ("{% for a in 'x' * 9999 %}{{ problem | sentence }}{% endfor %}", LONG),
    ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", LINE_5 + ENDLESS),
    ("{% include 'letters/en/first.md' %}", LINE_5 + ENDLESS),
    ("{{ " + "(" * 5000 + " }}", ENDLESS),
    ("{{ " + "-" * 5000 + "1 }}", ENDLESS),
    ("{% include '/etc/passwd' %}", LINE_5 + NO_PART.format("/etc/passwd")),
    ("{% include '../../x' %}", LINE_5 + NO_PART.format("../../x")),
    ("{% include 'parts/en/../../../x.md' %}", LINE_5 + NO_PART.format("parts/en/../../../x.md")),
    ("{% import 'os' as os %}", LINE_5 + NO_PART.format("os")),
    ("{% extends 'base.html' %}", LINE_5 + NO_PART.format("base.html")),
    ("{{ contacts }}", LINE_5 + PRINTS.format("a list")),
    ("{{ company }}", LINE_5 + PRINTS.format("a group of facts")),
    ("{{ none }}", LINE_5 + PRINTS.format("“none”")),
    ("{{ brief }}", LINE_5 + PRINTS.format("a yes or no")),
    ("{{ 0.5 }}", LINE_5 + PRINTS.format("something that is no text")),
    ("{{ problem() }}", LINE_5 + "the template does something here that a letter cannot."),
    ("{{ purchase.colour }}", LINE_5 + UNKNOWN.format("purchase.colour")),
    ("{{ purchase.what }}", LINE_5 + "the template uses “purchase.what”, which this letter does "
     "not have. Put “if” around it: {% if purchase.what is defined %} … {% endif %}."),
    ("{% for row in contacts %}{{ row.smell }}{% endfor %}", LINE_5 + UNKNOWN.format("row.smell")),
    ("{{ colour | longdate }}", LINE_5 + UNKNOWN.format("colour")),
    ("{% if colour is outcome %}{% endif %}", LINE_5 + UNKNOWN.format("colour")),
    ("{{ colour + 1 }}", LINE_5 + UNKNOWN.format("colour")),
    ("{{ problem | longdate }}", LINE_5 + "“longdate” cannot be used on what stands before it."),
    ("{% if problem is funny %}{% endif %}", LINE_5 + "the template asks whether something is "
     "“funny”, which a letter does not know."),
    ("{% if %}", LINE_5 + "the marks {{ … }} or {% … %} cannot be read here (Expected an "
     "expression, got 'end of statement block')."),
    ("```\ncode\n```", FILE + "the template holds code, which a letter cannot show."),
    ("## Two\n\n# Subjects", FILE + "the template lacks a subject, a salutation or a closing "
     "line."),
]  # fmt: skip


@pytest.fixture(name="folder")
def an_own_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def refused(folder: Path) -> str:
    """Return the sentence that stops the letter, and check that it names the way out."""
    with pytest.raises(FileUnusable) as stopped:
        written(folder)
    assert stopped.value.fix == (
        "Correct it, or take it away to use the shipped one: "
        f"{folder / 'letters' / 'en' / 'first.md'}"
    )
    return stopped.value.problem


@pytest.mark.parametrize(("hostile", "sentence"), HOSTILE)
def test_a_hostile_or_faulty_template_is_stopped_with_a_sentence(
    hostile, sentence, folder, monkeypatch
):
    monkeypatch.setattr(own_templates, "MOST_SECONDS", 600)  # the last resort is not what ends it
    put(folder, around(hostile))
    assert sentence in refused(folder)


def test_the_memory_of_complaintkit_itself_does_not_grow(folder):
    resource = pytest.importorskip("resource")
    put(folder, around("fine"))
    written(folder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for bomb in ("{{ 'a' * 10**10 }}", "{% set a = 'x' * 10**8 %}{{ a ~ a ~ a ~ a }}"):
        put(folder, around(bomb))
        refused(folder)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 16 * 1024  # KB on Linux


OPENED: list[str] = []
WATCHING: list[bool] = []


def _watch(event: str, given: tuple[object, ...]) -> None:
    if WATCHING and event == "open" and isinstance(given[0], (str, bytes)):
        OPENED.append(os.fsdecode(given[0]))


@pytest.fixture(name="opened")
def files_opened() -> Iterator[list[str]]:
    """Tell every file that this process opens while the test runs."""
    sys.addaudithook(_watch)
    OPENED.clear()
    WATCHING.append(True)
    yield OPENED
    WATCHING.clear()


@pytest.mark.parametrize("asked", ["{% include '{0}' %}", "{% import '{0}' as x %}"])
def test_no_file_outside_the_two_folders_of_templates_is_read(asked, folder, opened, tmp_path):
    secret = put(tmp_path, "secret", "parts/en/secret.md")
    opened.clear()
    put(folder, around(asked.replace("{0}", f"../../{secret.name}")))
    refused(folder)
    put(folder, around(asked.replace("{0}", str(secret))))
    refused(folder)
    libraries = (sys.prefix, sys.base_prefix, str(Path(own_templates.__file__).parents[1]))
    allowed = (*libraries, str(folder), str(templates_folder()), "/dev/null", "<")
    assert [path for path in opened if not path.startswith(allowed)] == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits are POSIX")
def test_a_locked_process_opens_no_file_and_no_connection():
    attempt = (
        "import os, socket, subprocess, sys, _posixsubprocess\n"
        "from complaintkit.render.own_template_child import lock\n"
        "lock()\n"
        "tries = [lambda: open('/etc/passwd'), lambda: os.listdir('/'), lambda: socket.socket(),\n"
        "         lambda: os.open('/tmp', os.O_RDONLY), lambda: os.pipe(),\n"
        "         lambda: bytearray(2 * 10**9)]\n"
        "for one in tries:\n"
        "    try: one(); print('done')\n"
        "    except (OSError, MemoryError): print('refused')\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", attempt],
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout.split() == ["refused"] * 6, told.stderr


def test_the_process_gets_no_environment(monkeypatch):
    monkeypatch.setenv("SECRET", "1")
    monkeypatch.setattr(
        own_templates, "_START", "import json, os; print(json.dumps(dict(os.environ)))"
    )
    told = own_templates._answer_of(b"{}")
    assert isinstance(told, dict)
    assert set(told) <= {"LC_CTYPE", "LD_LIBRARY_PATH", "SYSTEMROOT"}


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("import time; time.sleep(60)", "time"),
        ("print('no JSON')", "stopped"),
        ("print('[]')", "broken"),
        ("import sys; sys.exit(3)", "stopped"),
        ("import os\nwhile True: os.write(1, b'x' * 65536)", "long"),
    ],
)
def test_a_process_that_does_not_answer_is_ended(start, kind, monkeypatch):
    monkeypatch.setattr(own_templates, "_START", start)
    monkeypatch.setattr(own_templates, "MOST_SECONDS", 1)
    assert own_templates._answer_of(b"{}") == kind


TOKEN = "\ue000\ue109\ue109\ue109\ue001"
GOOD = {"marked": f"# S\n\nHello\n\nBody {TOKEN}\n\nBye\n", "made": {"999": ["told", "#2"]},
        "faults": []}  # fmt: skip


def answering(monkeypatch: pytest.MonkeyPatch, **changed: object) -> None:
    told = json.loads(json.dumps({**GOOD, **changed}))
    monkeypatch.setattr(own_templates, "_answer_of", lambda _: told)


def test_what_the_process_answers_joins_the_letter_with_its_source(folder, monkeypatch):
    put(folder, around("fine"))
    answering(monkeypatch)
    runs = {run.text: run.source for run in all_runs(written(folder))}
    assert runs["told"] == "#2"


@pytest.mark.parametrize(
    "changed",
    [
        {"marked": 5},
        {"marked": None},
        {"made": {"999": ["told", "#2", "more"]}},
        {"made": {"999": ["told", "a source of its own"]}},
        {"made": {"999": [5, "#2"]}},
        {"made": {"x": ["told", "#2"]}},
        {"made": []},
        {"made": {"999": ["told" * 10**6, "#2"]}},
        {"marked": TOKEN * 1000, "made": {"999": ["told" * 1000, "#2"]}},
        {"faults": "none"},
        {"faults": [["unknown"]]},
        {"faults": [["unknown", "x", "1", "y"]]},
        {"faults": [[{}, "x", 1, "y"]]},
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_is_refused(changed, folder, monkeypatch):
    put(folder, around("fine"))
    answering(monkeypatch, **changed)
    assert "was stopped" in refused(folder)


def test_signs_that_a_terminal_obeys_and_half_tokens_are_dropped(folder, monkeypatch):
    put(folder, around("fine"))
    marked = f"# S\n\nHello\n\na\x1b[31m\u202eb\ue000\ue001c{TOKEN}d\ud800\n\nBye\n"
    answering(monkeypatch, marked=marked, made={})
    assert plain(written(folder).body[0].runs) == "a[31mbcd\ufffd"  # type: ignore[union-attr]


def test_faults_of_an_answer_name_only_files_of_the_template(folder, monkeypatch):
    put(folder, around("fine"))
    answering(monkeypatch, faults=[["no-part", "/etc/passwd", 99999, "\x1b[31m" + "x" * 999]])
    sentence = refused(folder)
    assert "/etc" not in sentence
    assert "line" not in sentence
    assert "\x1b" not in sentence
    assert len(sentence) < 600


@pytest.mark.parametrize(("name", "kind"), applicable())
def test_a_copy_of_a_shipped_template_makes_the_same_letter(kind, name, folder):
    shutil.copytree(templates_folder() / "letters", folder / "letters")
    shutil.copytree(templates_folder() / "parts", folder / "parts")
    case, today = CASES[name]
    shipped = compose(kind, case, consumer=case.consumer, today=today)
    assert written(folder, kind, name) == shipped


def test_an_own_part_changes_each_letter_that_asks_for_it(folder):
    put(folder, "{{ problem | sentence }} I am sad about it.\n", "parts/en/problem.md")
    for kind in COMPLAINTS:
        assert "I am sad about it." in letter_text(written(folder, kind))


def test_an_own_part_that_no_letter_asks_for_is_not_even_read(folder):
    put(folder, "{% boom", "parts/en/diary.md")
    assert "sad" not in letter_text(written(folder))


def test_a_fault_in_a_part_names_the_part(folder):
    part = put(folder, "One\n\n{{ colour }}\n", "parts/en/problem.md")
    with pytest.raises(FileUnusable) as stopped:
        written(folder)
    assert stopped.value.problem == f"{part}, line 3: {UNKNOWN.format('colour')}"
    assert stopped.value.fix.endswith(str(part))


def test_all_faults_are_counted_and_the_first_is_told(folder):
    put(folder, around("{{ one }}\n\n{{ two }}"))
    sentence = refused(folder)
    assert UNKNOWN.format("one") in sentence
    assert sentence.endswith(
        "There are 2 faults in all: `complaintkit templates check` tells them."
    )


def test_lines_are_counted_from_the_top_of_the_file_head_included(folder):
    put(folder, "---\nkind: first\ntitle: Mine\n---\n" + around("{{ colour }}"))
    assert "first.md, line 9: " in refused(folder)


def test_the_person_s_text_cannot_act_as_a_template(folder):
    from dataclasses import replace

    put(folder, around("{{ problem }}"))
    case, today = CASES["missing-credit"]
    evil = replace(case, problem="{{ 7 * 7 }} {% include 'x' %} # no *head* \ue000\ue100\ue001")
    found = compose("first", evil, consumer=case.consumer, today=today, own_templates=folder)
    [block] = found.body
    assert isinstance(block, Paragraph)
    assert plain(block.runs).startswith("{{ 7 * 7 }} {% include 'x' %} # no *head*")


def test_a_long_account_of_the_problem_is_printed_whole(folder):
    from dataclasses import replace

    put(folder, around("{{ problem | sentence }}"))
    case, today = CASES["missing-credit"]
    long = replace(case, problem="Word " * 20_000)
    found = compose("first", long, consumer=case.consumer, today=today, own_templates=folder)
    assert letter_text(found).count("Word") == 20_000
