from dataclasses import replace
from datetime import date

from case_logs import a_case, call, closed, day, letter, missed, reply

from complaintkit.model.case import Case, Cost, SentLetter
from complaintkit.model.encounter import Channel
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.model.record import GapKind
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules.gaps import gaps
from complaintkit.rules.verify import Sealed

TODAY = date(2026, 6, 1)


def found(case: Case, lines: tuple[TimelineLine, ...] = (), sealed: tuple[Sealed, ...] = ()):
    return gaps(case, lines, sealed, today=TODAY)


def kinds(case: Case) -> list[tuple[GapKind, int]]:
    return [(gap.kind, gap.seq) for gap in found(case)]


def test_a_letter_that_nothing_came_back_to_is_a_gap_with_its_days():
    sent = replace(letter("first", "05-02"), tracking="RR 1")
    gap = found(a_case(sent))[0]
    assert (gap.kind, gap.letter, gap.days) == (GapKind.NO_REPLY, 1, 30)


def test_days_without_a_reply_end_with_the_case():
    sent = replace(letter("first", "05-02"), tracking="RR 1")
    assert found(a_case(sent, closed("05-12")))[0].days == 10


def test_a_later_message_of_the_company_answers_and_a_call_of_ours_does_not():
    sent = replace(letter("first", "05-02"), tracking="RR 1")
    called = replace(call("05-03"), reference="A1")
    assert kinds(a_case(sent, reply("05-09"))) == []
    assert kinds(a_case(sent, called)) == [(GapKind.NO_REPLY, 2)]


def test_a_letter_of_thanks_awaits_nothing():
    assert kinds(a_case(letter("thanks", "05-02"))) == []


def test_a_posted_letter_needs_proof_and_an_emailed_one_does_not():
    posted = letter("first", "05-02")
    assert (GapKind.NO_PROOF, 2) in kinds(a_case(posted, reply("05-03")))
    for proved in (
        replace(posted, proof=3),
        replace(posted, tracking="RR 1"),
        replace(posted, via="email"),
    ):
        assert kinds(a_case(proved, reply("05-03"))) == []


def test_a_letter_without_a_kept_copy_is_a_gap():
    sent = replace(letter("first", "05-02"), via="email", sha256="")
    assert kinds(a_case(sent, reply("05-03"))) == [(GapKind.NO_COPY, 2)]


def test_a_talk_without_a_name_and_a_case_without_any_reference_are_gaps():
    case = a_case(call("05-02", name="", role="agent"), call("05-03"))
    assert kinds(case) == [(GapKind.NO_NAME, 2), (GapKind.NO_REFERENCE, 2)]
    assert kinds(a_case(replace(call("05-02"), reference="A1"), call("05-03"))) == []


def test_a_try_that_reached_nobody_owes_no_name():
    assert kinds(a_case(missed("05-02"))) == []


def test_a_spoken_promise_is_a_gap_until_it_is_confirmed_or_kept():
    made = replace(call("05-02", by="05-09"), reference="A1")
    confirm = replace(letter("confirm-call", "05-02"), via="email")
    kept = replace(call("05-02", by="05-09", kept=True), reference="A1")
    assert kinds(a_case(made)) == [(GapKind.SPOKEN_PROMISE, 2)]
    assert kinds(a_case(made, confirm, reply("05-04"))) == []
    assert kinds(a_case(kept)) == []
    assert kinds(a_case(replace(made, channel=Channel.EMAIL), reply("05-03"))) == []


def test_a_cost_without_a_receipt_is_a_gap():
    spent = Cost(
        seq=4, entry_id="", on=day("05-02"), what="taxi", amount=Money(amount=9, currency="EUR")
    )
    assert kinds(a_case(costs=(spent,))) == [(GapKind.NO_RECEIPT, 4)]
    assert kinds(a_case(costs=(replace(spent, exhibits=(1,)),))) == []


def test_a_day_known_only_about_is_a_gap():
    about = replace(reply("05-02"), moment=_about("05-02"))
    assert kinds(a_case(about)) == [(GapKind.ABOUT, 2)]


def _about(on: str) -> Moment:
    return replace(reply(on).moment, precision=Precision.ABOUT)


def test_late_set_clocks_imports_and_erasures_of_the_log_are_gaps():
    base = {
        "entry_id": "e",
        "kind": "encounter",
        "moment": reply("05-02").moment,
        "way": "",
        "who": "",
        "what": (),
    }
    lines = (
        TimelineLine(seq=2, days_later=9, **base),
        TimelineLine(seq=3, days_later=1, **base),
        TimelineLine(seq=4, imported_on=day("05-20"), **base),
    )
    sealed = (
        _sealed(5, {"entry.clock": ("set", b"")}),
        _sealed(6, {"said": None, "quote": None}),
    )
    told = [(gap.kind, gap.seq, gap.days, gap.what) for gap in found(a_case(), lines, sealed)]
    assert told == [
        (GapKind.LATE, 2, 9, ""),
        (GapKind.IMPORTED, 4, 1, ""),
        (GapKind.CLOCK_SET, 5, 0, ""),
        (GapKind.ERASED, 6, 0, "quote, said"),
    ]


def _sealed(seq: int, values: dict) -> Sealed:
    return Sealed(
        id=f"e{seq}",
        case_id="c",
        seq=seq,
        kind="encounter",
        recorded_at="2026-05-20T10:00:00Z",
        body="",
        prev="",
        hash="",
        values=values,
    )


def test_a_letter_to_the_card_company_is_not_one_the_company_must_answer():
    other: SentLetter = replace(letter("card-dispute", "05-02"), tracking="RR 1")
    assert kinds(a_case(other)) == []
