import contextlib
import random
import subprocess
import sys
from datetime import date

import pytest

from complaintkit.errors import CaseFileFaulty
from complaintkit.intake.case_file import CaseFile, read_case_file

SMALLEST = """complaintkit: 1
case:
  name: gas-estimate
  company: {name: Stadtwerke Isarbogen AG}
  problem: The bill uses an estimate.
"""

FULL = """complaintkit: 1
case:
  name: card-points
  title: 24,000 points promised and not credited
  opened_on: 2026-05-04
  sector: credit card
  country: us
  region: us-ny
  on_behalf_of: {name: Ada Park, authority: power of attorney}
  needs: large print
  consumer: {name: Prakash O'Brien, address: [48 Delancey Row, "Albany, NY 12207"]}
  company: {name: Harbor & Finch, head: {name: Jo March, title: CEO}, account: 0417}
  parties: [{name: Other Bank, role: card-issuer}]
  purchase: {what: offer, bought_on: 2025-10-01, price: {amount: 70.00, currency: usd}}
  particulars: {flight: XY 123, session_id: 0001}
  problem: Points are missing.
  resolution: {want: points, amount: {amount: "70.00", currency: USD}, floor: half, answer_days: 14}
  notes_on_nothing:
events:
- {on: 2026-02-19, kind: statement-sent, what: statement, exhibits: [offer.png]}
encounters:
- {at: 2026-01-12T09:00, zone: America/New_York, channel: WhatsApp, reached: true, with: {},
   promised: [{what: points, by: 2026-04-12}, {what: a call}], reference: 0123456, tags: [ignored]}
- {at: 2026-01-13, channel: phone, precision: about, with: {role: agent}, reached: "no"}
exhibits: [{file: offer.png, title: The offer, from: the website, got_on: 2025-10-01}]
promises: [{encounter: 1, promise: 2, kept: no, on: 2026-02-01}]
offers: [{on: 2026-03-01, what: half, amount: {amount: 35, currency: USD}, full_settlement: yes}]
costs: [{on: 2026-03-02, what: postage, minutes: 40}]
letters: [{number: 1, kind: ceo, sent_on: 2026-03-03, via: post, tracking: 01 2,
  file: l.txt, proof: offer.png}]
outcome: {result: resolved, satisfaction: {before: 1, after: 4}}
"""


def read(text: str, **settings) -> CaseFile:
    return read_case_file(text.encode(), name="case.yaml", **settings)


def faults(text: str) -> str:
    with pytest.raises(CaseFileFaulty) as refused:
        read(text)
    return refused.value.problem


def with_encounter(text: str) -> str:
    return f"{SMALLEST}encounters:\n- {{{text}}}\n"


def leaves(value: object):
    if isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)
    else:
        yield value


def test_the_smallest_case_file_is_enough():
    assert read(SMALLEST).case == {
        "name": "gas-estimate",
        "company": {"name": "Stadtwerke Isarbogen AG"},
        "problem": "The bill uses an estimate.",
    }


def test_every_leaf_is_text_and_numbers_keep_their_zeros():
    found = read(FULL)
    assert all(
        type(leaf) is str
        for part in (found.case, found.encounters, found.letters, found.outcome)
        for leaf in leaves(part)
    )
    assert found.case["company"]["account"] == "0417"
    assert found.case["particulars"]["session_id"] == "0001"
    assert found.encounters[0]["reference"] == "0123456"


def test_other_spellings_come_out_in_our_own_words():
    found = read(FULL)
    assert (found.case["sector"], found.case["country"], found.case["region"]) == (
        "bank", "US", "US-NY",
    )  # fmt: skip
    assert found.case["purchase"]["price"] == {"amount": "70.00", "currency": "USD"}
    first, second = found.encounters
    assert (first["channel"], first["medium"], first["reached"]) == ("chat", "WhatsApp", "yes")
    assert (first["precision"], first["offset"]) == ("exact", "-05:00")
    assert (second["at"], second["precision"], second["reached"]) == ("2026-01-13", "about", "no")
    assert "offset" not in second


def test_empty_keys_are_left_out():
    found = read(SMALLEST + "outcome:\nevents: []\n" + "encounters:\n- {at: 2026-01-13, channel: "
                 "phone, with: {}, said: '', tags: ['', a]}\n")  # fmt: skip
    assert found.outcome is None
    assert found.events == ()
    assert found.encounters == (
        {"at": "2026-01-13", "channel": "phone", "precision": "day", "tags": ["a"]},
    )


def test_a_skipped_hour_is_kept_and_warned_of():
    found = read(with_encounter("at: 2026-03-29T02:30, zone: Europe/Berlin, channel: portal"))
    assert found.encounters[0]["skipped"] == "yes"
    assert found.encounters[0]["at"] == "2026-03-29T02:30"
    assert "offset" not in found.encounters[0]
    assert found.warnings == (
        "encounter 1: 02:30 on 29 March 2026 did not exist in Europe/Berlin (the clocks went "
        "forward); kept as typed.",
    )


def test_an_offset_settles_a_doubled_hour():
    typed = "at: 2026-10-25T02:30+01:00, zone: Europe/Berlin, channel: phone"
    found = read(with_encounter(typed))
    assert found.encounters[0]["at"] == "2026-10-25T02:30"
    assert found.encounters[0]["offset"] == "+01:00"
    apart = typed.replace("+01:00", "") + ', offset: "+01:00"'
    assert read(with_encounter(apart)).encounters == found.encounters


def test_an_unknown_sector_is_warned_of_and_kept():
    found = read(SMALLEST.replace("  problem", "  sector: Falconry\n  problem"))
    assert found.case["sector"] == "Falconry"
    assert "routed as general" in found.warnings[0]


def test_days_to_come_are_warned_of_where_today_is_known():
    text = with_encounter("at: 2027-01-01T10:00, channel: phone")
    assert read(text).warnings == ()
    assert read(text, today=date(2026, 11, 20)).warnings == (
        "encounter 1: 2027-01-01 lies in the future; kept as typed.",
    )


def test_all_faults_are_told_at_once_each_with_its_line():
    problem = faults("""complaintkit: 1
case:
  name: x
  compnay: {name: A}
  country: USA
  opened_on: 2026-02-31
  resolution: {want: y, answer_days: soon, amount: {amount: "1,20", currency: EURO}}
  consumer: {address: one line}
encounters:
- {at: "2026-01-02", channel: call, reached: maybe, zone: Europe/Berln, exhibits: [../a]}
- {channel: telepathy}
promises: [{encounter: 9, promise: 1, kept: no}, {encounter: 1, promise: 1, kept: no}]
letters: [{number: 1, kind: firts, sent_on: 2026-01-01}, {number: 1, kind: ceo, sent_on: soon}]
bogus: 1
""")
    assert problem.splitlines() == [
        "case.yaml has 21 faults; nothing was imported.",
        "case.yaml, line 2: case.company: is missing.",
        "case.yaml, line 2: case.problem: is missing.",
        "case.yaml, line 4: case.compnay: there is no such key – did you mean “company”?",
        "case.yaml, line 5: case.country: “USA” is not a country in two letters, such as US.",
        "case.yaml, line 6: case.opened_on: “2026-02-31” is not in the calendar.",
        "case.yaml, line 7: case.resolution.amount.amount: “1,20” is not an amount such as "
        "1234.50.",
        "case.yaml, line 7: case.resolution.amount.currency: “EURO” is not a currency in three "
        "letters, such as USD.",
        "case.yaml, line 7: case.resolution.answer_days: “soon” is not a whole number of days.",
        "case.yaml, line 8: case.consumer.address: should be a list, such as [one, two], not "
        "“one line”.",
        "case.yaml, line 10: encounters[1].exhibits[1]: “../a” is not the plain name of a file "
        "that lies beside the case file.",
        "case.yaml, line 10: encounters[1].reached: “maybe” is neither yes nor no.",
        "case.yaml, line 10: encounters[1].zone: “Europe/Berln” is not the name of a time zone. "
        "Did you mean Europe/Berlin?",
        "case.yaml, line 11: encounters[2].at: is missing.",
        "case.yaml, line 11: encounters[2].channel: “telepathy” is not a way of contact. Use one "
        "of phone, email, letter, visit, chat, web-form, social, sms.",
        "case.yaml, line 12: promises[1].encounter: there is no encounter 9.",
        "case.yaml, line 12: promises[2].promise: encounter 1 has no promise 1.",
        "case.yaml, line 13: letters[1].kind: “firts” is not first, manager, head-of-service, "
        "ceo, reminder, counter-offer, accept, final-notice, agency, card-dispute, thanks, "
        "records, cancel, confirm-call, credit-report or debt – did you mean “first”?",
        "case.yaml, line 13: letters[1].number: “1” is given to more than one.",
        "case.yaml, line 13: letters[2].number: “1” is given to more than one.",
        "case.yaml, line 13: letters[2].sent_on: “soon” is not a date such as 2026-03-12.",
        "case.yaml, line 14: bogus: there is no such key.",
    ]


@pytest.mark.parametrize(
    "name",
    ["../a", "a/../b", "/etc/passwd", r"a\b", r"..\a", "C:a", "C:/a", "~/a", "a//b", "./a", "CON",
     "con.txt", "a/nul", '"a\\nb"', '"a\\0b"'],
)  # fmt: skip
def test_a_file_name_that_climbs_out_is_refused(name):
    quoted = name if name.startswith('"') else f"'{name}'"
    assert "plain name of a file" in faults(f"{SMALLEST}exhibits: [{{file: {quoted}}}]\n")


@pytest.mark.parametrize(
    "name", ["offer.png", "photos/März 1.jpg", "..a", "console.txt", ".hidden"]
)
def test_a_plain_file_name_is_kept(name):
    assert read(f"{SMALLEST}exhibits: [{{file: '{name}'}}]\n").exhibits == ({"file": name},)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[]", "is not a case file"),
        ("hello", "is not a case file"),
        ("complaintkit: 2\nnew: 1\n", "newer complaintkit"),
        ("complaintkit: one\n", "“one” is not the version 1"),
        ("case: {}\n", "complaintkit: is missing"),
        (with_encounter("at: 2026-01-02, channel: phone, precision: exact"), "does not fit"),
        (with_encounter('at: 2026-01-02T10:00Z, channel: phone, offset: "+01:00"'), "differs"),
        (SMALLEST + "exhibits: [{file: a}, {file: a}]\n", "more than one"),
        (SMALLEST + "events: {on: 2026-01-01}\n", "should be a list"),
        (SMALLEST + "case2: 1\n", "did you mean “case”"),
    ],
)
def test_other_faults_are_told_too(text, words):
    assert words in faults(text)


def test_many_faults_are_cut_short():
    problem = faults(SMALLEST + "".join(f"key{n}: 1\n" for n in range(80)))
    assert problem.splitlines()[-1] == "… and 30 more."


def test_a_value_of_many_lines_stays_on_one_line_of_the_message():
    problem = faults(SMALLEST + 'exhibits: [{file: "a\\nb\\nc/../' + "x" * 500 + '"}]\n')
    assert len(problem.splitlines()) == 2
    assert len(problem.splitlines()[1]) < 250


def test_pydantic_is_loaded_only_when_a_case_file_is_read():
    code = (
        "import sys; import complaintkit.intake.case_file\n"
        "assert not {'pydantic', 'yaml'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_broken_case_files_never_end_in_a_traceback():
    dice = random.Random(11)
    source = FULL.splitlines()
    words = ["", "[]", "{}", "x", "[x]", "{x: y}", "1", "no", "2026-02-30", "[[x]]", "- a"]
    for _ in range(600):
        lines = list(source)
        for _ in range(dice.randint(1, 4)):
            place = dice.randrange(len(lines))
            key, colon, _rest = lines[place].partition(":")
            lines[place] = f"{key}{colon} {dice.choice(words)}" if dice.random() < 0.7 else ""
        with contextlib.suppress(CaseFileFaulty):
            read("\n".join(lines))


def test_signs_and_ratings_of_an_outcome_are_read_and_may_be_absent():
    said = "outcome: {result: part, signs: {fair: true, heard: no}, ratings: {honesty: 4}}"
    assert read(SMALLEST + said).outcome == {
        "result": "part",
        "signs": {"fair": "yes", "heard": "no"},
        "ratings": {"honesty": "4"},
    }
    assert read(SMALLEST + "outcome: {result: part}").outcome == {"result": "part"}


def test_a_rating_off_the_scale_and_a_sign_that_is_no_answer_are_told_together():
    told = faults(SMALLEST + "outcome: {result: x, signs: {fair: maybe}, ratings: {manner: 6}}")
    assert "“maybe” is neither yes nor no" in told
    assert "“6” is not a whole number from 1 to 5" in told
