import sys
import textwrap

import pexpect

SLOW = """
    import time
    from complaintkit.cli.working import working
    with working("Making [it]"):
        time.sleep({seconds})
    print("made")
"""


def run(seconds: float) -> str:
    code = textwrap.dedent(SLOW.format(seconds=seconds))
    child = pexpect.spawn(sys.executable, ["-c", code], timeout=60, encoding="utf-8")
    child.expect(pexpect.EOF)
    return child.before or ""


def test_what_takes_over_a_second_shows_that_it_goes_on():
    shown = run(1.6)
    assert "Making [it]" in shown
    assert shown.rstrip().endswith("made")


def test_what_is_done_at_once_shows_nothing_of_it():
    assert run(0).strip() == "made"
