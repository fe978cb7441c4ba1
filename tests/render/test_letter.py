"""Tests of render/letter.py and its templates: what stands in a letter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from letter_cases import (
    CARD_POINTS,
    CASES,
    COMPLAINTS,
    GAS_ESTIMATE,
    MISSING_CREDIT,
    WASHING_MACHINE,
    applicable,
)

from complaintkit.errors import FileUnusable
from complaintkit.model.case import Case
from complaintkit.model.encounter import Channel, Encounter, Promise
from complaintkit.model.letter import Letter, Listing, Paragraph, Table
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.people import Company, Contact
from complaintkit.render.environment import shipped, template_head, templates_folder
from complaintkit.render.letter import compose
from complaintkit.render.letter_runs import all_runs, used_sources
from complaintkit.render.text import letter_text, plain
from complaintkit.render.trace import Book
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.store.rights import load_rights

MAY = datetime.fromisoformat("2026-05-01T09:00")
RIGHTS = load_rights()
EVERY = applicable()
RUNGS = [(name, kind) for name, kind in EVERY if kind in COMPLAINTS]
LONG = {"final-notice", "agency"}  # facts/letters.md, section 3: these may be longer


def letter(name: str, kind: str) -> Letter:
    case, today = CASES[name]
    return compose(kind, case, consumer=case.consumer or Contact(), today=today, rights=RIGHTS)


def flat(kind: str, case: Case, today: date = date(2026, 5, 18)) -> str:
    """Return the letter's words in one line."""
    return " ".join(
        letter_text(compose(kind, case, consumer=case.consumer or Contact(), today=today)).split()
    )


def cells(found: Letter) -> list[str]:
    tables = [block for block in found.body if isinstance(block, Table)]
    return [plain(cell) for table in tables for row in table.rows for cell in row]


def prose_words(found: Letter) -> int:
    parts = [block.runs for block in found.body if isinstance(block, Paragraph)]
    parts += [item for block in found.body if isinstance(block, Listing) for item in block.items]
    return sum(len(plain(part).split()) for part in parts)


def table_words(found: Letter) -> int:
    tables = [block for block in found.body if isinstance(block, Table)]
    return sum(len(plain(cell).split()) for one in tables for row in one.rows for cell in row)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_letter_reads_as_agreed(name: str, kind: str, golden: Callable[[str, str], None]):
    golden(f"letters/{name}-{kind}.txt", letter_text(letter(name, kind)))


@pytest.mark.parametrize(("name", "kind"), RUNGS)
def test_every_complaint_has_what_a_company_needs(name: str, kind: str):
    found = letter(name, kind)
    case, _ = CASES[name]
    text = " ".join(letter_text(found).replace("\u00a0", " ").split())
    assert "complaint" in plain(found.subject).casefold()
    for fact in (case.company.name, case.company.account, case.consumer.name, "in writing by"):
        assert fact in text
    for call in case.encounters:
        assert call.reference in text
    assert "Thank you" in text
    assert "Enclosures (copies)" in text


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_letter_uses_words_that_read_like_a_form(name: str, kind: str):
    text = " ".join(letter_text(letter(name, kind)).split())
    for wrong in ("(s)", "and/or", "immediately", "as soon as possible", "hereby", "!"):
        assert wrong not in text


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_letter_holds_a_blank_or_what_is_private(name: str, kind: str):
    found = letter(name, kind)
    text = letter_text(found)
    for wrong in (
        "None",
        "null",
        "N/A",
        "{{",
        "}}",
        "{%",
        "()",
        " ,",
        " .",
        "..",
        "\ue000",
        "and/or",
    ):
        assert wrong not in text, wrong
    case, _ = CASES[name]
    assert not case.resolution.floor or case.resolution.floor not in text
    assert all(note.text not in text for note in case.notes)
    assert all(cell.strip() for cell in cells(found))


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_the_body_keeps_to_the_length_of_a_letter(name: str, kind: str):
    found = letter(name, kind)
    most = 450 if kind in LONG else 250 if kind == "ceo" else 300
    assert prose_words(found) <= most
    assert prose_words(found) + table_words(found) <= (500 if kind in LONG else 400)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_no_phrase_is_said_twice(name: str, kind: str):
    found = letter(name, kind)
    sentences = [
        sentence.strip()
        for block in found.body
        if isinstance(block, Paragraph)
        for sentence in plain(block.runs).split(". ")
    ]
    assert len(sentences) == len(set(sentences))


def test_an_outside_body_is_named_once_and_only_from_the_manager_on():
    said = {kind: flat(kind, MISSING_CREDIT).count("independent body") for kind in COMPLAINTS}
    assert said == {"first": 0, "manager": 1, "head-of-service": 1, "ceo": 1}


def test_every_printed_fact_names_its_source():
    found = letter("missing-credit", "ceo")
    sources = {run.text: run.source for run in all_runs(found)}
    assert sources["Odessa Freeman"] == "profile"
    assert sources["Telephone, Devon (billing)"] == "#3"
    assert sources["twice"] == "#2, #3"
    assert sources["RET-7719"] == "#2"
    assert sources["Bill 2026-02 (PDF)"] == "Exhibit 1"
    assert sources[MISSING_CREDIT.problem] == "your words"
    assert sources["June 1, 2026"] == "calendar"
    assert sources["59 minutes on the telephone"] == "#8"


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_a_letter_needs_no_list_that_its_kind_does_not_show(name: str, kind: str):
    """With every list filled, as an own template gets them, the shipped letter is the same."""
    case, today = CASES[name]
    language = letter(name, kind).language

    def whole(facts: dict[str, object], book: Book) -> str:
        style = facts["style"]
        return shipped(language, style["locale"]).render(f"letters/{language}/{kind}.md", facts)

    found = compose(kind, case, consumer=case.consumer, today=today, rights=RIGHTS, render=whole)
    assert found == letter(name, kind)


def test_fixed_words_never_hold_a_fact():
    case = WASHING_MACHINE
    found = letter("washing-machine", "ceo")
    fixed = " ".join(run.text for run in all_runs(found) if not run.source)
    facts = ["Ashworth", "Begum", "Kyle", "SD/4471", "429", "2026", "voucher", "seal", "plumber"]
    assert not [fact for fact in facts if fact in fixed], fixed
    assert case.title not in fixed


def test_facts_that_the_letter_leaves_out_are_listed():
    found = letter("washing-machine", "ceo")
    assert "#5 call, 21 Jan 2026: nobody reached" in found.unused
    assert "Exhibit 3: diary.txt (belongs to a private note)" in found.unused
    assert not {"#4", "#13", "#15", "Exhibit 1"} & {line.split(" ")[0] for line in found.unused}
    used = used_sources(found)
    logged = {f"#{call.seq}" for call in WASHING_MACHINE.encounters}
    assert {line.split(" ")[0] for line in found.unused} & logged == logged - used
    assert letter("missing-credit", "first").unused == ()


def test_a_promise_that_the_problem_tells_of_is_not_told_again():
    text = flat("ceo", MISSING_CREDIT)
    assert text.count("a credit of $20.00 a month") == 1
    assert (
        "Ms Ruiz made this promise on January 12, 2026, to be kept by "
        "February 28, 2026. It has not been kept." in text
    )


def test_a_promise_not_yet_due_is_told_in_the_table_alone():
    case, today = MISSING_CREDIT, date(2026, 2, 28)
    found = compose("first", case, consumer=case.consumer, today=today)
    assert "has not been kept" not in letter_text(found)
    assert (
        "Credit agreed. Promised a credit of $20.00 a month for twelve months by Feb 28, 2026."
        in cells(found)
    )


def test_two_broken_promises_are_told_once_each_and_judged_together():
    text = flat("ceo", CARD_POINTS)
    assert (
        "an agent who gave no name promised to have points credited by April 12, 2026. "
        "On April 13, 2026, Jo promised an e-mail with the result by April 20, 2026. "
        "Neither has happened." in text
    )
    assert text.count("April 20, 2026") == 1


def test_what_the_problem_tells_is_no_event_and_its_copy_is_pointed_to():
    text = flat("first", CARD_POINTS)
    assert "What happened" not in text
    assert "gave me a reference. See enclosure 1." in text


def test_references_of_rows_left_out_stand_in_one_line():
    call = MISSING_CREDIT.encounters[0]
    first = replace(call, representative=None, promises=(), reference="R-0")
    calls = [replace(call, seq=seq, reference=f"R-{seq}") for seq in range(3, 10)]
    several = replace(MISSING_CREDIT, encounters=(calls[0], first, *calls[1:]))
    text = flat("ceo", several)
    assert "(the enclosed record lists all eight)" in text
    assert "Further references: R-3, R-4." in text
    assert "Record of all dates and contacts" in text


def test_time_on_calls_without_a_logged_cost_says_where_it_went():
    calls = tuple(replace(call, minutes=40) for call in MISSING_CREDIT.encounters)
    told = replace(MISSING_CREDIT, encounters=calls, costs=())
    assert "So far this has cost me 1 hour 20 minutes on the telephone." in flat("ceo", told)
    chat = replace(calls[1], channel=Channel.CHAT)
    told = replace(told, encounters=(calls[0], chat))
    assert "1 hour 20 minutes in the chat and on the telephone." in flat("ceo", told)
    mail = replace(calls[1], channel=Channel.EMAIL)
    told = replace(told, encounters=(calls[0], mail))
    assert "1 hour 20 minutes (the contacts below)." in flat("ceo", told)


def test_missing_references_and_names_are_said_plainly():
    text = flat("manager", CARD_POINTS)
    assert "No reference was given to me." in text
    assert "an agent who gave no name promised to have points credited by April 12, 2026" in text
    assert "Voice mail only." in text


def test_an_unreachable_company_without_a_note_reads_plainly():
    call = Encounter(seq=2, entry_id="e2", moment=Moment(wall=MAY), reached=False)
    text = flat("manager", replace(MISSING_CREDIT, encounters=(call,)))
    assert "Nobody reached." in text
    assert "I have tried to reach your company about this, without success." in text
    assert "none given" not in text


def test_a_skipped_hour_is_not_printed():
    assert "02:30" not in flat("first", GAS_ESTIMATE)


def test_a_contact_known_only_by_its_month_reads_so():
    month = Moment(wall=datetime.fromisoformat("2026-01-01"), precision=Precision.MONTH)
    call = replace(
        MISSING_CREDIT.encounters[0],
        moment=month,
        promises=(Promise(what="gold", index=1, by=date(2026, 2, 1)),),
    )
    text = flat("ceo", replace(MISSING_CREDIT, encounters=(call,)))
    assert (
        "In January 2026, Ms Ruiz made this promise for February 1, 2026: gold. It has not "
        "happened." in text
    )


@pytest.mark.parametrize(
    ("country", "paper", "day", "greeting"),
    [
        ("US", "us-letter", "May 18, 2026", "Dear Customer Relations Team:"),
        ("CA", "us-letter", "May 18, 2026", "Dear Customer Relations Team:"),
        ("MX", "us-letter", "18 May 2026", "Dear Customer Relations Team,"),
        ("GB", "a4", "18 May 2026", "Dear Customer Relations Team,"),
        ("", "a4", "18 May 2026", "Dear Customer Relations Team,"),
    ],
)
def test_paper_dates_and_greeting_follow_the_country(
    country: str, paper: str, day: str, greeting: str
):
    company = replace(MISSING_CREDIT.company, country=country)
    case = replace(MISSING_CREDIT, country=country, company=company)
    found = compose("first", case, consumer=case.consumer, today=date(2026, 5, 18))
    assert (found.paper, found.dated.text, plain(found.salutation)) == (paper, day, greeting)


def test_a_company_abroad_gets_its_country_in_the_address():
    company = replace(MISSING_CREDIT.company, country="DE")
    case = replace(MISSING_CREDIT, company=company)
    found = compose("first", case, consumer=case.consumer, today=date(2026, 5, 18))
    assert found.recipient[-1].text == "Germany"


def test_a_bare_case_makes_a_whole_letter():
    bare = Case(
        id="b",
        name="b",
        opened_on=date(2026, 5, 1),
        company=Company(name="Acme"),
        problem="it broke",
        resolution=replace(MISSING_CREDIT.resolution, want="refund", amount=None, answer_days=None),
    )
    found = compose("ceo", bare, consumer=Contact(name="A", phone="1"), today=date(2026, 5, 18))
    text = letter_text(found)
    assert "It broke.\n\nI ask for a refund.\n" in text
    assert "Enclosures" not in text
    assert "Contacts so far" not in text


def test_the_head_of_a_template_says_what_the_rules_say():
    for kind in KINDS.values():
        head = template_head(kind.name)
        assert head["kind"] == kind.name
        assert head["audience"] == kind.audience
        assert tuple(head["requires"]) == kind.requires


def test_an_own_template_of_the_same_name_wins(tmp_path: Path):
    own = tmp_path / "letters" / "en"
    own.mkdir(parents=True)
    (own / "first.md").write_text("# Complaint {{ title }}\n\nHello\n\n{{ problem }}\n\nBye\n")
    case = MISSING_CREDIT
    found = compose(
        "first", case, consumer=case.consumer, today=date(2026, 5, 18), own_templates=tmp_path
    )
    assert plain(found.salutation) == "Hello"
    assert plain(found.body[0].runs) == case.problem


@pytest.mark.parametrize(
    "fault",
    [
        "{{ nothing_of_that_name }}",
        "{{ purchase }}",
        "{{ contacts }}",
        "{% if %}",
        "{{ problem._book }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ problem | upper | nope }}",
        "```\ncode\n```",
    ],
)
def test_a_faulty_own_template_stops_with_a_sentence(fault: str, tmp_path: Path):
    own = tmp_path / "letters" / "en"
    own.mkdir(parents=True)
    (own / "first.md").write_text(f"# Complaint\n\nHello\n\n{fault}\n\nBye\n")
    case = MISSING_CREDIT
    with pytest.raises(FileUnusable):
        compose(
            "first", case, consumer=case.consumer, today=date(2026, 5, 18), own_templates=tmp_path
        )


def test_a_template_without_subject_or_closing_is_refused(tmp_path: Path):
    own = tmp_path / "letters" / "en"
    own.mkdir(parents=True)
    (own / "first.md").write_text("only this\n")
    case = MISSING_CREDIT
    with pytest.raises(FileUnusable):
        compose(
            "first", case, consumer=case.consumer, today=date(2026, 5, 18), own_templates=tmp_path
        )


def test_the_templates_are_found_by_a_known_file():
    assert (templates_folder() / "letters/en/first.md").is_file()
