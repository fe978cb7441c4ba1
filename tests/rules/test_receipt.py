from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from complaintkit.rules.receipt import (
    MOST_BYTES,
    Receipt,
    differs_from,
    held_against,
    read_receipts,
    receipt_text,
)
from complaintkit.rules.verify import Sealed

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)


def chain(*hashes: str) -> list[Sealed]:
    return [
        Sealed(
            id=f"e{seq}",
            case_id="c",
            seq=seq,
            kind="note",
            recorded_at="2026-01-01T00:00:00Z",
            body="",
            prev="",
            hash=one,
            values={},
        )
        for seq, one in enumerate(hashes, start=1)
    ]


A, B, C, D = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)


@given(head=HEX, entries=st.integers(1, 10**8), case=st.text(max_size=300))
def test_a_receipt_is_short_and_is_read_back(head: str, entries: int, case: str):
    text = receipt_text(
        Receipt(head=head, entries=entries, case=case), made_at=NOW, tool="complaintkit 1.0.0"
    )
    (read,) = read_receipts(text)
    assert (read.head, read.entries) == (head, entries)
    if case.isascii():
        assert len(text.encode()) < MOST_BYTES + 60


def test_an_ordinary_receipt_has_under_five_hundred_bytes():
    text = receipt_text(
        Receipt(head=A, entries=21, case="phone-bill"), made_at=NOW, tool="complaintkit 1.0.0"
    )
    assert len(text.encode()) < MOST_BYTES


def test_a_quoted_receipt_in_an_e_mail_is_read_too():
    text = receipt_text(Receipt(head=A, entries=21, case="kettle"), made_at=NOW, tool="x")
    quoted = "Hello,\n" + "".join(f"> {line}\n" for line in text.splitlines()) + "Bye"
    assert read_receipts(quoted) == (Receipt(head=A, entries=21, case="kettle"),)


def test_a_bare_hash_is_a_receipt_and_other_text_is_none():
    assert read_receipts(A) == (Receipt(head=A),)
    assert read_receipts("a" * 63 + " and " + "b" * 65) == ()


def test_entries_added_later_do_no_harm():
    assert differs_from(Receipt(head=B, entries=2), chain(A, B, C), name="n") is None


def test_a_cut_tail_and_a_rewritten_log_are_told_apart():
    cut = differs_from(Receipt(head=C, entries=3), chain(A, B), name="kettle")
    anew = differs_from(Receipt(head=C, entries=3), chain(A, B, D), name="kettle")
    assert "tells of 3 entries, and there are 2" in cut.what
    assert (anew.place, anew.what[:18]) == ("kettle #3", "its hash is dddddd")


def test_a_receipt_is_held_against_its_own_case_or_against_all():
    cases = {"kettle": chain(A, B), "phone": chain(C)}
    assert held_against([Receipt(head=C, entries=1)], cases) == ()
    assert held_against([Receipt(head=C, entries=1, case="phone")], cases) == ()
    assert len(held_against([Receipt(head=C, entries=1, case="kettle")], cases)) == 1
    assert len(held_against([Receipt(head=D, entries=1)], cases)) == 1
