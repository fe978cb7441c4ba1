import csv
import io
import json
from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from complaintkit.model.entry import EntryKind
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.timeline import TimelineLine
from complaintkit.render.log_tables import CSV_HEAD, inert, log_csv, log_json
from complaintkit.rules.verify import Sealed

NOW = datetime.fromisoformat("2026-11-22T10:00:00+01:00")
LINE = TimelineLine(
    seq=7,
    entry_id="e7",
    kind=EntryKind.ENCOUNTER,
    moment=Moment(wall=datetime(2026, 3, 1, 10, 0), zone="Europe/Berlin"),  # noqa: DTZ001
    way="out",
    who="phone, Jane",
    what=("refund agreed", "Promised: refund"),
    reference="0042",
    exhibits=(1, 2),
    corrected_by=(9,),
    days_later=3,
)
ENTRY = Sealed(
    id="e1",
    case_id="case-1",
    seq=1,
    kind="open",
    recorded_at="2026-05-04T07:30:00Z",
    body="{}",
    prev="p",
    hash="h",
    values={"name": ("Ọlá\u202e\x9b“x”", b"\x01" * 16), "gone": None},
    withheld=2,
)


def as_json(entries: list[Sealed]) -> str:
    return log_json(entries, case_name="points", exported_at=NOW, tool="complaintkit test")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_json_has_every_part_that_the_chain_is_checked_with():
    record = json.loads(as_json([ENTRY]))
    assert record["schema"] == "complaintkit/log/1"
    assert (record["case"], record["case_id"], record["exported_at"]) == (
        "points",
        "case-1",
        "2026-11-22T09:00:00Z",
    )
    assert (record["count"], record["head"]) == (1, "h")
    assert record["entries"] == [
        {
            "id": "e1",
            "seq": 1,
            "kind": "open",
            "recorded_at": "2026-05-04T07:30:00Z",
            "prev": "p",
            "hash": "h",
            "body": "{}",
            "values": {"name": {"value": "Ọlá\u202e\x9b“x”", "salt": "01" * 16}},
            "erased": ["gone"],
            "withheld": 2,
        }
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_json_loses_nothing_and_nothing_in_it_acts_on_a_terminal(text: str):
    written = as_json([replace(ENTRY, values={"said": (text, b"\x01" * 16)})])
    assert json.loads(written)["entries"][0]["values"]["said"]["value"] == text
    assert not [one for one in written if one != "\n" and (one < " " or "\x7f" <= one <= "\x9f")]
    assert not set(written) & set("\u061c\u200e\u200f\u202a\u202e\u2066\u2069")


def test_letters_of_every_language_stay_readable_in_the_json():
    assert "Ọlá" in as_json([ENTRY])


def test_the_table_has_one_quoted_row_for_each_line():
    text = log_csv([LINE])
    assert text.startswith('\ufeff"Entry","Date"')
    head, row = rows(text)
    assert tuple(head) == CSV_HEAD
    assert row == [
        "#7", "2026-03-01", "10:00", "Europe/Berlin", "exact", "from me", "phone, Jane",
        "refund agreed\nPromised: refund", "0042", "1, 2", "#9", "3",
    ]  # fmt: skip
    assert '"0042"' in text


def test_private_lines_are_not_in_the_table():
    text = log_csv([replace(LINE, private=True, what=("secret",)), LINE])
    assert "secret" not in text
    assert len(rows(text)) == 2


def test_a_month_is_not_given_a_day():
    moment = replace(LINE.moment, precision=Precision.MONTH)
    assert rows(log_csv([replace(LINE, moment=moment)]))[1][1:3] == ["2026-03", ""]


@given(st.text(max_size=30) | st.sampled_from(["=1+1", "\t=1", "\r-1", "\u200b@x", "\x00+1"]))
def test_no_cell_can_be_taken_for_a_formula(text: str):
    cell = rows(log_csv([replace(LINE, who=text)]))[1][6]
    assert cell == inert(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert "\x00" not in cell
    assert "\x1b" not in cell


def test_a_formula_is_kept_readable_behind_an_apostrophe():
    assert inert('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert inert("refund = agreed") == "refund = agreed"
