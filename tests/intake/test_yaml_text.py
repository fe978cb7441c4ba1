import contextlib
import random
import time

import pytest

from complaintkit.errors import CaseFileFaulty
from complaintkit.intake.yaml_text import load_text

GOOD = b"""complaintkit: 1
case:
  name: card-points
  company: {name: "A: B", address: [One, "Two"]}
  problem: |
    first line
    second line
events:
- {on: 2026-01-01, what: x}
"""


def refusal(source: bytes) -> str:
    with pytest.raises(CaseFileFaulty) as refused:
        load_text(source, "case.yaml")
    return refused.value.problem


def test_every_scalar_stays_the_text_it_was():
    values, _ = load_text(b"a: 0123456\nb: no\nc: 12:30\nd: 1_000\ne: 1.10\nf: ~\ng:\n", "f")
    assert values == {
        "a": "0123456", "b": "no", "c": "12:30", "d": "1_000", "e": "1.10", "f": "~", "g": "",
    }  # fmt: skip


def test_each_value_has_its_line():
    values, lines = load_text(GOOD, "f")
    assert values["case"]["problem"] == "first line\nsecond line\n"
    assert lines.of(("case", "company", "name")) == 4
    assert lines.of(("case", "problem")) == 5
    assert lines.of(("events", 0, "what")) == 9
    assert lines.of(("case", "missing", "deeper")) == 2
    assert lines.of(()) == 1


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert load_text(b"\xef\xbb\xbfa: 1\n", "f")[0] == {"a": "1"}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (b"a: 1\nb: 2\na: 3\n", "line 3: “a” is given twice"),
        (b"a: 1\nb: &x 2\nc: *x\n", "line 2: “&x” or “*x” refers to another place"),
        (b"&a [*a]\n", "refers to another place"),
        (b"a: !!python/object:os.system x\n", "is a YAML tag"),
        (b"a: ! x\n", "is a YAML tag"),
        (b"a: b: c\n", "line 1: a text holds “: ”"),
        (b"a:\n\t- b\n", "line 2: a value begins with"),
        (b"a: 'x\n", "quote is not closed"),
        (b"a: [1, 2\nb: 3\n", "closing bracket"),
        (b"a: \xff\n", "line 1: this is not text in UTF-8"),
        (b"a: 1\nb: \x07\n", "line 2: it holds characters"),
        (b"--- a\n--- b\n", "more than one document"),
        (b"", "is empty"),
        (b"# only a comment\n", "is empty"),
        (b"? [a]\n: b\n", "stands where a key should be"),
        (b"[" * 5000, "more than 20 levels"),
        (b"{a: " * 5000, "more than 20 levels"),
        (b"- " * 5000, "more than 20 levels"),
        (b"#" * (32 * 1024 * 1024 + 1), "larger than 32 MB"),
    ],
)
def test_what_yaml_hides_or_breaks_is_named_with_its_line(source, words):
    assert words in refusal(source)


def test_all_keys_given_twice_are_told_at_once():
    problem = refusal(b"a: 1\na: 2\nb: {c: 1, c: 2}\n")
    assert "line 2: “a”" in problem
    assert "line 3: “c”" in problem


def test_a_bomb_is_refused_at_once():
    bomb = b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n" + b"d: [*c,*c]\n"
    began = time.perf_counter()
    refusal(bomb)
    assert time.perf_counter() - began < 0.5


def test_broken_files_never_end_in_a_traceback():
    dice = random.Random(7)
    for _ in range(2000):
        broken = bytearray(GOOD)
        for _ in range(dice.randint(1, 6)):
            place = dice.randrange(len(broken))
            change = dice.random()
            if change < 0.4:
                broken[place] = dice.choice(b"\t:{}[]&*!|>'\"%@`-?#,\n \xff\x00")
            elif change < 0.7:
                del broken[place : place + dice.randint(1, 20)]
            else:
                broken[place:place] = broken[dice.randrange(len(broken)) :][:30]
        with contextlib.suppress(CaseFileFaulty):
            load_text(bytes(broken), "case.yaml")
