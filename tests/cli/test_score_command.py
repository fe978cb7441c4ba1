"""Does the score find the company that is meant, and stay out of packs?"""

import json
import zipfile
from pathlib import Path

import pytest
from asking import Answer, done, typed
from terminal import dialogue

ROOT = Path(__file__).parents[2]


def open_with(company: str, name: str) -> None:
    done("open", name, "--company", company, "--problem", "They charged me twice.")


@pytest.fixture
def companies() -> None:
    open_with("Acme Telephone", "phone")
    open_with("ACME  telephone", "line")
    open_with("Acme Bank", "bank")
    done("close", "line", "--outcome", "not")


def refused(*words: str) -> Answer:
    answer = typed("score", *words)
    assert answer.out == ""
    return answer


@pytest.mark.usefixtures("companies")
@pytest.mark.parametrize(
    ("words", "cases"),
    [
        (["acme telephone"], ["line", "phone"]),
        (["TELE"], ["line", "phone"]),
        (["bank"], ["bank"]),
        (["--case", "line"], ["line"]),
    ],
    ids=str,
)
def test_a_company_is_found_by_a_part_of_its_name_with_all_its_cases(words, cases):
    found = json.loads(done("score", *words, "--json"))
    assert [one["name"] for one in found["cases"]] == cases
    assert found["together"]["cases"] == len(cases)


@pytest.mark.usefixtures("companies")
def test_several_that_could_be_meant_are_listed():
    answer = refused("acme")
    assert answer.code == 2
    assert "Several companies have “acme” in their name: Acme Bank; Acme Telephone." in answer.said
    answer = refused()
    assert answer.code == 2
    assert "Which company is meant? There are several: Acme Bank; Acme Telephone." in answer.said


@pytest.mark.usefixtures("companies")
def test_a_whole_name_is_meant_even_where_it_is_a_part_of_another():
    open_with("Acme Bank Abroad", "abroad")
    assert json.loads(done("score", "acme bank", "--json"))["company"] == "Acme Bank"


@pytest.mark.usefixtures("companies")
def test_an_unknown_name_is_refused_with_the_way_out():
    answer = refused("Acme Bnak")
    assert answer.code == 1
    assert "You have no case with a company called “Acme Bnak”." in answer.said
    assert "Did you mean “Acme Bank”?" in answer.said
    assert "`complaintkit score --case line`" in refused("line").said
    assert "Your companies: Acme Bank; Acme Telephone." in refused("xyz").said


@pytest.mark.usefixtures("companies")
def test_a_company_and_a_case_together_are_refused():
    assert refused("bank", "--case", "bank").code == 2


def test_without_a_case_there_is_nothing_to_score():
    answer = refused()
    assert answer.code == 1
    assert "There is no case yet." in answer.said


def test_the_only_company_need_not_be_named():
    open_with("Acme", "acme")
    assert "still open" in done("score")


def test_at_a_terminal_the_company_is_asked_for(empty_home: Path, companies: None):
    shown, code = dialogue(empty_home, ["score"], "2", now="")
    assert code == 0
    assert "2  Acme Telephone" in shown
    assert "2 cases: 1 open" in shown


def pack_of(*words: str) -> dict[str, str]:
    done("export", "cash-machine", "-o", "pack.zip", *words)
    with zipfile.ZipFile("pack.zip") as pack:
        names = {Path(name).name: name for name in pack.namelist()}
        return {name: pack.read(path).decode("utf-8", "replace") for name, path in names.items()}


def test_a_pack_has_the_score_only_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    done("import", str(ROOT / "examples" / "cash-machine" / "case.yaml"))
    assert "score.txt" not in pack_of()
    pack = pack_of("--score")
    assert "data/score.txt" in pack["READ-ME-FIRST.txt"]
    page = pack["score.txt"]
    assert "customer: branch, Mrs Ụzọamaka Nwosu" in page
    assert "What moved it: the letter to the managing director" in page
    assert "Content" not in page
    assert " you" not in page
    done("verify", "pack.zip")
    answer = typed("export", "cash-machine", "--format", "csv", "--score")
    assert answer.code == 2
    assert "The scorecard goes into a pack only." in answer.said
