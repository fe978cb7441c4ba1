"""Does the advice lead somewhere, whatever the log: followed step by step it never goes in circles?

The company stays silent throughout; the person does on each day what the guide says.
"""

from datetime import date, timedelta

from case_logs import a_case, call, event, letter, manager, missed, reply
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.model.case import Case, Choice, Offer
from complaintkit.rules.standing import standing
from complaintkit.rules.summary import summarise
from complaintkit.store.limits import load_limits
from complaintkit.store.reference import load_guide

GUIDE = load_guide()
LIMITS = load_limits()
MOST_STEPS = 40

days = st.dates(date(2026, 1, 1), date(2026, 6, 30))
maybe_by = st.none() | st.integers(0, 40)


def _by(on: date, wait: int | None) -> str:
    return "" if wait is None else (on + timedelta(days=wait)).isoformat()


lines = st.one_of(
    st.builds(lambda on, by: call(on.isoformat(), by=_by(on, by)), days, maybe_by),
    st.builds(lambda on, by: manager(on.isoformat(), by=_by(on, by)), days, maybe_by),
    st.builds(lambda on: missed(on.isoformat()), days),
    st.builds(
        lambda on, tag, by: reply(on.isoformat(), tags=(tag,), by=_by(on, by)),
        days,
        st.sampled_from(["holding", "policy", "transferred", "denies-contact", "final-refusal",
                         "voucher", "part-offer", "asks-for-id", "ask-the-maker", "other"]),
        maybe_by,
    ),
    st.builds(
        lambda on, kind: letter(kind, on.isoformat(), (on + timedelta(days=14)).isoformat()),
        days,
        st.sampled_from(["first", "manager", "head-of-service", "ceo", "reminder", "records",
                         "card-dispute", "agency", "final-notice", "mine"]),
    ),
    st.builds(
        lambda on, kind: event(on.isoformat(), kind),
        days,
        st.sampled_from(["delivered", "statement-sent", "deadlock", "filed", "body-decided"]),
    ),
    st.builds(
        lambda on, left: Offer(seq=0, entry_id="", on=on, what="$20",
                               expires=left and on + timedelta(days=left)),
        days,
        st.none() | st.integers(1, 20),
    ),
)  # fmt: skip
places = st.sampled_from([("", ""), ("GB", "bank"), ("GB", "telecom"), ("US", "telecom")])


@settings(max_examples=150, deadline=None)
@given(
    log=st.lists(lines, max_size=6), place=places, problem=st.sampled_from(["It leaks.", "Scam"])
)
def test_advice_that_is_followed_ends_at_the_court(log, place, problem):
    country, sector = place
    case = a_case(*log, country=country, sector=sector, problem=problem)
    today = max((_day_of(line) for line in log), default=date(2026, 1, 1))
    steps = []
    for _ in range(MOST_STEPS):
        found = standing(summarise(case), today=today, guide=GUIDE, limits=LIMITS)
        steps.append(found.step_id)
        if found.action == GUIDE.sentences["do-court"]:
            return
        case, today = _followed(case, found, today)
    raise AssertionError(f"in circles: {steps}")


def _day_of(line: object) -> date:
    moment = getattr(line, "moment", None)
    return moment.on if moment else getattr(line, "on", None) or line.sent_on


def _followed(case: Case, found, today: date) -> tuple[Case, date]:
    """Return the case after the person did what the guide said, and the next day to look."""
    lines = [*case.events, *case.encounters, *case.offers, *case.letters]
    lines.sort(key=lambda line: line.seq)
    fields = {key: getattr(case, key) for key in ("country", "sector", "problem", "sorting")}
    on, until = today.isoformat(), (today + timedelta(days=14)).isoformat()
    if found.letter_kind:
        lines.append(letter(found.letter_kind, on, until))
    elif found.step_id == "offer":
        lines.append(letter("counter-offer", on, until))
    elif found.step_id == "noticed":
        fields["sorting"] = "none"
    elif found.step_id == "answered":
        rung = found.next_step_id
        lines.append(_taken(rung, on, until))
    elif found.step_id == "outside" and found.state != "waiting":
        kind = "filed" if "export" in found.command else "body-decided"
        lines.append(event(on, kind))
    elif found.step_id in ("prepare", "front-line"):
        lines.append(call(on))
    elif found.step_id == "manager":
        lines.append(manager(on))
    return a_case(*lines, **fields), max(today, found.due or today) + timedelta(days=1)


def _taken(step: str, on: str, until: str):
    if step == "manager":
        return manager(on)
    if step in ("head-of-service", "ceo", "final-notice"):
        return letter(step, on, until)
    return event(on, "filed") if step == "outside" else call(on)


def test_a_choice_ends_when_something_passes_between_the_sides():
    chosen = Choice(seq=90, entry_id="", on=date(2026, 1, 3), step="ceo", reason="I know her")
    case = a_case(call("01-02"), choices=(chosen,))
    first = standing(summarise(case), today=date(2026, 1, 3), guide=GUIDE)
    after = a_case(call("01-02"), letter("ceo", "01-04", "01-18"), choices=(chosen,))
    then = standing(summarise(after), today=date(2026, 1, 4), guide=GUIDE)
    assert (first.step_id, then.step_id) == ("ceo", "waiting")
