"""Are the shipped time limits well-formed, sourced, and careful about what they compute?"""

import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from compiling import compile_data
from limits_table import PAGE, PLACES, page_with_table

from complaintkit.errors import StoreProblem
from complaintkit.model.summary import EventSeen, Summary
from complaintkit.rules.event_kinds import EVENT_KINDS
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.limit_dates import count
from complaintkit.rules.sectors import SECTORS
from complaintkit.store.limits import LIMITS, load_limits
from complaintkit.store.rights import load_rights

ROWS = load_limits()
RAW = {row["id"]: row for row in json.loads(LIMITS.read_text(encoding="utf-8"))}
BY_ID = {row.id: row for row in ROWS}
COMPUTED = [row for row in ROWS if row.status == "computed"]
ASKED = [row for row in ROWS if row.status == "ask"]
EVENTS = set(EVENT_KINDS) - {"other"}
LETTERS = {f"letter:{kind}" for kind in KINDS}
STARTS = EVENTS | LETTERS | {"bought", "opened", "complaint", "written"}
UNITS = {"days", "working-days", "weeks", "months", "years"}
BOUGHT = {"online", "phone", "post", "doorstep", "shop"}
KEYS = {
    *("id", "whose", "title", "act", "countries", "regions", "sectors", "not_sectors", "needs"),
    *("since", "of", "length", "unit", "must_be", "pauses", "met_by", "letter", "status", "ask"),
    *("caution", "law", "source", "url", "checked"),
}
NEEDS = {"payment", "bought", "price_over", "price_up_to", "currency", "condition"}
UNVERIFIED = re.compile(
    r"(?i)unverified|from memory|was not (read|seen)|were not (read|seen)|not read\b|only in part"
)
SAME_LAW = {  # limit: the right in data/rights that rests on the same law
    "us-card-billing-error": "us-billing-error",
    "us-cooling-off": "us-cooling-off",
    "us-debt-validation": "us-debt-validation",
    "gb-reject-goods": "gb-short-term-reject",
    "gb-cancel": "gb-cancel-14-days",
    "eu-withdraw": "eu-withdrawal-14-days",
    "eu-legal-guarantee": "eu-legal-guarantee",
    "ie-terminate-goods": "ie-short-term-terminate",
    "ca-on-direct-agreement": "ca-on-direct-agreement",
    "ng-return-goods": "ng-return-defective",
    "za-cooling-off": "za-cooling-off",
    "za-implied-warranty": "za-implied-warranty",
}
SAME_ANSWER = {  # limit of theirs: the right that gives the time to answer
    "us-card-acknowledge": "us-billing-error",
    "us-credit-report": "us-credit-report",
    "us-ca-records": "us-ca-request-to-know",
    "gb-records": "gb-data-access",
    "gb-letter-before-claim": "gb-pre-action",
    "eu-records": "eu-data-access",
    "nz-records": "nz-data-access",
    "ca-records": "ca-data-access",
}


def name(row):
    return row.id


def words_of(row):
    return [row.title, row.act, row.condition, row.caution, row.ask]


def test_no_two_limits_share_an_id():
    assert [key for key, times in Counter(row.id for row in ROWS).items() if times > 1] == []


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_limit_uses_only_known_words(row):
    raw = RAW[row.id]
    assert set(raw) <= KEYS
    assert set(raw.get("needs", {})) <= NEEDS
    assert row.whose in {"yours", "theirs"}
    assert row.status in {"computed", "ask"}
    assert row.of in {"first", "last"}
    assert row.unit in UNITS
    assert row.must_be in {"sent", "received", "done"}
    assert set(row.since) <= STARTS
    assert set(row.met_by) <= EVENTS | LETTERS
    assert set(row.bought) <= BOUGHT
    assert {*row.sectors, *row.not_sectors} <= set(SECTORS)
    assert row.letter in {"", *KINDS}
    assert not (row.sectors and row.not_sectors)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_limit_lies_in_the_place_that_its_id_begins_with(row):
    place = row.id.split("-")[0]
    if place == "all":
        assert row.countries == ()
    elif place == "eu":
        assert len(row.countries) > 20
    else:
        assert row.countries == (place.upper(),)
    assert all(re.fullmatch("[A-Z]{2}", country) for country in row.countries)
    assert all(region.split("-")[0] in row.countries for region in row.regions)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_price_has_its_currency(row):
    has_price = row.price_over is not None or row.price_up_to is not None
    assert bool(row.currency) == has_price


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_pauses_name_events_and_leave_days(row):
    assert bool(row.pauses) == bool(row.least_left)
    assert set(row.pauses or ()) <= EVENTS


@pytest.mark.parametrize("row", COMPUTED, ids=name)
def test_computed_limit_has_length_start_and_a_source_that_was_read(row):
    raw = RAW[row.id]
    assert row.length > 0
    assert {"since", "of", "length", "unit", "must_be"} <= set(raw)
    assert row.since
    assert row.source
    assert row.url or row.law
    assert not row.ask
    assert not UNVERIFIED.search(row.source), "a source that was not read computes no day"


@pytest.mark.parametrize("row", ASKED, ids=name)
def test_limit_to_ask_about_says_whom_and_gives_no_length(row):
    assert row.ask
    assert row.length == 0
    assert not {"length", "unit", "of", "pauses"} & set(RAW[row.id])


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_limit_was_checked_within_the_last_year(row):
    newest = max(other.checked for other in ROWS)
    assert newest - timedelta(days=365) < row.checked <= newest
    assert row.checked > date(2026, 1, 1)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_words_are_calm_short_and_whole_sentences(row):
    for text in words_of(row):
        assert "!" not in text
        assert text == text.strip()
        for sentence in re.split(r"(?<=[.?;:])\s", text):
            assert len(sentence.split()) < 30, sentence
    assert row.act.endswith(".")
    assert not row.title.endswith(".")
    assert not row.condition or re.match(r"(Only|Not) (if|for) .+\.$", row.condition)
    assert not row.caution or row.caution.endswith(".")
    assert len(row.title.split()) <= 12


@pytest.mark.parametrize(("limit", "right"), SAME_LAW.items())
def test_limit_and_right_of_one_law_give_the_same_time(limit, right):
    known = {row.id: row for row in load_rights()}
    assert BY_ID[limit].length == known[right].within_days


@pytest.mark.parametrize(("limit", "right"), SAME_ANSWER.items())
def test_limit_and_right_of_one_law_give_the_same_time_to_answer(limit, right):
    row, known = BY_ID[limit], {known.id: known for known in load_rights()}[right]
    assert row.whose == "theirs"
    in_months = row.unit == "months"
    assert row.length == (known.answer_months if in_months else known.answer_days)
    assert row.countries == known.countries
    assert row.regions == known.regions


def test_british_right_to_reject_counts_from_the_last_and_stops_for_a_repair():
    row = BY_ID["gb-reject-goods"]
    assert (row.since, row.of, row.length, row.unit) == (
        ("delivered", "installed"),
        "last",
        30,
        "days",
    )
    assert row.pauses == ("repair-asked", "repair-back")
    assert row.least_left == 7


def test_american_billing_error_must_have_come_within_60_days_of_the_first_statement():
    row = BY_ID["us-card-billing-error"]
    assert (row.since, row.of, row.length, row.unit) == (("statement-sent",), "first", 60, "days")
    assert row.must_be == "received"
    assert row.payment == ("credit-card",)


def began(kind, on):
    """Return a case in which one thing that starts a time happened on a day."""
    own = {"bought": "bought_on", "complaint": "first_complaint_on", "written": "first_written_on"}
    case = {"case_id": "c", "name": "case", "title": "", "company": "Acme", "opened_on": on}
    if kind.startswith("letter:"):
        return Summary(**case, first_sent=((kind.removeprefix("letter:"), on),))
    if kind in own:
        return Summary(**case, **{own[kind]: on})
    seen = EventSeen(kind=kind, first_on=on, first_seq=1, last_on=on, last_seq=1)
    return Summary(**case, events=(seen,))


@pytest.mark.parametrize(
    ("limit", "kind", "start", "last_day"),
    [
        ("gb-reject-goods", "delivered", date(2026, 11, 5), date(2026, 12, 5)),
        ("ie-terminate-goods", "delivered", date(2026, 11, 5), date(2026, 12, 4)),
        ("us-card-billing-error", "statement-sent", date(2026, 11, 5), date(2027, 1, 4)),
        ("us-cooling-off", "contract", date(2026, 11, 20), date(2026, 11, 23)),
        ("gb-fos-refer", "final-response", date(2026, 8, 31), date(2027, 2, 28)),
        ("gb-housing-scheme", "final-response", date(2026, 3, 1), date(2027, 2, 28)),
        ("gb-fault-presumed", "delivered", date(2026, 1, 15), date(2026, 7, 14)),
        ("za-cooling-off", "delivered", date(2026, 11, 20), date(2026, 11, 27)),
        ("nz-uninvited-sale", "contract", date(2026, 11, 21), date(2026, 11, 27)),
    ],
)
def test_last_day_of_the_limits_that_hurt_most(limit, kind, start, last_day):
    assert count(BY_ID[limit], began(kind, start)).last_day == last_day


@pytest.mark.parametrize("row", COMPUTED, ids=name)
def test_every_start_of_a_computed_limit_gives_a_later_day(row):
    on = date(2026, 3, 2)
    for kind in row.since:
        last_day = count(row, began(kind, on)).last_day
        assert last_day is not None
        assert last_day > on


@pytest.mark.parametrize("limit", ["us-cooling-off", "us-loan-rescission"])
def test_business_days_with_saturdays_are_counted_early(limit):
    assert BY_ID[limit].unit == "days"


@pytest.mark.parametrize("text", ["", "{", '[{"id": "us-lost-card"}]', "[7]", "7", "\x00"])
def test_damaged_limits_say_install_again(tmp_path, text):
    damaged = tmp_path / "limits.json"
    damaged.write_text(text)
    with pytest.raises(StoreProblem, match="The file of time limits") as caught:
        load_limits(damaged)
    assert "Install complaintkit again" in caught.value.fix


def test_missing_limits_say_install_again(tmp_path):
    with pytest.raises(StoreProblem, match="missing or damaged"):
        load_limits(tmp_path / "limits.json")


@pytest.mark.parametrize("place", PLACES)
def test_each_place_has_its_file(place):
    assert (compile_data.DATA / "limits" / f"{place}.yaml").is_file()


def test_every_file_of_limits_is_in_the_table():
    files = {file.stem for file in (compile_data.DATA / "limits").glob("*.yaml")}
    assert files == set(PLACES)


def test_table_in_the_docs_is_that_of_the_data():
    page = PAGE.read_text(encoding="utf-8")
    assert page == page_with_table(page), "run .ci/limits_table.py"
    assert all(f"`{row.id}`" in page for row in ROWS)


def test_limits_load_without_a_yaml_reader():
    code = (
        "import sys; from complaintkit.store.limits import load_limits; load_limits();"
        "print([m for m in ('yaml','jinja2','typer','rich','pydantic') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_shipped_limits_lie_inside_the_package():
    assert LIMITS.is_file()
    assert Path(LIMITS).parent.parent.name == "data"
