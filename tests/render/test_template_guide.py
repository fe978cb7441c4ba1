"""The list of what a template may use is what letters get, word for word."""

from typing import Any

import pytest

from complaintkit.model.letter import Choices
from complaintkit.render import own_template_child, phrases
from complaintkit.render.contact_facts import Facts
from complaintkit.render.environment import words_for
from complaintkit.render.letter_facts import letter_facts
from complaintkit.render.sample_case import BODY, SAMPLES, TODAY
from complaintkit.render.template_guide import may_be_absent, paths_of, template_guide
from complaintkit.render.trace import Book
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.letter_plan import missing_facts, plan_letter
from complaintkit.store.rights import load_rights

GUIDE = template_guide()
RIGHTS = {"records": "gb-data-access", "cancel": "gb-cancel-14-days"}


def facts_of(kind: str, sample: str) -> Facts:
    words, case = words_for("en"), SAMPLES[sample]
    if missing_facts(KINDS[kind], case, case.consumer):
        return {}
    choices = Choices(right=RIGHTS.get(kind, ""))
    plan = plan_letter(
        kind,
        case,
        consumer=case.consumer,
        today=TODAY,
        choices=choices,
        rights=load_rights(),
        body=BODY,
    )
    return letter_facts(
        plan,
        case,
        consumer=case.consumer,
        words=words,
        style=words["styles"]["default"],
        book=Book(),
    )


def test_each_fact_that_a_letter_gets_has_its_line_and_no_other():
    found = {
        path for kind in KINDS for sample in SAMPLES for path in paths_of(facts_of(kind, sample))
    }
    whole = {path for path in found if not any(_is_above(path, other) for other in found)}
    assert whole == set(GUIDE["facts"])


def _is_above(path: str, other: str) -> bool:
    return other.startswith((f"{path}.", f"{path}[]."))


def test_each_filter_test_and_function_has_its_line_and_no_other():
    words = words_for("en")
    assert set(GUIDE["filters"]) == {*own_template_child.FILTERS, *phrases.filters(words)}
    signs = {"==", "!="}
    assert set(GUIDE["tests"]) == {*own_template_child.TESTS, *phrases.tests(words)} - signs
    assert set(GUIDE["functions"]) == set(own_template_child.GLOBALS)


def test_each_line_is_short_and_has_no_full_stop():
    lines: list[Any] = [line for part in GUIDE.values() for line in part.values()]
    assert all(line and len(line) <= 100 and not line.endswith(".") for line in lines)


@pytest.mark.parametrize("name", ["purchase.what", "raised.first", "row.said", "behalf.name"])
def test_a_fact_that_other_letters_have_may_be_absent(name):
    assert may_be_absent(name)


@pytest.mark.parametrize("name", ["purchase.colour", "colour", "row.colour", "purchase.said"])
def test_a_fact_that_no_letter_has_is_unknown(name):
    assert not may_be_absent(name)
