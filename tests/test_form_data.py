"""Are the forms of bodies in order: keys, sources, plain words, and only what was read?"""

import re
from collections import Counter
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field

from complaintkit.intake.agency_schema import OFFICIAL, WITNESSES, Day, LimitsKeys, Page, Where
from complaintkit.rules.form_answers import HOLDS, LACKS, ONLY_YOU, TOLD, found
from complaintkit.store.agencies import agencies_in, countries_with_packs
from complaintkit.store.forms import USUAL, form_of, form_words, known_forms

FOLDER = Path(__file__).parent.parent / "complaintkit" / "data" / "forms"
PACKS = {
    file.name: yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for file in sorted(FOLDER.glob("*.yaml"))
}
ROWS = [row for pack in PACKS.values() for row in pack["forms"]]
FORMS = known_forms()
KNOWN = {one.id: one for code in (*countries_with_packs(), "EU") for one in agencies_in(code)}
SAID = ("opens", "before", "once", "attach", "public", "sign")
FACTS = {*SAID, "fields", "limits", "way"}


class Keys(BaseModel):
    """Every key is known."""

    model_config = ConfigDict(extra="forbid", strict=True)


class FieldKeys(Keys):
    """One question."""

    label: str
    holds: Annotated[str, Field(pattern=f"^({'|'.join(HOLDS)})$")]
    characters: Annotated[str, Field(pattern=r"^[1-9]\d*$")] | None = None
    required: Annotated[str, Field(pattern="^yes$")] | None = None
    choices: list[str] | None = None
    help: str | None = None


class SourceKeys(Keys):
    """Where it was read."""

    url: Where
    by: Annotated[str, Field(pattern=f"^({'|'.join((*OFFICIAL, *WITNESSES))})$")]
    says: list[Annotated[str, Field(pattern=f"^({'|'.join(FACTS)})$")]] = Field(alias="for")
    dated: Day | None = None
    live: Day | None = None
    checked: Day


class FormKeys(Keys):
    """One form."""

    id: str
    seen: Annotated[str, Field(pattern="^(form|page|usual)$")]
    way: Annotated[str, Field(pattern="^(web-form|account|paper|email|phone)$")] | None = None
    opens: Page | None = None
    before: str | None = None
    once: str | None = None
    attach: str | None = None
    public: str | None = None
    sign: str | None = None
    published: Annotated[str, Field(pattern="^yes$")] | None = None
    one_file: Annotated[str, Field(pattern="^yes$")] | None = None
    limits: LimitsKeys | None = None
    fields: list[FieldKeys] | None = None
    beside: list[FieldKeys] | None = None
    sources: list[SourceKeys] | None = None


def of(one) -> str:
    return one["id"]


def of_form(one) -> str:
    return one.id


def test_no_form_stands_twice_and_the_usual_one_is_there():
    assert [name for name, count in Counter(map(of, ROWS)).items() if count > 1] == []
    assert form_of("no-such-body").id == USUAL


@pytest.mark.parametrize("row", ROWS, ids=of)
def test_every_key_is_known(row):
    FormKeys.model_validate(row)


@pytest.mark.parametrize("row", ROWS, ids=of)
def test_a_form_is_of_an_open_body_and_has_a_source_for_what_it_says(row):
    if row["id"] == USUAL:
        assert "sources" not in row
        return
    assert KNOWN[row["id"]].is_open
    said = {key for key in (*SAID, "limits", "fields") if key in row}
    told = {fact for source in row["sources"] for fact in source["for"]}
    official = {
        fact for source in row["sources"] if source["by"] in OFFICIAL for fact in source["for"]
    }
    assert said <= told
    assert said - official <= {"fields"}, "only the questions may rest on a copy"


@pytest.mark.parametrize("row", ROWS, ids=of)
def test_a_form_asks_for_the_story_and_in_plain_words(row):
    holds = [field["holds"] for field in row.get("fields", ())]
    assert holds.count("story") == (1 if holds else 0)
    assert bool(holds) == (row["seen"] != "usual" or row["id"] == USUAL)
    sentences = [row[key] for key in SAID if key in row and key != "opens"]
    for text in sentences + [field["help"] for field in row.get("fields", ()) if "help" in field]:
        assert "!" not in text
        assert text.endswith((".", "?")), text
        for sentence in re.split(r"(?<=[.?;:])\s", text):
            assert len(sentence.split()) < 30, sentence
    for field in row.get("fields", ()):
        assert len(field["label"]) <= 120
        assert "!" not in field["label"]


@pytest.mark.parametrize("row", [row for row in ROWS if "opens" in row], ids=of)
def test_a_form_opens_on_a_host_that_one_of_its_sources_or_its_body_names(row):
    body = KNOWN[row["id"]]
    pages = [body.page, body.form, *(source["url"] for source in row["sources"])]
    hosts = {(urlsplit(page).hostname or "").removeprefix("www.") for page in pages}
    own = (urlsplit(row["opens"]).hostname or "").removeprefix("www.")
    assert any(own == host or own.endswith(f".{host}") for host in hosts if host)


def test_a_form_of_which_the_questions_are_not_known_asks_the_usual_ones():
    usual = form_of(USUAL).fields
    assert [one.id for one in FORMS if one.seen == "usual" and one.fields != usual] == []


def test_whatever_a_form_may_ask_for_is_answered_told_or_left_to_the_person():
    assert set(HOLDS) == {*LACKS, *ONLY_YOU, "story", "problem"}
    assert set(LACKS).isdisjoint(ONLY_YOU)
    assert set(TOLD) <= set(HOLDS)
    assert found("own", None, None) is None


def test_every_way_and_kind_of_reading_has_its_words():
    words = form_words()
    assert {one.seen for one in FORMS} <= set(words["seen"])
    assert {one.way for one in FORMS if one.way} <= set(words["ways"])


@pytest.mark.parametrize("form", [one for one in FORMS if one.seen == "page"], ids=of_form)
def test_a_list_from_a_page_is_completed_by_what_every_form_asks(form):
    """Each question once: who the person and the company are, the wish and the documents."""
    held = [field.holds for field in form.fields]
    for kinds in (
        {"your-name", "first-name", "last-name"},
        {"your-address", "street"},
        {"your-email"},
        {"your-phone"},
        {"company-name"},
        {"want", "want-amount"},
        {"documents"},
    ):
        assert kinds & set(held), kinds
    added = [field for field in form.fields if "page does not name it" in field.help]
    assert all(held.count(field.holds) == 1 for field in added)
