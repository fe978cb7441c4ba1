"""Are the limits of law and of schemes counted from the right day to the right day?

The rows repeat the examples and rules of facts/clocks.md; the data behind them are the
shipped ones.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from case_logs import a_case, call, day, event, letter, reply
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.model.case import Case, Extension, Purchase
from complaintkit.model.clock import Clock, ClockState, Whose
from complaintkit.model.money import Money
from complaintkit.rules.limit_clocks import limit_clocks
from complaintkit.rules.summary import summarise
from complaintkit.rules.workdays import WEEKENDS
from complaintkit.store.days_off import days_off
from complaintkit.store.limits import load_limits
from complaintkit.store.reference import load_guide

GUIDE = load_guide()
LIMITS = load_limits()


def clock_of(limit: str, case: Case, today: str) -> Clock | None:
    """Return one clock of a case, with the holidays of where the person lives."""
    found = limit_clocks(
        summarise(case),
        LIMITS,
        GUIDE,
        today=day(today),
        off=days_off(case.country, case.region),
    )
    return next((clock for clock in found if clock.id == f"limit:{limit}"), None)


def bought(payment: str = "", where: str = "", price: str = "", currency: str = "") -> Purchase:
    money = Money(amount=Decimal(price), currency=currency) if price else None
    return Purchase(payment=payment, where=where, price=money)


CARD = bought("credit card")
ONLINE = bought(where="online shop")
DOORSTEP = bought(where="at my door", price="150.00", currency="AUD")

# (limit, country, region, sector, purchase, log) → the last day
LAST_DAYS = [
    # UK: the day after delivery is the first of thirty; leap day, month and year ends
    ("gb-reject-goods", "GB", "", "retail", None, (event("01-01", "delivered"),), "01-31"),
    ("gb-reject-goods", "GB", "", "retail", None, (event("01-31", "delivered"),), "03-02"),
    ("gb-reject-goods", "GB", "", "retail", None, (event("2028-01-30", "delivered"),),
     "2028-02-29"),
    ("gb-reject-goods", "GB", "", "retail", None, (event("2025-12-15", "delivered"),),
     "2026-01-14"),
    # ... over the change of the clocks in March and October: days, not hours
    ("gb-reject-goods", "GB", "", "retail", None, (event("03-14", "delivered"),), "04-13"),
    ("gb-reject-goods", "GB", "", "retail", None, (event("10-10", "delivered"),), "11-09"),
    # ... all of delivery and installation done: the later day counts
    ("gb-reject-goods", "GB", "", "retail", None,
     (event("01-01", "delivered"), event("01-06", "installed")), "02-05"),
    # ... but a second delivery, perhaps a replacement, starts nothing anew
    ("gb-reject-goods", "GB", "", "retail", None,
     (event("01-01", "delivered"), event("01-20", "delivered")), "01-31"),
    # ... and it stands still during a repair, both days counted, with seven days at the least
    ("gb-reject-goods", "GB", "", "retail", None,
     (event("01-01", "delivered"), event("01-10", "repair-asked"), event("01-20", "repair-back")),
     "02-11"),
    ("gb-reject-goods", "GB", "", "retail", None,
     (event("01-01", "delivered"), event("01-30", "repair-asked"), event("01-30", "repair-back")),
     "02-06"),
    # US card dispute: sixty calendar days from the statement, no roll-over at a weekend
    ("us-card-billing-error", "US", "", "", CARD, (event("02-19", "statement-sent"),), "04-20"),
    ("us-card-billing-error", "US", "", "", CARD, (event("01-06", "statement-sent"),), "03-07"),
    ("us-card-billing-error", "US", "", "", CARD,
     (event("01-06", "statement-sent"), event("02-06", "statement-sent")), "03-07"),
    ("us-card-acknowledge", "US", "", "", CARD, (letter("card-dispute", "03-01"),), "03-31"),
    ("us-card-resolve", "US", "", "", CARD, (letter("card-dispute", "03-01"),), "05-30"),
    ("us-transfer-error", "US", "", "bank", bought("debit card"),
     (event("02-19", "statement-sent"),), "04-20"),
    ("us-credit-report", "US", "", "credit-reporting", None, (letter("credit-report", "01-31"),),
     "03-02"),
    ("us-debt-validation", "US", "", "debt-collector", None, (event("01-05", "notice-received"),),
     "02-04"),
    ("us-order-shipped", "US", "", "retail", ONLINE, (event("12-10", "ordered"),), "2027-01-09"),
    ("us-airline-acknowledge", "US", "", "airline", None, (letter("first", "01-01"),), "01-31"),
    ("us-airline-answer", "US", "", "airline", None, (letter("first", "01-01"),), "03-02"),
    ("us-ca-records", "US", "US-CA", "retail", None, (letter("records", "01-01"),), "02-15"),
    # ... working days leave out the holidays: 3 July is the observed Independence Day of 2026
    ("us-flight-refund-card", "US", "", "airline", CARD, (event("06-29", "cancelled"),), "07-09"),
    ("us-ca-records-confirm", "US", "US-CA", "retail", None, (letter("records", "12-18"),),
     "2027-01-05"),
    # UK and EU: fourteen days to cancel, a month to answer a request for records
    ("gb-cancel", "GB", "", "retail", ONLINE, (event("02-20", "delivered"),), "03-06"),
    # ... of regular deliveries the first starts it; what the company owes runs from the last
    ("gb-cancel", "GB", "", "retail", ONLINE,
     (event("02-01", "contract"), event("02-20", "delivered"), event("03-20", "delivered")),
     "03-06"),
    ("gb-cancel-refund", "GB", "", "retail", ONLINE,
     (event("03-01", "cancelled"), event("03-08", "cancelled")), "03-22"),
    ("ie-six-years", "IE", "", "retail", replace(ONLINE, bought_on=day("01-01")),
     (event("01-08", "delivered"),), "2031-12-31"),
    ("sg-direct-sale", "SG", "", "", bought(where="at my door", price="60", currency="SGD"),
     (event("01-05", "contract"),), "01-12"),
    ("eu-withdraw", "DE", "", "retail", ONLINE, (event("2028-02-20", "delivered"),), "2028-03-05"),
    ("gb-records", "GB", "", "retail", None, (letter("records", "01-31"),), "02-28"),
    ("eu-records", "FR", "", "retail", None, (letter("records", "2027-12-31"),), "2028-01-31"),
    # Ombudsman: six months from the final response, a month's end in a shorter month
    ("gb-fos-refer", "GB", "", "bank", None, (event("08-31", "final-response"),), "2027-02-28"),
    ("gb-firm-final-response", "GB", "", "bank", None, (call("01-02"),), "02-27"),
    ("au-firm-answer", "AU", "", "bank", None, (call("01-02"),), "02-01"),
    ("au-afca", "AU", "", "bank", None, (event("2026-02-28", "final-response"),), "2028-02-28"),
    # Ireland, New Zealand, Australia, South Africa, Ontario, Nigeria
    ("ie-terminate-goods", "IE", "", "retail", None, (event("01-01", "delivered"),), "01-30"),
    ("nz-uninvited-sale", "NZ", "", "", bought(where="at my door", price="150", currency="NZD"),
     (event("02-02", "contract"),), "02-10"),  # 6 February is Waitangi Day
    ("au-unsolicited", "AU", "", "", DOORSTEP, (event("04-01", "contract"),), "04-17"),  # Easter
    ("za-cooling-off", "ZA", "", "", bought(where="by phone"), (event("09-21", "delivered"),),
     "09-29"),  # 24 September is Heritage Day
    ("za-unsuitable-goods", "ZA", "", "retail", None, (event("12-10", "delivered"),), "12-28"),
    ("ca-on-direct-agreement", "CA", "CA-ON", "", bought(where="at my door", price="60",
     currency="CAD"), (event("01-05", "contract"),), "01-14"),
    ("ng-return-goods", "NG", "", "retail", None, (event("01-01", "delivered"),), "03-31"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "country", "region", "sector", "purchase", "log", "last_day"), LAST_DAYS
)
def test_last_day(limit, country, region, sector, purchase, log, last_day):
    case = a_case(*log, country=country, region=region, sector=sector, purchase=purchase)
    last = day(last_day)
    for today, state in (
        (last - timedelta(days=1), ClockState.RUNNING),
        (last, ClockState.RUNNING),  # due today is not late
        (last + timedelta(days=1), ClockState.PASSED),
    ):
        clock = clock_of(limit, case, today.isoformat())
        assert clock is not None
        assert (clock.last_day, clock.state) == (last, state)
        assert clock.days_left == (last - today).days
        assert clock.rule
        assert clock.source
        assert clock.checked
        assert "{" not in clock.sentence + clock.rule


def test_rule_says_what_it_counts_from_and_whether_it_must_arrive():
    case = a_case(event("02-19", "statement-sent"), country="US", purchase=CARD)
    clock = clock_of("us-card-billing-error", case, "03-01")
    assert clock.rule == (
        "60 days from 19 February 2026, when the bill or statement with the error was sent; "
        "your message has to reach them by the last day, so send it some days before."
    )
    assert "your message has to reach them by 20 April 2026 (in 50 days)" in clock.sentence
    assert clock.command == "complaintkit letter card-dispute --case kettle"


def test_missing_event_is_asked_for_and_no_date_is_made_up():
    case = a_case(call("01-02"), country="US", purchase=CARD)
    clock = clock_of("us-card-billing-error", case, "03-01")
    assert (clock.state, clock.last_day) == (ClockState.MISSING, None)
    assert "--kind statement-sent --on DATE --case kettle" in clock.sentence


def test_missing_payment_is_asked_for():
    case = a_case(event("02-19", "statement-sent"), country="US")
    clock = clock_of("us-card-billing-error", case, "03-01")
    assert clock.state is ClockState.MISSING
    assert "complaintkit company kettle --paid-by HOW" in clock.sentence


@pytest.mark.parametrize(
    ("sector", "purchase", "log", "state"),
    [
        ("retail", None, (), ClockState.MISSING),
        ("", None, (), ClockState.MISSING),
        ("telecom", None, (), None),
        ("telecom", bought(price="429.00", currency="GBP"), (), ClockState.MISSING),
        ("telecom", None, (event("02-19", "delivered"),), ClockState.RUNNING),
    ],
)
def test_a_day_of_delivery_is_asked_for_where_goods_are_sold(sector, purchase, log, state):
    case = a_case(call("02-20"), *log, country="GB", sector=sector, purchase=purchase)
    clock = clock_of("gb-reject-goods", case, "03-01")
    assert (clock and clock.state) == state


def test_other_way_of_paying_has_no_such_clock():
    case = a_case(event("02-19", "statement-sent"), country="US", purchase=bought("cash"))
    assert clock_of("us-card-billing-error", case, "03-01") is None


@pytest.mark.parametrize(
    "limit", [one for one in LIMITS if one.status == "ask"], ids=lambda x: x.id
)
def test_unconfirmed_limit_never_gives_a_date(limit):
    kinds = ("delivered", "contract", "filed", "deadlock", "final-response", "statement-sent")
    log = [event("01-02", kind) for kind in kinds]
    log += [letter(kind, "01-05") for kind in ("cancel", "card-dispute", "final-notice", "records")]
    purchase = Purchase(
        payment=(limit.payment or ("",))[0],
        where=(limit.bought or ("",))[0],
        bought_on=day("01-01"),
        price=Money(amount=Decimal("500"), currency=limit.currency) if limit.currency else None,
    )
    country = limit.countries[0] if limit.countries else "DE"
    region = limit.regions[0] if limit.regions else ""
    sector = limit.sectors[0] if limit.sectors else ""
    case = a_case(*log, country=country, region=region, sector=sector, purchase=purchase)
    clock = clock_of(limit.id, case, "02-01")
    assert clock is not None
    assert (clock.state, clock.last_day, clock.days_left) == (ClockState.ASK, None, None)
    assert ": there may be a time limit; ask " in clock.sentence
    assert limit.ask in clock.sentence
    assert clock.command.startswith(f"complaintkit extend {limit.id} --to DATE")


def moved(limit: str, to: str, reason: str = "the bank said so") -> Extension:
    return Extension(
        seq=9, entry_id="x", on=day("01-10"), to=day(to) if to else None, reason=reason, limit=limit
    )


def test_own_date_counts_before_the_rule_with_its_reason():
    case = a_case(country="DE", extensions=(moved("all-court", "12-31"),))
    clock = clock_of("all-court", case, "02-01")
    assert (clock.state, clock.last_day) == (ClockState.RUNNING, day("12-31"))
    assert clock.reasons == ("You set 31 December 2026 yourself (#9): the bank said so",)


def test_limit_that_does_not_apply_is_set_aside_with_the_reason():
    log = (event("02-19", "statement-sent"),)
    case = a_case(*log, country="US", purchase=CARD)
    aside = moved("us-card-billing-error", "", "I never paid by card")
    clock = clock_of("us-card-billing-error", replace(case, extensions=(aside,)), "03-01")
    assert (clock.state, clock.last_day) == (ClockState.ASIDE, None)
    assert clock.reasons == ("You set it aside (#9): I never paid by card",)


def test_letter_in_time_meets_the_limit_but_has_to_arrive():
    log = (event("02-19", "statement-sent"), letter("card-dispute", "04-18"))
    clock = clock_of("us-card-billing-error", a_case(*log, country="US", purchase=CARD), "05-01")
    assert clock.state is ClockState.MET
    assert "has to arrive in time too" in clock.reasons[0]
    late = (event("02-19", "statement-sent"), letter("card-dispute", "04-21"))
    clock = clock_of("us-card-billing-error", a_case(*late, country="US", purchase=CARD), "05-01")
    assert clock.state is ClockState.PASSED


def test_time_stands_still_while_it_is_away_for_repair():
    log = (event("01-01", "delivered"), event("01-10", "repair-asked"))
    clock = clock_of("gb-reject-goods", a_case(*log, country="GB", sector="retail"), "03-01")
    assert (clock.state, clock.last_day) == (ClockState.PAUSED, None)
    assert "stood still since 10 January 2026" in clock.sentence


def test_repair_after_the_last_day_stops_nothing():
    log = (event("01-01", "delivered"), event("02-01", "repair-asked"))
    clock = clock_of("gb-reject-goods", a_case(*log, country="GB", sector="retail"), "03-01")
    assert (clock.state, clock.last_day) == (ClockState.PASSED, day("01-31"))


def test_refusal_logged_as_final_starts_the_ombudsman_clock_and_the_letter_moves_it_openly():
    refused = reply("01-05", tags=("final-refusal",))
    clock = clock_of("gb-fos-refer", a_case(refused, country="GB", sector="bank"), "02-01")
    assert clock.last_day == day("07-05")
    log = (refused, event("01-20", "final-response"))
    clock = clock_of("gb-fos-refer", a_case(*log, country="GB", sector="bank"), "02-01")
    assert clock.last_day == day("07-20")
    assert clock.reasons == (
        "It counts from 20 January 2026, although something of the kind is logged for "
        "5 January 2026.",
    )


def test_a_further_delivery_is_told_and_starts_nothing():
    log = (event("01-01", "delivered"), event("01-20", "delivered"))
    clock = clock_of("gb-reject-goods", a_case(*log, country="GB", sector="retail"), "01-21")
    assert clock
    assert clock.reasons[0].startswith(
        "It counts from 1 January 2026; one more of the kind is logged for 20 January 2026, but"
    )


def test_a_small_sale_at_the_door_in_singapore_has_no_such_clock():
    small = bought(where="at my door", price="50.00", currency="SGD")
    case = a_case(event("01-05", "contract"), country="SG", purchase=small)
    assert clock_of("sg-direct-sale", case, "01-06") is None


def test_without_known_holidays_the_clock_says_so():
    limit = next(one for one in LIMITS if one.id == "nz-uninvited-sale")
    case = a_case(event("02-02", "contract"), country="NZ", purchase=bought(
        where="at my door", price="150", currency="NZD"))  # fmt: skip
    found = limit_clocks(summarise(case), [limit], GUIDE, today=day("02-03"), off=WEEKENDS)
    assert found[0].last_day == day("02-09")
    assert "only weekends are left out" in found[0].reasons[-1]


def test_another_country_has_none_of_it():
    log = (event("01-01", "delivered"), event("02-19", "statement-sent"))
    case = a_case(*log, country="BR", purchase=CARD, sector="retail")
    found = limit_clocks(summarise(case), LIMITS, GUIDE, today=day("03-01"))
    assert {clock.id for clock in found if clock.is_of_country} == set()


# Adding an entry never makes a passed clock unpassed without a stated reason

KINDS = ("delivered", "installed", "statement-sent", "contract", "final-response", "deadlock",
         "repair-asked", "repair-back", "cancelled", "filed", "bank-told")  # fmt: skip
some_days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
events = st.builds(lambda on, kind: event(on.isoformat(), kind), some_days, st.sampled_from(KINDS))
mails = st.builds(
    lambda on, tags: reply(on.isoformat(), tags=tags),
    some_days,
    st.sampled_from([(), ("final-refusal",), ("policy",), ("agrees",)]),
)
letters = st.builds(
    lambda kind, on: letter(kind, on.isoformat()),
    st.sampled_from(["first", "card-dispute", "cancel", "records", "agency"]),
    some_days,
)
lines = events | mails | letters
places = st.sampled_from(
    [("US", "bank", CARD), ("GB", "bank", CARD), ("GB", "retail", ONLINE), ("AU", "bank", CARD),
     ("DE", "retail", ONLINE), ("ZA", "retail", bought(where="by phone")), ("CA", "bank", None)]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(log=st.lists(lines, max_size=6), added=lines, place=places, today=some_days)
def test_no_entry_brings_back_a_passed_limit_without_saying_why(log, added, place, today):
    country, sector, purchase = place

    def clocks(*entries):
        case = a_case(*entries, country=country, sector=sector, purchase=purchase)
        found = limit_clocks(summarise(case), LIMITS, GUIDE, today=today)
        return {clock.id: clock for clock in found}

    after = clocks(*log, added)
    for name, clock in clocks(*log).items():
        if clock.state is not ClockState.PASSED or clock.whose is not Whose.YOURS:
            continue
        now = after[name]
        says_why = now.state in (ClockState.MET, ClockState.PAUSED) or now.reasons
        assert now.state is ClockState.PASSED or says_why
