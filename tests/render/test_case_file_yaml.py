# ruff: noqa: DTZ001 - a clock on the wall carries no time zone
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from complaintkit.intake.case_file import CaseFile, read_case_file
from complaintkit.model.case import (
    Case,
    Cost,
    Event,
    Exhibit,
    Offer,
    Outcome,
    Purchase,
    Resolution,
    SentLetter,
)
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise, Representative
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.model.people import Behalf, Company, Contact, Officer, Party
from complaintkit.render.case_file import case_file_yaml, case_plain
from complaintkit.rules.local_time import local_offset

FILES = {"a" * 64: "offer.png", "b" * 64: "letter-1.txt", "c" * 64: "receipt no 1.pdf"}
HOSTILE = [
    "no", "0123", "1_000", "12:30", "1e3", "~", "null", "2026-01-01", "- a", "a: b", "a #b",
    "# a", "&a", "*a", "!x", "| x", "> x", "@x", "`x", "%x", "{x", "[x", "'", '"', "\\", "x\ny",
    "x\n", "\nx", "x\r\ny", " x", "x ", "x\n\ny", "x\n  y", "x \ny", "\tx", "a\tb", "<<", "=",
    "---", "...", "\x00", "\x07", "\x1b[31m", "\x85x", "a\u2028b", "\ufeffx", "\u202eabc",
    "a\u2067b", "😀 ok", "Łódź", "日本", "\ufffe", "? x", "x:", ":", "- ", "yes", "true", "0x1F",
    ".5", "+1", "key:\tv", "\u200f", "e\u0301", "'no'", "a: |\n b",
]  # fmt: skip

text = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
).filter(str.strip)
maybe = st.one_of(st.just(""), text)
days = st.dates(date(1999, 1, 1), date(2027, 1, 1))
no_or_day = st.none() | days
money = st.builds(
    Money,
    amount=st.decimals(0, 10**9, places=2) | st.sampled_from([Decimal(5), Decimal("1E+2")]),
    currency=st.sampled_from(["USD", "EUR", "NGN"]),
)
numbers = st.lists(st.sampled_from([1, 2]), max_size=2, unique=True).map(tuple)
count = st.none() | st.integers(0, 9999)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    precision = draw(st.sampled_from(Precision))
    wall = datetime.combine(draw(days), time())
    if precision is Precision.MONTH:
        wall = wall.replace(day=1)
    zone = draw(st.sampled_from(["", "Europe/Berlin", "America/New_York"]))
    if precision in (Precision.DAY, Precision.MONTH):
        return Moment(wall=wall, zone=zone, precision=precision)
    wall += timedelta(seconds=draw(st.integers(1, 86399)))
    if not zone:
        offset = draw(st.none() | st.sampled_from([timedelta(0), timedelta(hours=-3.5)]))
        return Moment(wall=wall, offset=offset, precision=precision)
    offset, skipped, _ = local_offset(wall, zone)
    return Moment(wall=wall, offset=offset, zone=zone, precision=precision, skipped=skipped)


@st.composite
def encounters(draw: st.DrawFn) -> Encounter:
    promises = draw(st.lists(st.tuples(text, no_or_day, st.none() | st.booleans()), max_size=2))
    return Encounter(
        seq=1,
        entry_id="e",
        moment=draw(moments()),
        channel=draw(st.sampled_from(Channel)),
        medium=draw(maybe),
        direction=draw(st.sampled_from(Direction)),
        reached=draw(st.booleans()),
        representative=draw(st.none() | st.builds(Representative, name=maybe, role=maybe)),
        said=draw(maybe),
        quote=draw(maybe),
        promises=tuple(
            Promise(what=what, index=place, by=by, kept=kept)
            for place, (what, by, kept) in enumerate(promises, 1)
        ),
        reference=draw(maybe),
        minutes=draw(count),
        tags=tuple(draw(st.lists(text, max_size=2))),
        exhibits=draw(numbers),
    )


CASES = st.builds(
    Case,
    id=st.just("id"),
    name=text,
    opened_on=days,
    company=st.builds(
        Company,
        name=text,
        address=st.lists(maybe, max_size=3).map(tuple),
        country=st.sampled_from(["", "US"]),
        region=st.sampled_from(["", "US-NY"]),
        email=maybe,
        head=st.none() | st.builds(Officer, name=text, title=maybe),
        account=maybe,
        customer_since=maybe,
    ),
    problem=text,
    title=maybe,
    sector=st.sampled_from(["", "bank", "Falconry"]),
    on_behalf_of=st.none() | st.builds(Behalf, name=text, authority=maybe),
    consumer=st.none() | st.builds(Contact, name=maybe, address=st.just(("1 Road", "Town"))),
    parties=st.lists(st.builds(Party, name=text, role=maybe), max_size=1).map(tuple),
    purchase=st.none() | st.builds(Purchase, what=maybe, price=st.none() | money),
    particulars=st.dictionaries(text, text, max_size=2).map(lambda pairs: tuple(pairs.items())),
    resolution=st.builds(
        Resolution, want=maybe, amount=st.none() | money, floor=maybe, answer_days=count
    ),
    events=st.lists(
        st.builds(Event, seq=st.just(1), entry_id=st.just("e"), on=days, what=text,
                  amount=st.none() | money, exhibits=numbers),
        max_size=2,
    ).map(tuple),
    encounters=st.lists(encounters(), max_size=3).map(tuple),
    exhibits=st.just((
        Exhibit(seq=2, entry_id="f", number=2, sha256="c" * 64, name="x", size=1, title="Z: #"),
        Exhibit(seq=1, entry_id="e", number=1, sha256="a" * 64, name="y", size=1),
    )),
    offers=st.lists(
        st.builds(Offer, seq=st.just(1), entry_id=st.just("e"), on=days, what=text,
                  amount=st.none() | money, full_settlement=st.none() | st.booleans()),
        max_size=1,
    ).map(tuple),
    costs=st.lists(
        st.builds(Cost, seq=st.just(1), entry_id=st.just("e"), on=days, what=text, minutes=count),
        max_size=1,
    ).map(tuple),
    letters=st.just((SentLetter(
        seq=9, entry_id="l", number=1, kind="ceo", sent_on=date(2026, 3, 3), via="post",
        answer_by=date(2026, 3, 17), sha256="b" * 64, name="l", size=3, proof=2,
        tracking="RR 1 GB"),)),
    outcome=st.none() | st.builds(
        Outcome, seq=st.just(3), closed_on=days, result=text, moved_by=maybe,
        satisfaction_before=st.none() | st.integers(1, 5), fair=st.none() | st.booleans(),
        heard=st.none() | st.booleans(), addressed=st.none() | st.booleans(),
        integrity=st.none() | st.integers(1, 5), manner=st.none() | st.integers(1, 5)),
)  # fmt: skip

SIMPLE = Case(
    id="id",
    name="card-points",
    opened_on=date(2026, 5, 4),
    company=Company(name="Harbor & Finch", account="0417"),
    problem="Points are missing.\nNobody calls back.",
    resolution=Resolution(
        want="24,000 points", amount=Money(amount=Decimal("70.00"), currency="USD"), floor="half"
    ),
    encounters=(
        Encounter(
            seq=2,
            entry_id="e2",
            moment=Moment(
                wall=datetime(2026, 1, 12, 9),
                offset=timedelta(hours=-5),
                zone="America/New_York",
            ),
            channel=Channel.CHAT,
            medium="WhatsApp",
            promises=(Promise(what="points", index=1, by=date(2026, 4, 12), kept=False),),
            exhibits=(1,),
        ),
    ),
    exhibits=(Exhibit(seq=1, entry_id="e", number=1, sha256="a" * 64, name="y", size=1),),
)


def read(case: Case) -> CaseFile:
    return read_case_file(case_file_yaml(case, file_names=FILES).encode(), name="case.yaml")


def plain(found: CaseFile) -> dict[str, object]:
    sections = {
        name: list(getattr(found, name))
        for name in (
            "events",
            "encounters",
            "exhibits",
            "promises",
            "offers",
            "costs",
            "letters",
        )
    }
    everything = {"complaintkit": "1", "case": found.case, **sections, "outcome": found.outcome}
    return {name: part for name, part in everything.items() if part}


def test_a_case_is_written_in_the_order_of_the_case_file():
    assert (
        case_file_yaml(SIMPLE, file_names=FILES).split("\n", 2)[2]
        == """\
complaintkit: "1"
case:
  name: card-points
  opened_on: "2026-05-04"
  company:
    name: Harbor & Finch
    account: "0417"
  problem: |-
    Points are missing.
    Nobody calls back.
  resolution:
    want: 24,000 points
    amount:
      amount: "70.00"
      currency: USD
    floor: half
encounters:
- at: "2026-01-12T09:00"
  zone: America/New_York
  offset: "-05:00"
  precision: exact
  channel: chat
  medium: WhatsApp
  direction: out
  reached: 'yes'
  promised:
  - what: points
    by: "2026-04-12"
  exhibits:
  - offer.png
exhibits:
- file: offer.png
promises:
- encounter: "1"
  promise: "1"
  kept: 'no'
"""
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_what_is_written_is_read_again_the_same(case):
    assert plain(read(case)) == case_plain(case, file_names=FILES)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CASES)
def test_other_readers_of_yaml_find_the_same_text(case):
    written = case_file_yaml(case, file_names=FILES)
    assert yaml.safe_load(written) == case_plain(case, file_names=FILES)
    assert case_file_yaml(case, file_names=FILES) == written


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_comes_back_as_it_was(words):
    found = read(replace(SIMPLE, title=f"a{words}", problem=words + "z"))
    assert found.case["title"] == f"a{words}"
    assert found.case["problem"] == words + "z"


def test_marks_that_turn_the_text_and_controls_are_escaped():
    written = case_file_yaml(replace(SIMPLE, problem="a\u202eb\x1bc\u2066d"), file_names=FILES)
    assert "\u202e" not in written
    assert "\x1b" not in written
    assert "\u2066" not in written
    assert "\\e" in written


def test_about_a_day_is_written_without_an_hour():
    moment = Moment(wall=datetime(2026, 3, 12), precision=Precision.ABOUT)
    case = replace(SIMPLE, encounters=(replace(SIMPLE.encounters[0], moment=moment),))
    found = read(case).encounters[0]
    assert (found["at"], found["precision"]) == ("2026-03-12", "about")


def test_a_promise_without_words_does_not_shift_the_others():
    promises = (
        Promise(what="", index=1, kept=True),
        Promise(what="a call", index=2, kept=False),
    )
    case = replace(SIMPLE, encounters=(replace(SIMPLE.encounters[0], promises=promises),))
    found = read(case)
    assert found.encounters[0]["promised"] == [{"what": "a call"}]
    assert found.promises == ({"encounter": "1", "promise": "1", "kept": "no"},)


def test_private_notes_have_no_place_and_the_floor_has():
    written = case_file_yaml(SIMPLE, file_names=FILES)
    assert "floor: half" in written
    assert written.startswith("# A case file of complaintkit")


def test_a_file_that_is_not_there_is_not_named():
    assert "exhibits" not in case_plain(SIMPLE, file_names={})
