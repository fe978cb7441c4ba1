"""Which step, day and clocks does a log give: every state, every answer, every known complaint?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from case_logs import a_case, accepted, call, closed, day, event, letter, manager, missed, reply

from complaintkit.model.case import Case, Choice, Extension, Offer, Purchase, Reminder, Resolution
from complaintkit.model.clock import ClockState
from complaintkit.model.standing import Standing
from complaintkit.rules.ladder import REPLIES
from complaintkit.rules.standing import is_attention, standing, urgency
from complaintkit.rules.summary import summarise
from complaintkit.store.days_off import days_off
from complaintkit.store.limits import load_limits
from complaintkit.store.reference import guide_at, load_guide

GUIDE = load_guide()
LIMITS = load_limits()
TODAY = "today"


def advice(case: Case, today: str) -> Standing:
    return standing(
        summarise(case),
        today=day(today),
        guide=guide_at(case.country, case.region),
        limits=LIMITS,
        off=days_off(case.country, case.region),
    )


def offer(on: str, *, expires: str = "", answer: str = "", full: bool | None = None) -> Offer:
    return Offer(
        seq=0,
        entry_id="",
        on=day(on),
        what="a voucher of $20",
        expires=day(expires) if expires else None,
        full_settlement=full,
        answer=answer,
    )


def chose(step: str, on: str, seq: int = 90) -> dict[str, object]:
    made = Choice(seq=seq, entry_id="", on=day(on), step=step, reason="I know him")
    return {"choices": (made,)}


def extended(to: str, **what: object) -> dict[str, object]:
    made = Extension(
        seq=91, entry_id="", on=day("01-15"), to=day(to), reason="they asked for time",
        before=day("01-16"), **what,
    )  # fmt: skip
    return {"extensions": (made,)}


def reminder(on: str, *, done: bool = False) -> dict[str, object]:
    return {"reminders": (Reminder(seq=92, entry_id="", on=day(on), text="ask Jo", done=done),)}


GB_BANK = {"country": "GB", "sector": "bank"}
GB_TEL = {"country": "GB", "sector": "telecom"}
GB_SHOP = {"country": "GB", "sector": "retail"}
US_BANK = {"country": "US", "sector": "bank"}
US_TEL = {"country": "US", "sector": "telecom"}
US_CARD = {"country": "US", "sector": "retail", "purchase": Purchase(payment="credit card")}
NO_WISH = {"resolution": Resolution()}

# (fields of the case, log so far, today) → (step, state, due, end of the command, clocks)
# A clock is “id state last-day”; “~” before an id: it is not there.
ROWS = [
    # S0 noticed and SX: sorting comes first, and only where the words sound urgent
    ({"problem": "I was tricked into a transfer."}, (), "01-02", "noticed", "prepare", TODAY,
     "sort kettle", ()),
    ({"problem": "My cash machine withdrawal failed."}, (), "01-02", "noticed", "prepare", TODAY,
     "sort kettle", ()),
    ({"problem": "The kettle caught fire."}, (), "01-02", "noticed", "prepare", TODAY,
     "sort kettle", ()),
    ({"problem": "I was tricked.", "sorting": "none"}, (), "01-02", "front-line", "prepare", TODAY,
     "log kettle", ()),
    ({"problem": "I was tricked."}, (call("01-02"),), "01-02", "waiting", "waiting", "01-09",
     "--direction in", ()),
    ({"sorting": "tricked"}, (), "01-02", "fraud", "act", TODAY, "--kind bank-told --on today "
     "--case kettle", ()),
    ({"sorting": "not-me"}, (), "01-02", "fraud", "act", TODAY, "--kind bank-told --on today "
     "--case kettle", ()),
    ({"sorting": "tricked"}, (call("01-02", by="01-20"),), "01-02", "fraud", "act", TODAY,
     "--kind bank-told --on today --case kettle", ()),
    ({"sorting": "tricked"}, (event("01-02", "bank-told"),), "01-02", "fraud", "act", TODAY,
     "--kind reported --on today --case kettle", ()),
    ({"sorting": "tricked"}, (event("01-02", "bank-told"), event("01-02", "reported")), "01-03",
     "front-line", "prepare", TODAY, "log kettle", ()),
    ({"sorting": "not-me", **US_BANK}, (), "01-02", "fraud", "act", TODAY, "log kettle", ()),
    ({"sorting": "not-me", **US_BANK}, (call("01-02"),), "01-02", "fraud", "act", TODAY,
     "--kind reported --on today --case kettle", ()),
    ({"sorting": "wrong-account"}, (), "01-02", "wrong-account", "act", TODAY,
     "--kind bank-told --on today --case kettle", ()),
    ({"sorting": "wrong-account"}, (event("01-02", "bank-told"),), "01-02", "front-line",
     "prepare", TODAY, "log kettle", ()),
    ({"sorting": "failed"}, (), "01-02", "failed-payment", "act", TODAY,
     "--kind bank-told --on today --case kettle", ()),
    ({"sorting": "failed", **US_BANK}, (call("01-02", by="01-05"),), "01-03", "waiting",
     "waiting", "01-05", "--direction in", ()),
    ({"sorting": "danger"}, (), "01-02", "danger", "act", TODAY,
     "--kind authority-told --on today --case kettle", ()),
    ({"sorting": "danger"}, (event("01-02", "authority-told"),), "01-02", "front-line", "prepare",
     TODAY, "log kettle", ()),
    ({"sorting": "danger"}, (closed("01-05"),), "01-06", "closed", "closed", None,
     "reopen kettle", ()),
    ({"problem": "The kettle caught fire.", **US_CARD}, (), "01-02", "noticed", "prepare", TODAY,
     "sort kettle", ()),
    # S1 prepare, S2 front line
    (NO_WISH, (), "01-02", "prepare", "prepare", TODAY, "log kettle", ()),
    ({}, (), "01-02", "front-line", "prepare", TODAY, "log kettle", ()),
    ({}, (missed("01-02"),), "01-02", "front-line", "act", TODAY, "log kettle", ()),
    # Answers: each kind, where it leads
    ({}, (call("01-02"), reply("01-05", tags=("holding",))), "01-06", "waiting", "waiting",
     "01-12", "--direction in", ()),
    ({}, (call("01-02"), reply("01-05", tags=("holding",))), "01-13", "manager", "act", TODAY,
     "log kettle --role manager", ()),
    ({}, (letter("first", "01-02", "01-16"), reply("01-05", tags=("holding",))), "01-13",
     "reminder", "act", TODAY, "letter reminder --case kettle", ("letter:1 met 01-16",)),
    ({}, (letter("first", "01-02"), reply("01-05", tags=("holding",), by="01-30")), "01-13",
     "waiting", "waiting", "01-30", "--direction in", ("promise:3.1 running 01-30",)),
    ({}, (call("01-02"), reply("01-05", tags=("ask-the-maker",))), "01-06", "manager", "act",
     TODAY, "log kettle --role manager", ()),
    ({}, (letter("head-of-service", "01-02"), reply("01-05", tags=("ask-the-maker",))), "01-06",
     "ceo", "act", TODAY, "letter ceo --case kettle", ()),
    ({}, (call("01-02", tags=("policy",)),), "01-02", "manager", "act", TODAY,
     "log kettle --role manager", ()),
    ({}, (manager("01-02"), reply("01-05", tags=("policy",), role="supervisor")), "01-06",
     "head-of-service", "act", TODAY, "letter head-of-service --case kettle", ()),
    ({}, (call("01-02"), reply("01-05", tags=("voucher",))), "01-06", "offer", "act", TODAY,
     "offer TEXT --on 2026-01-05 --case kettle", ()),
    ({}, (call("01-02"), reply("01-05", tags=("part-offer",))), "01-06", "offer", "act", TODAY,
     "offer TEXT --on 2026-01-05 --case kettle", ()),
    ({}, (call("01-02"), reply("01-05", tags=("part-offer",)),
          letter("counter-offer", "01-06", "01-20")), "01-07", "waiting", "waiting", "01-20",
     "--direction in", ("letter:1 running 01-20",)),
    ({}, (call("01-02"), reply("01-05", tags=("part-offer",)), offer("01-05", answer="declined")),
     "01-06", "answered", "act", TODAY, "close kettle --outcome resolved", ()),
    ({}, (call("01-02"), reply("01-05", tags=("asks-for-id",))), "01-06", "answered", "act", TODAY,
     "log kettle", ()),
    ({}, (call("01-02"), reply("01-05", tags=("denies-contact",))), "01-06", "answered", "act",
     TODAY, "letter records --case kettle", ()),
    ({}, (call("01-02"), call("01-05", tags=("transferred",))), "01-05", "manager", "act", TODAY,
     "log kettle --role manager", ()),
    ({}, (call("01-02"), reply("01-05", tags=("final-refusal",))), "01-05", "outside", "act",
     TODAY, "export kettle --format pack", ()),
    (GB_BANK, (letter("first", "01-02"), reply("01-05", tags=("final-refusal",))), "01-06",
     "outside", "act", TODAY, "export kettle --format pack",
     ("limit:gb-fos-refer running 07-05",)),
    ({}, (call("01-02"), reply("01-05", tags=("agrees",), by="01-12")), "01-06", "agreed",
     "agreed", "01-12", "close kettle --outcome resolved", ("promise:3.1 running 01-12",)),
    ({}, (call("01-02"), reply("01-05", tags=("agrees",))), "01-06", "agreed", "agreed", "01-19",
     "close kettle --outcome resolved", ()),
    ({}, (call("01-02"), reply("01-05", tags=("agrees",), by="01-12")), "01-13", "manager",
     "overdue", "01-12", "log kettle --role manager", ("promise:3.1 passed 01-12",)),
    ({}, (call("01-02"), reply("01-05", tags=("other",))), "01-06", "answered", "act", TODAY,
     "close kettle --outcome resolved", ()),
    ({}, (letter("first", "01-02", "01-16"), event("01-17", "no-answer")), "01-17", "manager",
     "overdue", "01-16", "letter manager --case kettle", ("letter:1 passed 01-16",)),
    # S6 reminder
    ({}, (letter("ceo", "01-02", "01-16"),), "01-17", "reminder", "overdue", "01-16",
     "letter reminder --case kettle", ("letter:1 passed 01-16",)),
    (US_TEL, (call("01-01"), letter("ceo", "01-02", "01-16")), "01-17", "outside", "overdue",
     "01-16", "export kettle --format pack", ("letter:1 passed 01-16",)),
    ({}, (letter("records", "01-02", "02-02"),), "02-03", "front-line", "overdue", "02-02",
     "log kettle", ()),
    # ... a letter beside the matter, or to somebody else, puts nothing off
    ({}, (letter("first", "01-02", "01-16"), letter("records", "01-10", "02-10")), "01-12",
     "waiting", "waiting", "01-16", "--direction in", ("letter:2 running 02-10",)),
    ({}, (letter("first", "01-02", "01-16"), letter("records", "01-10", "02-10")), "01-17",
     "manager", "overdue", "01-16", "letter manager --case kettle", ()),
    ({}, (letter("first", "01-02", "01-16"), letter("records", "01-17", "02-17")), "01-20",
     "waiting", "waiting", "02-17", "--direction in", ()),
    ({}, (letter("first", "01-02", "01-16"), letter("card-dispute", "01-10", "02-10")), "01-17",
     "manager", "overdue", "01-16", "letter manager --case kettle", ("letter:2 running 02-10",)),
    ({}, (letter("card-dispute", "01-10"),), "03-01", "front-line", "prepare", TODAY,
     "log kettle", ("~letter:1",)),
    ({}, (letter("card-dispute", "01-10", "02-10"), reply("01-12")), "01-13", "answered", "act",
     TODAY, "close kettle --outcome resolved", ("letter:1 running 02-10",)),
    ({}, (letter("records", "01-02", "02-02"), letter("reminder", "02-03", "02-10")), "02-05",
     "waiting", "waiting", "02-10", "--direction in", ()),
    ({}, (letter("records", "01-02", "02-02"), letter("reminder", "02-03", "02-10")), "02-11",
     "front-line", "overdue", "02-10", "log kettle", ()),
    ({}, (letter("first", "01-02"), letter("accept", "01-05", "01-20")), "01-21", "reminder",
     "overdue", "01-20", "letter reminder --case kettle", ("agreed passed 01-20",)),
    ({}, (manager("01-02"), letter("accept", "01-05", "01-20")), "01-21", "head-of-service",
     "overdue", "01-20", "letter head-of-service --case kettle", ("agreed passed 01-20",)),
    # S7 offer on the table
    ({}, (call("01-02"), offer("01-05", expires="01-20")), "01-06", "offer", "act", "01-20",
     "letter counter-offer --case kettle", ("offer:3 running 01-20",)),
    ({}, (call("01-02"), offer("01-05", expires="01-20")), "01-20", "offer", "act", "01-20",
     "letter counter-offer --case kettle", ("offer:3 running 01-20",)),
    ({}, (call("01-02"), offer("01-05", expires="01-08")), "01-09", "waiting", "waiting", "01-09",
     "--direction in", ("offer:3 passed 01-08",)),
    ({}, (call("01-02"), offer("01-05")), "01-06", "offer", "act", TODAY,
     "letter counter-offer --case kettle", ("~offer:3",)),
    ({}, (letter("first", "01-02", "01-30"), offer("01-05")), "01-06", "offer", "act", TODAY,
     "letter counter-offer --case kettle", ("letter:1 running 01-30",)),
    ({}, (call("01-02"), offer("01-05", answer="declined")), "01-12", "manager", "act", TODAY,
     "log kettle --role manager", ()),
    ({}, (call("01-02"), offer("01-05", answer="accepted")), "01-06", "agreed", "agreed", "01-19",
     "close kettle --outcome resolved", ()),
    ({}, (call("01-02"), offer("01-05"), letter("counter-offer", "01-07", "01-21")), "01-08",
     "waiting", "waiting", "01-21", "--direction in", ("letter:1 running 01-21",)),
    ({}, (call("01-02"), offer("01-05"), letter("counter-offer", "01-07", "01-21")), "01-22",
     "reminder", "overdue", "01-21", "letter reminder --case kettle", ()),
    # S8 outside body, S9 final notice and court
    ({}, (call("01-02"), event("01-05", "deadlock")), "01-05", "outside", "act", TODAY,
     "export kettle --format pack", ()),
    (GB_TEL, (call("04-10"), event("04-20", "deadlock")), "04-21", "outside", "act", TODAY,
     "export kettle --format pack", ("limit:gb-telecom-scheme running 2027-04-20",)),
    ({}, (event("01-05", "deadlock"), event("01-10", "filed")), "01-12", "outside", "waiting",
     "02-09", "--kind body-decided --on today --case kettle", ()),
    ({}, (event("01-05", "deadlock"), event("01-10", "filed")), "02-10", "outside", "act", TODAY,
     "--kind body-decided --on today --case kettle", ()),
    ({}, (event("01-10", "filed"), reply("01-15")), "01-16", "answered", "act", TODAY,
     "close kettle --outcome resolved", ()),
    # What the company says meanwhile: a no leaves it with the body, other news is decided on
    ({}, (event("01-10", "filed"), reply("01-12", tags=("final-refusal",))), "01-13", "outside",
     "waiting", "02-09", "--kind body-decided --on today --case kettle", ()),
    ({}, (manager("01-02"), event("01-10", "filed"), reply("01-12", tags=("policy",))), "01-13",
     "outside", "waiting", "02-09", "--kind body-decided --on today --case kettle", ()),
    ({}, (call("01-02"), event("01-10", "filed"), reply("01-12", tags=("holding",))), "01-30",
     "outside", "waiting", "02-09", "--kind body-decided --on today --case kettle", ()),
    ({}, (event("01-10", "filed"), letter("ceo", "01-11"), reply("01-14", tags=("policy",))),
     "01-15", "outside", "waiting", "02-09", "--kind body-decided --on today --case kettle", ()),
    ({}, (event("01-10", "filed"), reply("01-12", by="01-20")), "01-13", "waiting", "waiting",
     "01-20", "--direction in", ()),
    ({}, (event("01-10", "filed"), reply("01-10")), "01-11", "answered", "act", TODAY,
     "close kettle --outcome resolved", ()),
    ({}, (reply("01-10"), event("01-10", "filed")), "01-11", "outside", "waiting", "02-09",
     "--kind body-decided --on today --case kettle", ()),
    ({}, (event("01-10", "filed"), event("02-10", "body-decided"),
          reply("02-10", tags=("agrees",), by="02-20")), "02-21", "final-notice", "overdue",
     "02-20", "letter final-notice --case kettle", ("promise:4.1 passed 02-20",)),
    ({}, (event("01-10", "filed"), event("02-10", "body-decided"),
          reply("02-11", tags=("policy",))), "02-12", "final-notice", "act", TODAY,
     "letter final-notice --case kettle", ()),
    ({}, (event("01-10", "filed"), event("02-10", "body-decided"), letter("final-notice", "02-12"),
          reply("02-20", tags=("policy",))), "02-21", "final-notice", "act", TODAY,
     "letter final-notice --case kettle", ()),
    ({}, (event("01-10", "filed"), event("02-10", "body-decided")), "02-11", "final-notice", "act",
     TODAY, "letter final-notice --case kettle", ()),
    ({}, (event("01-10", "filed"), event("02-10", "body-decided"),
          letter("final-notice", "02-12", "02-26")), "02-20", "waiting", "waiting", "02-26",
     "--direction in", ("letter:1 running 02-26",)),
    ({}, (letter("ceo", "01-02", "01-16"), letter("agency", "01-20", "02-20")), "02-21",
     "final-notice", "overdue", "02-20", "letter final-notice --case kettle", ()),
    ({}, (letter("agency", "01-20", "02-20"), letter("final-notice", "02-21", "03-07")), "03-08",
     "final-notice", "overdue", "03-07", "letter final-notice --case kettle", ()),
    # S10 agreed, S11 performed
    ({}, (call("01-02"), accepted("01-05")), "01-06", "agreed", "agreed", "01-19",
     "close kettle --outcome resolved", ()),
    ({}, (call("01-02", by="01-10", kept=True, kept_on="01-09"),), "01-09", "performed", "act",
     TODAY, "close kettle --outcome resolved", ("~promise:2.1",)),
    ({}, (call("01-02"), letter("accept", "01-05", "01-20"),
          call("01-06", by="01-15", kept=True, kept_on="01-15")), "01-21", "performed", "act",
     TODAY, "close kettle --outcome resolved", ("agreed met 01-20",)),
    ({}, (closed("01-05"),), "01-06", "closed", "closed", None, "reopen kettle", ()),
    # Opened again: what had settled it does not count any more
    ({"reopened_on": day("02-01")}, (call("01-02", by="01-10", kept=True, kept_on="01-09"),),
     "02-01", "manager", "act", TODAY, "log kettle --role manager", ()),
    ({"reopened_on": day("02-01")}, (call("01-02"), accepted("01-05")), "02-02", "manager", "act",
     TODAY, "log kettle --role manager", ()),
    ({"reopened_on": day("02-01")}, (call("01-02"), accepted("01-05"), call("02-03", by="02-10")),
     "02-04", "waiting", "waiting", "02-10", "--direction in", ()),
    # A step of one's own choosing, with the reason, until something passes between the sides
    (chose("ceo", "01-03"), (call("01-02"),), "01-03", "ceo", "act", TODAY,
     "letter ceo --case kettle", ()),
    (chose("ceo", "01-03"), (call("01-02"),), "03-03", "ceo", "act", TODAY,
     "letter ceo --case kettle", ()),
    (chose("ceo", "01-03"), (call("01-02"), letter("ceo", "01-04", "01-18")), "01-05", "waiting",
     "waiting", "01-18", "--direction in", ()),
    (chose("manager", "01-03"), (letter("first", "01-02", "01-16"),), "01-04", "manager", "act",
     TODAY, "log kettle --role manager", ("letter:1 running 01-16",)),
    (chose("outside", "01-03"), (call("01-02"),), "01-04", "outside", "act", TODAY,
     "export kettle --format pack", ()),
    (chose("outside", "01-03", seq=1), (event("01-04", "filed"),), "01-05", "outside", "waiting",
     "02-03", "--kind body-decided --on today --case kettle", ()),
    (chose("final-notice", "01-03"), (), "01-04", "final-notice", "act", TODAY,
     "letter final-notice --case kettle", ()),
    (chose("reminder", "01-20"), (letter("first", "01-02", "01-16"),), "01-20", "reminder", "act",
     TODAY, "letter reminder --case kettle", ()),
    (chose("no-such-step", "01-03"), (call("01-02"),), "01-03", "waiting", "waiting", "01-09",
     "--direction in", ()),
    ({**chose("ceo", "01-03"), "sorting": "tricked"}, (), "01-04", "fraud", "act", TODAY,
     "--kind bank-told --on today --case kettle", ()),
    # Dates that were moved: any day, with the reason, and the old date kept
    (extended("01-30", letter=1), (letter("first", "01-02", "01-16"),), "01-17", "waiting",
     "waiting", "01-30", "--direction in", ("letter:1 running 01-30",)),
    (extended("01-30", letter=1), (letter("first", "01-02", "01-16"),), "01-31", "manager",
     "overdue", "01-30", "letter manager --case kettle", ("letter:1 passed 01-30",)),
    (extended("01-30", entry="met", promise=1), (replace(call("01-02", by="01-16"),
     entry_id="met"),), "01-17", "waiting", "waiting", "01-30", "--direction in",
     ("promise:2.1 running 01-30",)),
    # Reminders stand beside everything
    (reminder("01-20"), (call("01-02", by="01-30"),), "01-10", "waiting", "waiting", "01-30",
     "--direction in", ("reminder:92 running 01-20",)),
    (reminder("01-20"), (call("01-02", by="01-30"),), "01-21", "waiting", "waiting", "01-30",
     "--direction in", ("reminder:92 passed 01-20",)),
    (reminder("01-20", done=True), (call("01-02", by="01-30"),), "01-21", "waiting", "waiting",
     "01-30", "--direction in", ("~reminder:92",)),
    # A limit of one's own that is about to end comes before the ladder
    (US_CARD, (event("01-06", "statement-sent"), call("01-10", by="04-10")), "02-20", "waiting",
     "waiting", "04-10", "--direction in", ("limit:us-card-billing-error running 03-07",)),
    (US_CARD, (event("01-06", "statement-sent"), call("01-10", by="04-10")), "02-22", "waiting",
     "act", "03-07", "letter card-dispute --case kettle",
     ("limit:us-card-billing-error running 03-07",)),
    (US_CARD, (event("01-06", "statement-sent"), call("01-10", by="04-10")), "03-07", "waiting",
     "act", "03-07", "letter card-dispute --case kettle",
     ("limit:us-card-billing-error running 03-07",)),
    (US_CARD, (event("01-06", "statement-sent"), call("01-10", by="04-10")), "03-08", "waiting",
     "waiting", "04-10", "--direction in", ("limit:us-card-billing-error passed 03-07",)),
    (US_CARD, (event("01-06", "statement-sent"), letter("card-dispute", "02-20", "03-22")),
     "02-22", "front-line", "prepare", TODAY, "log kettle",
     ("limit:us-card-billing-error met 03-07", "limit:us-card-acknowledge running 03-22")),
    (GB_SHOP, (event("01-01", "delivered"), call("01-02", by="02-20")), "01-20", "waiting", "act",
     "01-31", "event 'what you did' --kind rejected --on today --case kettle",
     ("limit:gb-reject-goods running 01-31",)),
    # What users complain about in other tools (facts/what-users-need.md, section 2)
    # - the clock starts from the real sending, in the unit of the place, with a gap before more
    ({}, (letter("first", "01-05", "01-19"),), "01-06", "waiting", "waiting", "01-19",
     "--direction in", ("letter:1 running 01-19",)),
    ({}, (letter("first", "01-02", "01-16"), letter("reminder", "01-17", "01-24")), "01-18",
     "waiting", "waiting", "01-24", "--direction in",
     ("letter:1 passed 01-16", "letter:2 running 01-24")),
    # - every stage has its clock and its next step, not only the first
    ({}, (letter("ceo", "01-02", "01-16"), letter("reminder", "01-17", "01-24")), "01-25",
     "outside", "overdue", "01-24", "export kettle --format pack", ()),
    # - “you now have until …; the other way does not pause it”: both clocks at once
    (GB_BANK, (letter("first", "01-02", "01-16"), event("01-20", "final-response")), "01-21",
     "outside", "act", TODAY, "export kettle --format pack",
     ("limit:gb-fos-refer running 07-20", "limit:gb-firm-final-response met 02-27")),
    # - advice never ends in nothing: “something else”, nobody reached, an own kind of letter
    ({}, (letter("my-own", "01-02", "01-16"),), "01-17", "front-line", "overdue", "01-16",
     "log kettle", ("letter:1 passed 01-16",)),
    ({}, (missed("01-02"), missed("01-03")), "01-04", "head-of-service", "act", TODAY,
     "letter first --case kettle", ()),
    # - a broken promise comes up by itself
    ({}, (call("01-02", by="01-05"),), "01-06", "manager", "overdue", "01-05",
     "log kettle --role manager", ("promise:2.1 passed 01-05",)),
    # - answered is not resolved
    ({}, (letter("first", "01-02", "01-16"), reply("01-10")), "06-01", "answered", "act", TODAY,
     "close kettle --outcome resolved", ("letter:1 met 01-16",)),
    # - from day one: you may go to X from a date, counted as that body counts
    (GB_TEL, (call("04-10"),), "04-11", "waiting", "waiting", "04-17", "--direction in",
     ("opens:gb-communications running 05-23",)),
    (GB_BANK, (call("01-02"),), "01-03", "waiting", "waiting", "01-09", "--direction in",
     ("opens:gb-fos running 02-28", "limit:gb-firm-final-response running 02-27")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "log", "today", "step", "state", "due", "command", "clocks"), ROWS
)
def test_log_and_day_give_the_advice(fields, log, today, step, state, due, command, clocks):
    case = a_case(*log, **fields)
    found = advice(case, today)
    assert (found.step_id, found.state) == (step, state)
    assert found.due == (None if due is None else day(today if due == TODAY else due))
    assert found.command.endswith(command)
    assert found.command.startswith("complaintkit ")
    by_id = {clock.id: clock for clock in found.clocks}
    for expected in clocks:
        if expected.startswith("~"):
            assert expected[1:] not in by_id
            continue
        name, how, last = expected.split()
        assert (by_id[name].state, by_id[name].last_day) == (how, day(last))
    said = " ".join(
        [found.why, found.action, *found.notes, *(one.sentence for one in found.clocks)]
    )
    assert "{" not in said
    assert "!" not in said


def test_table_covers_every_step_and_every_answer():
    steps = {row[3] for row in ROWS}
    assert steps >= {step.id for step in GUIDE.steps}
    tags = {tag for row in ROWS for line in row[1] for tag in getattr(line, "tags", ())}
    assert tags >= set(REPLIES)
    assert any(getattr(line, "kind", "") == "no-answer" for row in ROWS for line in row[1])


def test_most_urgent_comes_first_over_all_cases():
    """Within the hour; own limits and reminders; overdue; one's turn; agreed; waiting; closed."""
    cases = {
        "fraud": a_case(sorting="tricked"),
        "reminder": a_case(call("02-20", by="04-01"), **reminder("03-01")),
        "own limit": a_case(event("01-06", "statement-sent"), **US_CARD),
        "long overdue": a_case(call("01-02", by="01-05")),
        "overdue": a_case(call("01-02", by="01-20")),
        "my turn": a_case(call("01-02")),
        "agreed": a_case(accepted("02-25")),
        "waiting": a_case(call("02-27", by="03-20")),
        "closed": a_case(closed("01-20")),
    }

    def rank(name: str) -> tuple[int, int]:
        case = cases[name]
        return urgency(
            summarise(case), today=day("03-01"), guide=GUIDE, limits=LIMITS,
            off=days_off(case.country),
        )  # fmt: skip

    assert sorted(cases, key=lambda name: (rank(name), list(cases).index(name))) == list(cases)


def test_passed_reminder_wants_attention_and_one_for_today_does_not():
    assert is_attention(advice(a_case(**reminder("01-20")), "01-21"))
    assert not is_attention(advice(a_case(**reminder("01-20")), "01-20"))


def test_own_limit_says_what_to_do_by_when_and_what_comes_after():
    log = (event("01-06", "statement-sent"), call("01-10", by="04-10"))
    found = advice(a_case(*log, **US_CARD), "03-01")
    assert "The last day is 7 March 2026 (in 6 days)." in found.action
    assert found.then.startswith("After that: Give them until the end of 10 April 2026")


def test_choice_is_told_with_its_reason():
    found = advice(a_case(call("01-02"), **chose("ceo", "01-03")), "01-03")
    assert found.why == "You chose this step on 3 January 2026: I know him"


def test_moved_date_says_from_when_and_why():
    case = a_case(letter("first", "01-02", "01-16"), **extended("01-30", letter=1))
    clock = next(one for one in advice(case, "01-17").clocks if one.id == "letter:1")
    assert clock.reasons == (
        "Moved from 16 January 2026 to 30 January 2026 (#91): they asked for time",
    )


def test_due_today_is_running_for_every_kind_of_clock():
    case = a_case(
        call("01-02", by="01-20"), offer("01-05", expires="01-20"),
        letter("first", "01-06", "01-20"), **reminder("01-20"),
    )  # fmt: skip
    found = [one for one in advice(case, "01-20").clocks if one.last_day == date(2026, 1, 20)]
    assert {one.id.partition(":")[0] for one in found} == {
        "promise", "offer", "letter", "reminder"
    }  # fmt: skip
    assert {one.state for one in found} == {ClockState.RUNNING}
    late = advice(case, (date(2026, 1, 20) + timedelta(days=1)).isoformat()).clocks
    assert {one.state for one in late if one.last_day == date(2026, 1, 20)} == {ClockState.PASSED}


def test_a_chosen_step_claims_nothing_of_what_was_done():
    for step in ("ceo", "reminder", "head-of-service"):
        found = advice(a_case(**chose(step, "01-02")), "01-02")
        assert found.headline == "You have chosen the next step yourself."


def test_one_answer_to_two_filings_leaves_the_other_open():
    said = "You filed more than once; if another body has not answered yet, you may wait for it"
    filed, decided = event("01-05", "filed"), event("01-20", "body-decided")
    for log, is_said in (((filed, decided), False), ((filed, filed, decided), True),
                         ((filed, filed, decided, decided), False)):  # fmt: skip
        notes = advice(a_case(*log), "01-21").notes
        assert any(note.startswith(said) for note in notes) is is_said


def test_what_was_agreed_without_a_day_has_a_way_on_when_it_is_not_done():
    case = a_case(call("01-02"), accepted("01-05"))
    way = "If it has not been done: `complaintkit log kettle --role manager`"
    assert [way in advice(case, on).notes for on in ("01-18", "01-19", "03-01")] == [0, 1, 1]


def test_a_promise_noted_as_broken_before_its_day_has_no_days_to_come():
    case = a_case(call("01-02", by="01-20", kept=False, kept_on="01-05"))
    (clock,) = (one for one in advice(case, "01-06").clocks if one.entry)
    said = "Jo promised “a refund” by 20 January 2026; you noted that it was not kept."
    assert clock.sentence == said
