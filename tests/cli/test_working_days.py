"""Does a promise of working days count the holidays where the person lives?"""

import json

import pytest
from asking import done

NOW = "2026-12-22T10:00:00+00:00"
PROMISED = ("log", "acme", "--said", "x", "--promised", "a call", "--by", "in 3 working days")


@pytest.mark.parametrize(
    ("options", "by"),
    [
        ((), "2026-12-25"),
        (("--country", "GB"), "2026-12-29"),
        (("--country", "US"), "2026-12-28"),
        (("--country", "DE", "--region", "DE-BY"), "2026-12-28"),
    ],
)
def test_public_holidays_are_left_out(
    options: tuple[str, ...], by: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)
    done("open", "acme", "--company", "Acme", "--problem", "Charged twice.", *options)
    done(*PROMISED)
    (line,) = json.loads(done("promises", "acme", "--json"))["promises"]
    assert line["promise"]["by"] == by


def test_the_profile_says_where_where_the_case_does_not(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)
    done("open", "acme", "--company", "Acme", "--problem", "Charged twice.")
    done("profile", "--country", "GB")
    assert "Tue 29 Dec 2026" in done(*PROMISED)
