import random
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from complaintkit.model.case import Case
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules.overlay import ERASED, live, retracted_ids
from complaintkit.rules.replay import replay
from complaintkit.rules.shape import flatten

OPENING = {"name": "card-points", "company": {"name": "Example Bank"}, "problem": "No points."}


def entry(seq: int, kind: EntryKind, plain: dict, **more: str | None) -> Entry:
    return Entry(
        id=f"e{seq}",
        case_id="c",
        seq=seq,
        kind=kind,
        recorded_at=f"2026-05-04T09:{seq:02}:00Z",
        values={**flatten(plain), **more},
    )


def said(seq: int, text: str) -> Entry:
    return entry(seq, EntryKind.ENCOUNTER, {"at": "2026-05-03", "channel": "phone", "said": text})


def correct(seq: int, target: int, **fields: object) -> Entry:
    return entry(seq, EntryKind.CORRECTION, {"entry": f"e{target}", "set": fields})


def retract(seq: int, target: int) -> Entry:
    return entry(seq, EntryKind.RETRACTION, {"entry": f"e{target}", "reason": "mistake"})


OPEN = entry(1, EntryKind.OPEN, OPENING)


def words(*entries: Entry) -> list[str]:
    return [met.said for met in replay(entries).encounters]


def test_an_opening_alone_is_a_case():
    case = replay([OPEN])
    assert (case.name, case.company.name, case.problem) == (
        "card-points",
        "Example Bank",
        "No points.",
    )
    assert case.opened_on == date(2026, 5, 4)
    assert case.is_open


def test_a_correction_lays_its_fields_over_the_entry_it_names():
    assert words(OPEN, said(2, "no"), said(3, "yes"), correct(4, 2, said="never")) == [
        "never",
        "yes",
    ]


def test_the_later_correction_counts():
    assert words(OPEN, said(2, "a"), correct(3, 2, said="b"), correct(4, 2, said="c")) == ["c"]


def test_a_corrected_line_says_which_entries_corrected_it():
    lines = live([OPEN, said(2, "a"), correct(3, 2, said="b"), correct(4, 2, quote="c")])
    assert [line.corrected_by for line in lines] == [(), (3, 4)]


def test_a_correction_can_drop_a_field_with_all_below_it():
    met = entry(
        2,
        EntryKind.ENCOUNTER,
        {"at": "2026-05-03", "with": {"name": "Jane", "role": "agent"}, "within": "x"},
    )
    drop = entry(3, EntryKind.CORRECTION, {"entry": "e2", "unset": ["with"]})
    case = replay([OPEN, met, drop])
    assert case.encounters[0].representative is None
    assert live([OPEN, met, drop])[1].plain["within"] == "x"


def test_a_correction_can_replace_a_list_by_a_shorter_one():
    met = entry(2, EntryKind.ENCOUNTER, {"at": "2026-05-03", "tags": ["a", "b", "c"]})
    fix = entry(3, EntryKind.CORRECTION, {"entry": "e2", "unset": ["tags"], "set": {"tags": ["z"]}})
    assert replay([OPEN, met, fix]).encounters[0].tags == ("z",)


def test_a_retracted_entry_drops_out():
    assert words(OPEN, said(2, "a"), said(3, "b"), retract(4, 2)) == ["b"]


def test_a_retracted_retraction_brings_the_entry_back():
    assert words(OPEN, said(2, "a"), retract(3, 2), retract(4, 3)) == ["a"]


def test_a_thrice_retracted_entry_is_gone_again():
    assert words(OPEN, said(2, "a"), retract(3, 2), retract(4, 3), retract(5, 4)) == []


def test_a_retracted_correction_has_no_effect():
    assert words(OPEN, said(2, "a"), correct(3, 2, said="b"), retract(4, 3)) == ["a"]


def test_the_opening_stands_whatever_names_it():
    assert replay([OPEN, retract(2, 1)]).name == "card-points"


def test_the_opening_can_be_corrected():
    case = replay([OPEN, correct(2, 1, company={"name": "Example Bank plc"})])
    assert case.company.name == "Example Bank plc"


def test_an_erased_value_is_shown_as_erased():
    assert words(OPEN, entry(2, EntryKind.ENCOUNTER, {"at": "2026-05-03"}, said=None)) == [ERASED]


def test_promises_are_kept_or_broken_by_the_entry_that_says_so():
    met = entry(
        2,
        EntryKind.ENCOUNTER,
        {"at": "2026-05-03", "promised": [{"what": "call"}, {"what": "refund"}]},
    )
    kept = entry(
        3, EntryKind.PROMISE, {"entry": "e2", "promise": "2", "kept": "yes", "on": "2026-05-09"}
    )
    call, refund = replay([OPEN, met, kept]).encounters[0].promises
    assert (call.kept, refund.kept, refund.kept_on) == (None, True, date(2026, 5, 9))


def test_a_file_attached_twice_keeps_its_number_and_supports_both_entries():
    first = entry(2, EntryKind.EXHIBIT, {"number": "1", "name": "a.pdf", "belongs_to": ["e1"]})
    again = entry(3, EntryKind.EXHIBIT, {"number": "1", "name": "a.pdf", "belongs_to": ["e9"]})
    exhibits = replay([OPEN, first, again]).exhibits
    assert [(one.number, one.belongs_to) for one in exhibits] == [(1, ("e1", "e9"))]


def test_two_files_that_were_given_one_number_both_stay():
    plain = [{"number": "1", "name": name, "sha256": name} for name in ("a.pdf", "b.pdf")]
    entries = [entry(seq, EntryKind.EXHIBIT, fields) for seq, fields in enumerate(plain, start=2)]
    assert [one.name for one in replay([OPEN, *entries]).exhibits] == ["a.pdf", "b.pdf"]


def test_closing_ends_the_case_and_reopening_takes_it_up_again():
    closed = entry(
        2, EntryKind.CLOSE, {"result": "part", "amount": {"amount": "70.00", "currency": "USD"}}
    )
    reopened = entry(3, EntryKind.REOPEN, {"reason": "nothing came"})
    outcome = replay([OPEN, closed]).outcome
    assert outcome
    assert outcome.amount
    assert (outcome.result, outcome.amount.amount) == ("part", Decimal("70.00"))
    assert replay([OPEN, closed, reopened]).is_open
    assert not replay([OPEN, closed, reopened, retract(4, 3)]).is_open


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    entries = [OPEN]
    for seq in range(2, draw(st.integers(2, 14))):
        target = draw(st.integers(1, seq - 1))
        entries.append(
            draw(
                st.sampled_from(
                    (
                        said(seq, f"said {seq}"),
                        correct(seq, target, said=f"corrected by {seq}"),
                        retract(seq, target),
                        entry(seq, EntryKind.NOTE, {"text": f"note {seq}"}),
                        entry(seq, EntryKind.CLOSE, {"result": "resolved"}),
                        entry(seq, EntryKind.REOPEN, {"reason": "again"}),
                    )
                )
            )
        )
    return entries


@given(logs(), st.randoms(use_true_random=False))
def test_a_case_does_not_depend_on_how_its_entries_were_read(
    entries: list[Entry], chance: random.Random
):
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert replay(shuffled) == replay(entries)
    assert replay(iter(shuffled)) == replay(tuple(entries))


@given(logs())
def test_retracting_the_newest_entry_undoes_it(entries: list[Entry]):
    newest = entries[-1]
    if newest.kind is EntryKind.OPEN:
        return
    undone = [*entries, retract(newest.seq + 1, newest.seq)]
    assert replay(undone) == replay(entries[:-1])


@given(logs())
def test_an_entry_is_gone_when_an_odd_number_of_standing_retractions_begins_with_it(
    entries: list[Entry],
):
    """The same rule told the other way round, from the first entry on."""
    naming: dict[str, list[Entry]] = {}
    for one in entries:
        if one.kind is EntryKind.RETRACTION:
            naming.setdefault(one.values["entry"] or "", []).append(one)

    def stands(one: Entry) -> bool:
        return not any(stands(later) for later in naming.get(one.id, ()))

    gone = {one.id for one in entries if not stands(one)}
    assert {one for one in retracted_ids(entries) if one in {e.id for e in entries}} == gone


def test_a_case_is_a_value():
    case = replay([OPEN, said(2, "a")])
    assert isinstance(case, Case)
    assert hash(case) == hash(replay([said(2, "a"), OPEN]))


def test_a_letter_recorded_before_there_were_tracking_numbers_reads_as_before():
    fields = {"number": "1", "kind": "first", "sent_on": "2026-03-02", "via": "post"}
    old = entry(2, EntryKind.LETTER, fields)
    new = entry(3, EntryKind.LETTER, {**fields, "number": "2", "tracking": "RR 1 GB"})
    assert [sent.tracking for sent in replay([OPEN, old, new]).letters] == ["", "RR 1 GB"]


def test_what_was_answered_at_closing_is_read_and_what_was_not_is_none():
    answers = {
        "result": "part",
        "closed_on": "2026-05-04",
        "signs": {"fair": "yes", "heard": "no"},
        "ratings": {"honesty": "4"},
    }
    outcome = replay([OPEN, entry(2, EntryKind.CLOSE, answers)]).outcome
    assert outcome is not None
    assert (outcome.fair, outcome.heard, outcome.addressed) == (True, False, None)
    assert (outcome.integrity, outcome.honesty, outcome.manner) == (None, 4, None)
