"""Tests of `agencies` and `agency`: who may be asked, from when on, and how sure that is."""

import json
from pathlib import Path

import pytest
from asking import done, typed

NOW = "2026-06-20T10:00:00-04:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


def case_of(country: str, sector: str, *options: str) -> None:
    done(
        "open", "acme", "--company", "Acme", "--problem", "Charged twice.", "--country", country,
        "--sector", sector, *options,
    )  # fmt: skip


def found(*words: str) -> dict:
    return json.loads(typed("agencies", *words, "--json").out)


def names(*words: str) -> list[str]:
    return [one["id"] for one in found(*words)["agencies"]]


def test_the_nearest_body_comes_first_with_its_day_and_its_page():
    case_of("GB", "telecom")
    done("log", "--said", "no", "--at", "2026-06-01 10:00")
    first = found()["agencies"][0]
    assert (first["id"], first["open_from"]) == ("gb-communications", "2026-07-14")
    shown = typed("agencies")
    assert shown.out.startswith("acme, telecom, GB\n\n1. Communications Ombudsman (gb-comm")
    assert "https://www.commsombudsman.org/our-process" in shown.out
    assert "complaintkit agency gb-communications" in shown.said


def test_a_wait_is_shown_with_how_far_it_may_be_relied_on():
    shown = " ".join(typed("agencies", "--country", "GB", "--sector", "energy").out.split())
    assert "the way earlier. (red: from a copy of 1 March 2020; open the page before" in shown
    done("agency", "gb-energy", "--verified")
    shown = " ".join(typed("agencies", "--country", "GB", "--sector", "energy").out.split())
    assert "the way earlier. (green: read on its own page on 20 June 2026)" in shown


def test_a_body_of_some_nations_says_so_while_the_nation_is_not_known():
    shown = typed("agencies", "--country", "GB", "--sector", "energy").out
    assert "Only if you live in England, Wales or Scotland." in shown
    there = typed("agencies", "--country", "GB", "--region", "SCT", "--sector", "energy").out
    assert "Only if you live in" not in there
    case_of("GB", "energy")
    done("log", "--said", "no", "--at", "2026-06-01 10:00")
    assert "Energy Ombudsman" not in typed("next").out


def test_numbers_are_written_as_people_there_dial_them():
    shown = typed("agency", "gb-lgsco").out
    assert "0300 061 0614" in shown
    assert json.loads(typed("agency", "gb-lgsco", "--json").out)["agency"]["phone"] == (
        "+443000610614"
    )


def test_a_fact_settles_between_two_bodies():
    case_of("US", "airline")
    both = found()
    assert both["asks"] == [{"fact": "matter", "answers": ["safety", "service"]}]
    assert {"us-dot", "us-faa"} <= {one["id"] for one in both["agencies"]}
    assert (
        "Only if it is so: Is it about safety or about service – safety." in typed("agencies").out
    )
    assert "us-dot" not in names("--fact", "matter=safety")
    assert "us-faa" not in names("--fact", "matter=service")
    refused = typed("agencies", "--fact", "matter=weather")
    assert refused.code == 2
    assert "matter=safety|service" in refused.said


def test_without_a_case_the_place_is_given():
    assert names("--country", "US", "--region", "oh", "--sector", "shop")[0] == "us-oh-ag"
    assert names("--country", "United States", "--region", "US-OH")[0] == "us-oh-ag"
    assert typed("agencies", "--sector", "bank").code == 2
    done("profile", "--country", "US", "--region", "US-OH")
    assert names("--sector", "shop")[0] == "us-oh-ag"


def test_without_a_region_it_is_asked_for():
    case_of("US", "retail")
    assert not [name for name in names() if name.endswith("-ag")]
    assert "complaintkit company acme --your-region" in typed("agencies").said


def test_no_pack_is_said_plainly_and_no_other_country_named():
    answer = typed("agencies", "--country", "JP", "--sector", "bank")
    assert "complaintkit knows no bodies of your country (JP)" in answer.out
    assert "write to the chief executive" in " ".join(answer.out.split())
    assert found("--country", "JP")["agencies"] == []


def test_a_company_abroad_leads_to_the_centre_of_ones_own_country():
    case_of("DE", "retail")
    done("company", "--country", "FR")
    assert names()[0] == "de-ecc"
    done("company", "--country", "DE")
    assert names() == ["de-universal"]


def test_a_body_shows_each_fact_with_its_source():
    shown = typed("agency", "us-fcc").out
    assert "+1 888-225-5322" in shown
    assert "portal.ct.gov" in shown
    assert "red: from a copy without a date; open the page before you rely on it" in " ".join(
        shown.split()
    )
    assert typed("agency", "FCC").out == shown


def test_ones_own_look_makes_it_green_for_half_a_year(monkeypatch: pytest.MonkeyPatch):
    done("agency", "us-fcc", "--verified")
    assert "green: read on its own page on 20 June 2026" in typed("agency", "us-fcc").out
    monkeypatch.setenv("COMPLAINTKIT_NOW", "2026-12-20T10:00:00-04:00")
    assert "green" not in typed("agency", "us-fcc").out


def test_a_closed_body_is_shown_as_closed_and_never_offered():
    shown = " ".join(typed("agency", "eu-odr").out.split())
    assert "It is closed since 20 July 2025." in shown
    assert "It is closed; ask the European Consumer Centre of your country." in shown
    case_of("DE", "retail")
    assert "eu-odr" not in names()


def test_an_unknown_body_has_a_way_out():
    refused = typed("agency", "us-fccc")
    assert refused.code == 2
    assert "us-fcc" in refused.said


PACK = """country: JP
bodies:
- id: jp-own
  name: My own office
  role: mediates
  line: Ask there.
  takes: [{why: Everything.}]
  page: https://www.example.org/
  sources: [{url: 'https://www.example.org/', by: own, for: [name, role, takes, page], checked: 2026-11-26}]
"""  # noqa: E501


def own_folder() -> Path:
    told = json.loads(typed("paths", "--json").out)["paths"]
    folder = Path(told["own_agencies"])
    folder.mkdir(parents=True)
    return folder


def test_ones_own_pack_is_read_and_its_faults_are_told_with_their_lines():
    folder = own_folder()
    (folder / "jp.yaml").write_text(PACK, encoding="utf-8")
    assert names("--country", "JP") == ["jp-own"]
    assert "From your own file" in typed("agency", "jp-own").out
    broken = PACK.replace("role: mediates", "role: meditates").replace(
        "https://www.example.org/\n", "http://x\n"
    )
    (folder / "jp.yaml").write_text(broken, encoding="utf-8")
    refused = typed("agencies", "--country", "JP")
    assert refused.code == 1
    assert "line 5: bodies[1].role" in refused.said
    assert "did you mean “mediates”?" in refused.said
    assert "line 8: bodies[1].page" in refused.said


def test_ones_own_body_of_a_region_is_asked_for_too():
    regional = PACK.replace("  role: mediates", "  regions: [JP-13]\n  role: mediates")
    (own_folder() / "jp.yaml").write_text(regional, encoding="utf-8")
    asked = typed("agencies", "--country", "JP")
    assert "Say where you live within the country" in " ".join(asked.said.split())
    assert names("--country", "JP", "--region", "13") == ["jp-own"]


def test_where_no_body_takes_the_case_it_says_what_can_still_be_done():
    shown = " ".join(typed("agencies", "--country", "MX", "--sector", "bank").out.split())
    assert "No body is known that takes such a case. You can still write to the" in shown


def test_a_final_answer_alone_opens_the_way_where_the_rules_know_no_deadlock():
    shown = " ".join(typed("agency", "gb-fos").out.split())
    assert "8 weeks to answer or its final answer, if that comes earlier" in shown
    assert "or its final answer or a deadlock letter, if" in typed("agency", "gb-energy").out


def test_the_name_of_a_region_leads_to_its_bodies():
    done(
        "open", "power", "--company", "CityPower", "--problem", "The bill is wrong.",
        "--country", "US", "--region", "Texas", "--sector", "utility",
    )  # fmt: skip
    assert "us-tx-puct" in typed("agencies", "--case", "power").out
    assert "Did you mean US-OH?" in typed("profile", "--country", "US", "--region", "Ohoi").said


def test_the_region_of_the_profile_goes_into_cases_of_its_country_alone():
    done("profile", "--country", "US", "--region", "Ohio")
    done("open", "a", "--company", "Acme", "--problem", "Late.", "--country", "GB")
    done("open", "b", "--company", "Acme", "--problem", "Late.", "--region", "Texas")
    done("company", "b", "--problem", "Very late.")
    case = json.loads(typed("show", "b", "--json").out)["case"]
    assert (case["country"], case["region"]) == ("US", "US-TX")
    assert json.loads(typed("show", "a", "--json").out)["case"]["region"] == ""
    done("profile", "--country", "GB")
    assert json.loads(typed("profile", "--json").out)["profile"]["region"] == ""


def test_scotland_named_as_a_country_is_the_region_too():
    assert "gb-scotland-advice" in typed("agencies", "--country", "Scotland").out
    done("open", "a", "--company", "Acme", "--problem", "Late.", "--country", "Northern Ireland")
    case = json.loads(typed("show", "a", "--json").out)["case"]
    assert (case["country"], case["region"]) == ("GB", "GB-NIR")
    done("company", "a", "--your-region", "Wales")
    assert json.loads(typed("show", "a", "--json").out)["case"]["region"] == "GB-WLS"
    done("profile", "--country", "England")
    assert json.loads(typed("profile", "--json").out)["profile"]["region"] == "GB-ENG"
    done("profile", "--country", "Puerto Rico")
    assert "us-pr-daco" in typed("agencies", "--sector", "shop", "--country", "PR").out
    assert json.loads(typed("profile", "--json").out)["profile"]["region"] == "US-PR"


def test_without_a_case_the_country_of_the_profile_is_shown():
    assert "It is not known in which country you live." in typed("agencies").said
    done("profile", "--country", "NG")
    assert "ng-fccpc" in typed("agencies").out


@pytest.mark.parametrize(
    ("country", "sector", "said"),
    [
        ("ES", "shop", "Centre Spain once you have complained to the company in writing."),
        ("NZ", "bank", "Banking Ombudsman Scheme once you have complained to the company."),
        ("NZ", "phone", "Dispute Resolution once you have been in touch with the company."),
    ],
)
def test_what_a_body_asks_for_first_is_said(country: str, sector: str, said: str):
    done(
        "open", "a", "--company", "Acme", "--problem", "Late.", "--country", country,
        "--sector", sector,
    )  # fmt: skip
    assert said in " ".join(typed("agencies", "--case", "a").out.split())
