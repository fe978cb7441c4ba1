"""Is what people complain of in other tools done better here?

One test for each row of facts/what-users-need.md, section 2 (“What users complain about or ask
for”), in its order; the sources are named there.
"""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from asking import done, open_case, typed


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-05-04")
    open_case()
    done("profile", "--name", "Odessa Freeman", "--address", "310 Larkspur Lane")
    done("company", "--want", "a refund of $84.20", "--your-country", "GB", "--sector", "telecom")


def at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", f"{day}T10:00:00+01:00")


def next_step() -> dict[str, object]:
    return json.loads(typed("next", "--json").out)["case"]


def clocks() -> dict[str, dict[str, object]]:
    return {clock["id"]: clock for clock in next_step()["clocks"]}


def sent(number: str = "1", on: str = "today", *words: str) -> None:
    done("sent", number, "--via", "post", "--on", on, *words)


def test_clock_starts_when_the_letter_really_went_and_there_is_a_gap_before_more(monkeypatch):
    done("letter", "first")
    assert next_step()["state"] == "prepare"  # a draft starts nothing
    at(monkeypatch, "2026-05-05")
    sent(on="2026-05-04")
    assert clocks()["letter:1"]["last_day"] == "2026-05-18"
    at(monkeypatch, "2026-05-19")
    done("letter", "reminder")
    sent("2")
    at(monkeypatch, "2026-05-20")
    assert next_step()["state"] == "waiting"  # no second chaser on the next day


def test_a_date_moves_to_any_day_and_keeps_its_reason_and_the_old_one():
    done("letter", "first")
    sent()
    done("extend", "letter 1", "--to", "in 15 working days", "--reason", "they asked for time")
    moved = clocks()["letter:1"]
    assert moved["last_day"] == "2026-06-09"  # 15 working days on, without 25 May
    assert "Moved from 18 May 2026 to 9 June 2026" in moved["reasons"][0]
    assert "they asked for time" in moved["reasons"][0]
    assert "letter 1 is moved to 9 Jun 2026" in done("timeline")


def test_every_stage_has_its_clock_and_its_next_step(monkeypatch):
    for number, (kind, day) in enumerate(
        [("first", "2026-05-04"), ("manager", "2026-05-20"), ("ceo", "2026-06-05")], start=1
    ):
        at(monkeypatch, day)
        done("letter", kind)
        sent(str(number))
    at(monkeypatch, "2026-06-20")
    late = typed("today")
    assert late.code == 3
    assert "complaintkit " in late.out


def test_own_limits_and_theirs_stand_side_by_side_and_go_into_a_calendar(tmp_path: Path):
    done("log", "--said", "no", "--promised", "a refund", "--by", "2026-05-20")
    done("event", "deadlock letter", "--kind", "deadlock", "--on", "2026-05-02")
    shown = typed("due").out
    assert "Yours" in shown
    assert "Theirs" in shown
    typed("due", "--ics", str(tmp_path / "dates.ics"))
    assert (tmp_path / "dates.ics").read_bytes().count(b"BEGIN:VEVENT") >= 2


def test_a_reminder_of_ones_own_comes_whatever_the_state(monkeypatch):
    done("remind", "ask for the report", "--on", "in 3 weeks")
    at(monkeypatch, "2026-05-25")
    assert "ask for the report" in " ".join(typed("today").out.split())


def test_how_and_when_a_letter_went_is_kept_with_its_proof(tmp_path: Path):
    (tmp_path / "receipt.txt").write_text("posted")
    done("letter", "first", "--copy-to", "Citizens Advice")
    sent("1", "today", "--tracking", "RX 123 GB", "--proof", str(tmp_path / "receipt.txt"))
    (letter,) = json.loads(done("show", "--json"))["case"]["letters"]
    assert (letter["via"], letter["sent_on"]) == ("post", "2026-05-04")
    assert letter["tracking"] == "RX 123 GB"
    assert letter["proof"] == 1
    assert "Citizens Advice" in typed("letter", "1").out


def test_private_notes_stay_and_calls_have_all_their_fields(tmp_path: Path):
    done("note", "they sounded rushed")
    done(
        "log", "--said", "voice mail only", "--not-reached", "--at", "2026-05-03 15:20",
        "--with", "Jane, supervisor", "--minutes", "12",
    )  # fmt: skip
    call = json.loads(done("show", "--json"))["case"]["encounters"][0]
    assert call["reached"] is False
    assert call["moment"]["wall"].startswith("2026-05-03T15:20")
    assert {"offset", "zone"} <= set(call["moment"])
    assert call["representative"]["name"] == "Jane"
    done("export", "--format", "pack", "-o", str(tmp_path / "pack.zip"))
    with ZipFile(tmp_path / "pack.zip") as pack:
        assert not any(b"they sounded rushed" in pack.read(name) for name in pack.namelist())


def test_letters_do_not_read_like_a_form_and_every_typed_fact_is_used_or_named():
    done("log", "--said", "they would look into it", "--ref", "RET-7719")
    letter = typed("letter", "first", "-o", "-")
    assert not re.search(r"\[[^\]]*\]|\(s\)|and/or|immediately|\bviolation", letter.out)
    assert re.search(r"\d{1,2} May 2026", letter.out)
    trace = typed("letter", "first", "--trace")
    assert "RET-7719" in trace.out + trace.err


def test_the_first_letter_is_mild_and_names_no_law():
    done("log", "--said", "no")
    letter = done("letter", "first", "-o", "-")
    assert not re.search(r"\b(court|law|Act|Regulation|legal|regulator)\b", letter)


def test_advice_never_ends_in_nothing_and_something_else_is_always_there():
    assert "other" in typed("reply", "--text", "Blue is a colour.").said
    done("reply", "--kind", "other", "--text", "Blue is a colour.")
    assert next_step()["command"]
    done("next", "--take", "ceo", "--reason", "I know her")
    assert next_step()["letter_kind"] == "ceo"


def test_files_can_come_with_the_first_entry_and_many_at_once(tmp_path: Path):
    names = [tmp_path / f"photo-{number}.txt" for number in range(3)]
    for name in names:
        name.write_text(name.name)
    done("log", "--said", "no", "--attach", str(names[0]), "--attach", str(names[1]))
    done("attach", *map(str, names))
    assert len(json.loads(done("show", "--json"))["case"]["exhibits"]) == 3


def test_a_whole_case_goes_out_and_comes_in_again(tmp_path: Path):
    done("log", "--said", "no", "--ref", "R-1")
    done("export", "--format", "yaml", "-o", str(tmp_path / "case.yaml"))
    done("import", str(tmp_path / "case.yaml"), "--name", "again")
    assert "R-1" in done("timeline", "again")


def test_a_follow_up_is_three_lines_with_the_reference_and_a_new_date(monkeypatch):
    done("log", "--said", "no", "--ref", "R-1")
    done("letter", "first")
    sent()
    at(monkeypatch, "2026-05-20")
    letter = done("letter", "reminder", "-o", "-")
    body = letter.partition("Dear ")[2]
    assert len(body.split()) < 150
    assert "3 June 2026" in body or "27 May 2026" in body


def test_the_end_says_how_what_moved_it_and_how_much():
    done("close", "--outcome", "part", "--amount", "40", "--moved-by", "the letter to the director")
    assert "part, 40 GBP. What moved it: the letter to the director" in " ".join(
        done("timeline").split()
    )


def test_no_case_is_told_anew_to_each_agent_and_time_and_apologies_count():
    done("log", "--with", "Jo", "--said", "no", "--minutes", "35", "--ref", "R-1")
    done("cost", "waiting at home", "--minutes", "120")
    assert "Say this in one breath" in typed("call").out
    assert "120" in typed("score", "--case", "acme").out
    done("company", "--want", "an apology in writing")
    assert "an apology in writing" in done("letter", "first", "-o", "-")


def test_nothing_is_claimed_that_the_record_does_not_hold():
    done("log", "--with", "Jo", "--said", "no", "--promised", "a refund", "--by", "2026-05-05")
    trace = typed("letter", "manager", "--trace")
    assert "← #" in trace.out + trace.err
    assert not re.search(r"\d+ ?%|guarantee|will succeed", typed("next").out)
