"""Tests of render/compiled_template.py: a compiled template does what Jinja does with it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from compiling import Compiler, Unfit, compiled_letters
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, TemplateError
from letter_cases import CASES, applicable

from complaintkit.model.letter import Choices
from complaintkit.model.people import Contact
from complaintkit.render import letter, phrases
from complaintkit.render.compiled_template import Templates
from complaintkit.render.environment import (
    environment,
    shipped,
    split_head,
    words_for,
)
from complaintkit.render.template_values import NotGiven
from complaintkit.render.trace import Book
from complaintkit.rules.letter_kinds import LANGUAGES
from complaintkit.store.rights import load_rights

WORDS = words_for("en")
RIGHTS = load_rights()
EVERY = [
    (language, name, kind)
    for language, kinds in LANGUAGES.items()
    for name, kind in applicable()
    if kind in kinds
]
PARTS = {
    "parts/en/who.md": "{{ who }}{% set who = 'part' %}{{ who }}{{ one }}",
    "parts/en/list.md": "{% for one in list %}{{ one }}{{ ', ' if not loop.last }}{% endfor %}\n",
    "parts/en/macro.md": "{% macro own(x) %}<{{ x }}{{ who }}>{% endmacro %}{{ own('m') }}",
    "parts/en/row.md": "{{ row.name }}:{{ one }};",
}


class ByJinja:
    """What stands in for the compiled templates of a language: Jinja, and the source."""

    def __init__(self, language: str) -> None:
        self.language = language

    def render(self, name: str, facts: Mapping[str, Any]) -> str:
        return split_head(environment(self.language).get_template(name).render(facts))[1]


@pytest.mark.parametrize(("language", "name", "kind"), EVERY)
def test_a_letter_reads_the_same_when_jinja_reads_it(language, name, kind, monkeypatch):
    case, today = CASES[name]
    printed: list[str] = []
    reading: list[Any] = []

    class Kept:
        def __init__(self, language: str, locale: str) -> None:
            self.source = reading[-1](language, locale)

        def render(self, template: str, facts: Mapping[str, Any]) -> str:
            printed.append(self.source.render(template, facts))
            return printed[-1]

    monkeypatch.setattr(letter, "shipped", Kept)
    letters = []
    for read in (shipped, lambda language, _: ByJinja(language)):
        reading.append(read)
        made = letter.compose(
            kind,
            case,
            consumer=case.consumer or Contact(),
            today=today,
            choices=Choices(language=language),
            rights=RIGHTS,
        )
        letters.append(made)
    assert printed[0] == printed[1]
    assert letters[0] == letters[1]


def both(source: str) -> tuple[object, object]:
    """Return what a template prints as compiled and by Jinja; an error is its sort."""
    tree = json.dumps(Compiler("parts/en/x.md", includes=set(PARTS)).template(source))
    stored = {
        name: json.dumps(Compiler(name, includes=set(PARTS)).template(part))
        for name, part in PARTS.items()
    }
    filters, tests = phrases.filters_in("en_GB", WORDS), phrases.tests(WORDS)
    compiled = Templates({**stored, "parts/en/x.md": tree}, filters, tests)
    jinja = environment("en").overlay(loader=DictLoader({**PARTS, "parts/en/x.md": source}))
    return tried(compiled.render), tried(lambda name, facts: jinja.get_template(name).render(facts))


def tried(render) -> object:
    """Return what is printed, or that something is refused."""
    try:
        return render("parts/en/x.md", facts())
    except (NotGiven, TemplateError):
        return "not given"
    except (TypeError, ValueError, AttributeError, RecursionError):
        return "of another kind"


def facts() -> dict[str, Any]:
    book = Book()
    return {
        "style": {"locale": "en_GB"},
        "who": book.fact("Jane", "#1"),
        "empty": book.fact(""),
        "text": "words",
        "one": "outer",
        "count": 2,
        "yes": True,
        "no": False,
        "none": None,
        "list": ["a", "b", "c"],
        "nobody": [],
        "pairs": [("a", 1), ("b", 2)],
        "rows": [{"name": "n1", "on": True}, {"name": "n2", "on": False}],
        "part": {"name": "inner", "fact": book.fact("deep"), "list": ["x"]},
    }


SNIPPETS = """
{{ text }}
{{ who }} and {{ who }}
{{ missing }}
{{ none }}
{{ yes }}
{{ list }}
{{ part }}
{{ count }}
{{ 3 }}{{ "const" }}{{ -1 }}
{{ 1.5 }}
{{ part.name }}{{ part["name"] }}{{ part.fact }}
{{ part.missing }}
{{ part.missing.deeper }}
{{ missing.part }}
{{ who.name }}
{{ text.name }}
{{ none.name }}
{{ list[0] }}{{ list[-1] }}
{{ list[7] }}
{{ list[count] }}
{{ "there" if part.missing is defined else "not there" }}
{{ "there" if missing is defined else "not there" }}
{{ "not there" if part.missing is undefined }}
{{ "there" if missing.part is defined }}
{{ missing | default("else") }}{{ empty | default("else", true) }}{{ part.no | default("x") }}
{{ "a" if yes }}{{ "b" if no }}
{{ ("b" if no) is defined }}
{% if ("b" if no) %}a{% else %}b{% endif %}
{{ ("b" if no).name }}
{{ ("b" if no) | default("c") }}
{{ (("b" if no) ~ "x") }}
{% for x in ("b" if no) %}{{ x }}{% else %}none{% endfor %}
{{ "a" if missing else "b" }}
{{ "a" if yes or missing else "b" }}
{{ "a" if no and missing else "b" }}
{{ "a" if missing and no else "b" }}
{{ "a" if not missing else "b" }}
{{ who or text }}{{ empty or text }}{{ none or text }}
{{ who and text }}{{ "[" ~ (empty and text) ~ "]" }}
{{ who ~ " " ~ count ~ none ~ yes }}
{{ "x" ~ missing }}
{{ who == "Jane" }}
{% if who == "Jane" %}y{% endif %}{% if who != "Jane" %}n{% endif %}{% if empty == "" %}e{% endif %}
{% if count == 2 and count < 3 and count <= 2 and count > 1 and count >= 2 %}all{% endif %}
{% if "a" in list and "z" not in list and text in ["words", "x"] and count in (1, 2) %}in{% endif %}
{% if "a" in missing %}{% endif %}
{% if missing == missing %}{% endif %}
{% if none is none and text is not none %}none{% endif %}
{% if "leave by noon" == text %}{% elif who %}who{% else %}else{% endif %}
{% if missing %}a{% endif %}
{% if no %}a{% elif none %}b{% elif nobody %}c{% elif empty %}d{% else %}e{% endif %}
{% for x in list %}{{ loop.index0 }}{{ x }}{{ "," if not loop.last }}{{ loop.length }}{% endfor %}
{% for x in list %}{% if loop.first %}first {% endif %}{{ x }}{% endfor %}{{ x }}
{% for x in nobody %}{{ x }}{% else %}nobody{% endfor %}
{% for x in missing %}{% endfor %}
{% for x in who %}{% endfor %}
{% for x in none %}{% endfor %}
{% for x in text %}{{ x }}.{% endfor %}
{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}
{% for a, b in list %}{{ a }}{% endfor %}
{% for one in list %}{% for x in list %}{{ one }}{% endfor %}{{ loop.index }}{% endfor %}
{% for one in list %}{% endfor %}{{ one }}
{% for row in rows %}{{ row.name }}{% if row.on %} on{% endif %};{% endfor %}
{% for x in list %}{{ one }}{% set one = x %}{{ one }} {% endfor %}{{ one }}
{% if yes %}{% set one = "changed" %}{% endif %}{{ one }}
{% if no %}{% set new = "x" %}{% endif %}{{ new }}
{% set x = missing %}fine
{% set x = missing %}{{ x }}
{% set x = part.name %}{{ x }}{% set x = x ~ x %}{{ x }}
{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m("x") }}{{ m(who) }}{{ m(m("y")) }}
{% macro m(a, b) %}{{ a }}{{ b if b is defined }}{% endmacro %}{{ m("x") }}{{ m("x", "y") }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m("x", "y") }}
{% macro m() %}{{ later() }}{% endmacro %}{% macro later() %}later{% endmacro %}{{ m() }}
{% set x = "now" %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}
{% if no %}{% set one = "now" %}{% endif %}{% macro m() %}{{ one }}{% endmacro %}{{ m() }}
{% macro m() %}{{ one }}{% set one = "in" %}{{ one }}{% endmacro %}{{ m() }}{{ one }}
{% for x in list %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %}
{% for one in list %}{{ one }}{% macro m() %}{{ one }}{% endmacro %}{% endfor %}{{ m() }}
{{ before() }}{% macro before() %}x{% endmacro %}
{{ text() }}
{{ missing() }}
{% set comma = joiner(", ") %}{{ comma() }}a{{ comma() }}b{{ comma() }}
{% set comma = joiner() %}{% for x in list %}{{ comma() }}{{ x }}{% endfor %}
{{ list | join(", ") }}{{ list | join }}{{ pairs | length }}{{ list | join(d="-") }}
{{ who | length }}
{{ missing | length }}{{ missing | join }}
{{ list | first }}{{ list | last }}
{{ nobody | first }}
{{ who | sentence }}{{ who | capital | unstopped }}{{ "words" | capital }}
{{ text | sentence }}
{{ missing | sentence }}
{{ none | capital }}
{{ "y" if who is to_do else "n" }}{{ "y" if who is not timed else "n" }}
{% if missing is timed %}{% endif %}
{% include "parts/en/who.md" %}{{ who }}
{% include "parts/en/list.md" %}
{% for one in list %}{% include "parts/en/who.md" %}{% include "parts/en/list.md" %}{% endfor %}
{% for row in rows %}{% include "parts/en/row.md" %}{% endfor %}
{% include "parts/en/row.md" %}
{% include "parts/en/macro.md" %}{{ own("x") }}
{% macro m(who) %}{% include "parts/en/who.md" %}{% endmacro %}{{ m("arg") }}
{% set who = "set" %}{% include "parts/en/macro.md" %}
{#- a comment -#}   {{- text -}}   {% if yes -%}   x   {%- endif %}
{{ "{{ no tag }}" }}{{ '"' }}{% raw %}{{ raw }}{% endraw %}
""".strip().splitlines()


@pytest.mark.parametrize("source", SNIPPETS)
def test_compiled_template_and_jinja_print_or_refuse_the_same(source):
    compiled, jinja = both(source)
    assert compiled == jinja


def test_lines_of_statements_leave_no_trace_as_in_jinja():
    source = "---\nkind: x\n---\n# a\n  {% if yes %}\nb\n  {% endif %}\n\n"
    source += "{% for x in list %}\n{{ x }}\n{% endfor %}\nend\n"
    compiled, jinja = both(source)
    assert compiled == "# a\nb\n\na\nb\nc\nend"
    assert split_head(str(jinja))[1] == compiled


NAMES = st.sampled_from(
    [
        "who",
        "text",
        "one",
        "count",
        "none",
        "no",
        "list",
        "rows",
        "missing",
        "part.name",
        "part.gone",
    ]
)


def expressions() -> st.SearchStrategy[str]:
    """Return expressions of the subset, well formed, often wrong in what they ask."""
    leaves = NAMES | st.sampled_from(['"x"', "2", "part.list[0]", "m(text)", "m2(who)", "joined()"])

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        one = st.builds
        return (
            one(
                "({} {} {})".format,
                inner,
                st.sampled_from(["and", "or", "==", "!=", "~", "in"]),
                inner,
            )
            | one("({} if {} else {})".format, inner, inner, inner)
            | one("({} if {})".format, inner, inner)
            | one("(not {})".format, inner)
            | one("({} is {})".format, inner, st.sampled_from(["defined", "not defined", "none"]))
            | one(
                "({} | {})".format,
                inner,
                st.sampled_from(["default('d')", "join('-')", "length", "first"]),
            )
            | one("m({})".format, inner)
        )

    return st.recursive(leaves, larger, max_leaves=4)


def statements() -> st.SearchStrategy[str]:
    """Return small templates: loops, conditions, macros and inclusions within each other."""
    words = expressions()
    targets = st.sampled_from(["one", "two", "who"])
    leaves = (
        st.builds("{{{{ {} }}}}".format, words)
        | st.sampled_from(
            ['{% include "parts/en/who.md" %}', '{% include "parts/en/macro.md" %}', "text\n"]
        )
        | st.builds("{{% set {} = {} %}}".format, targets, words)
    )

    def larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        body = st.lists(inner, min_size=1, max_size=3).map("".join)
        return (
            st.builds("{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, words, body, body)
            | st.builds(
                "{{% for {} in {} %}}{}{{{{ loop.index }}}}{{% endfor %}}".format,
                targets,
                st.sampled_from(["list", "rows", "part.list", "missing"]) | words,
                body,
            )
            | st.builds(
                "{{% macro {}({}) %}}{}{{% endmacro %}}".format,
                st.sampled_from(["m2", "m3"]),
                targets,
                body,
            )
        )

    return st.lists(st.recursive(leaves, larger, max_leaves=6), max_size=5).map("".join)


@settings(max_examples=400, deadline=None)
@given(statements())
def test_any_small_template_does_as_in_jinja(source):
    start = "{% macro m(x) %}({{ x }}{{ one }}){% endmacro %}{% set joined = joiner('-') %}"
    try:
        compiled, jinja = both(start + source)
    except Unfit:
        reject()
    assert compiled == jinja


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("\n{{ 1 + 1 }}", 2, "expression (Add)"),
        ("{% extends 'x' %}", 1, "statement (Extends)"),
        ("{% block a %}{% endblock %}", 1, "statement (Block)"),
        ("{% import 'x' as y %}", 1, "statement (Import)"),
        ("a\nb\n{% set x %}c{% endset %}", 3, "statement (AssignBlock)"),
        ("{% include 'parts/en/none.md' %}", 1, "“parts/en/none.md” in this language"),
        ("{% include text %}", 1, "to include"),
        ("{% include 'parts/en/who.md' ignore missing %}", 1, "to include"),
        ("{{ text | upper }}", 1, "no filter “upper”"),
        ("{% if text is string %}{% endif %}", 1, "no question “is string”"),
        ("{{ part.items }}", 1, "“.items” is no fact"),
        ("{{ who._book }}", 1, "“._book” is no fact"),
        ("{{ who['_book'] }}", 1, "hidden name"),
        ("{{ list[1:] }}", 1, "slice"),
        ("{{ part.name.upper() }}", 1, "only a macro or a joiner"),
        ("{{ range(3) }}", 1, "“range” cannot be used"),
        ("{{ loop.first }}", 1, "“loop.first” is not offered here"),
        ("{% for x in list %}{{ loop.cycle }}{% endfor %}", 1, "“loop.cycle”"),
        ("{% for x in list %}{{ loop }}{% endfor %}", 1, "“loop” cannot"),
        ("{% for x in list if x %}{% endfor %}", 1, "a loop with a condition"),
        ("{% macro m(a='b') %}{% endmacro %}", 1, "defaults"),
        ("{% macro m(a) %}{% endmacro %}{{ m(a='b') }}", 1, "one by one"),
        ("{% macro m() %}{{ x }}{% endmacro %}\n{% set x = 1 %}", 2, "“x” is set after a macro"),
        ("{{ 1 < 2 < 3 }}", 1, "two values can be compared"),
        ("{{ {} }}", 1, "expression (Dict)"),
        ("\n\n{% if %}", 3, "Expected an expression"),
    ],
)
def test_what_cannot_be_compiled_is_told_with_file_and_line(source, line, words):
    with pytest.raises(Unfit) as told:
        Compiler("parts/en/x.md", includes=set(PARTS)).template(source)
    assert str(told.value).startswith(f"parts/en/x.md, line {line}: ")
    assert words in str(told.value)


def test_a_part_that_includes_itself_is_refused(tmp_path: Path):
    for folder in ("letters/en", "parts/en"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "parts/en/a.md").write_text('{% include "parts/en/b.md" %}', encoding="utf-8")
    (tmp_path / "parts/en/b.md").write_text('{% include "parts/en/a.md" %}', encoding="utf-8")
    with pytest.raises(Unfit, match="includes itself"):
        compiled_letters(tmp_path, "en")
