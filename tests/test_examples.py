"""Do the worked examples give letters and packs that a firm and a stranger would accept?"""

import hashlib
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import bagit
import pypdf
import pytest
import yaml
from PIL import Image
from running import complaintkit, done

EXAMPLES = Path(__file__).parent.parent / "examples"
KINDS = ("first", "manager", "ceo")
BLANKS = re.compile(r"\bNone\b|\bnan\b|\{\{|\}\}|\{%|%\}|“\s*”|\(\s*\)|\w ,(?= )|,\s*,|undefined")


@dataclass(frozen=True, kw_only=True)
class Example:
    """A worked case, the moment it is looked at, and what every letter of it must say."""

    name: str
    now: str
    facts: tuple[str, ...]
    people: tuple[str, ...]
    head: str
    private: str


PHONE_BILL = Example(
    name="phone-bill",
    now="2026-05-04T09:00:00-04:00",
    facts=("00482-7716", "99.20", "84.20", "00091744", "CH-551-0932", "00123"),
    people=("Naomi Brandt", "Ruth Brandt", "Cedar Hollow Telephone Company", "Luis", "Jane"),
    head="Thomas Ridgeway",
    private="if it arrives before the May bill",
)
WASHING_MACHINE = Example(
    name="washing-machine",
    now="2026-03-30T09:00:00+01:00",
    facts=("TM-0051883", "429.00", "CS-77410", "Hallin WM814"),
    people=("Gwen Ashdown", "Tarn & Moor Electricals Ltd", "Callum", "Mrs Iqbal", "Joanne Tull"),
    head="Alastair Penhale",
    private="if the launderette is paid as well",
)
CASH_MACHINE = Example(
    name="cash-machine",
    now="2026-02-23T09:00:00+01:00",
    facts=("0000418827", "45,000.00", "OOB-2026-0011943"),
    people=("Adébáyọ Ọlátúnjí", "Odò Ọya Bank Plc", "Mrs Ụzọamaka Nwosu", "Ṣadé", "Mr Túndé Àlàbí"),
    head="Dr Ngọzi Ezeugo",
    private="without the transport",
)
ALL = (PHONE_BILL, WASHING_MACHINE, CASH_MACHINE)


@dataclass(frozen=True, kw_only=True)
class Imported:
    """An example in a home of its own."""

    example: Example
    home: Path

    def run(self, *words: str) -> str:
        """Run one command on the example's day and return what it printed."""
        return done(complaintkit(self.home, *words, now=self.example.now))

    def letter(self, kind: str, form: str) -> Path:
        """Write one letter and return where it lies."""
        file = self.home.parent / f"{kind}.{form}"
        self.run(
            "letter", kind, "--case", self.example.name, "--format", form, "-o", str(file)
        )  # fmt: skip
        return file


@pytest.fixture(scope="module", params=ALL, ids=lambda example: example.name)
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    example: Example = request.param
    kept = Imported(example=example, home=tmp_path_factory.mktemp(example.name) / "home")
    kept.run("import", str(EXAMPLES / example.name / "case.yaml"))
    return kept


@pytest.fixture(scope="module")
def pack(imported: Imported) -> Path:
    file = imported.home.parent / "pack.zip"
    imported.run("export", imported.example.name, "--format", "pack", "-o", str(file))
    return file


def one_line(text: str) -> str:
    return " ".join(text.split())


def missing_from(text: str, example: Example, *more: str) -> list[str]:
    """Return the facts that are not there; a name may be broken over the lines of a cell."""
    names = [word for name in (*example.people, *more) for word in name.split()]
    return [fact for fact in (*example.facts, *names) if fact not in text]


def in_case(name: str) -> dict:
    text = (EXAMPLES / name / "case.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def files_named(node: object) -> set[str]:
    """Return every file that a case file names, anywhere in it."""
    if isinstance(node, list):
        return {file for each in node for file in files_named(each)}
    if not isinstance(node, dict):
        return set()
    here = {node[key] for key in ("file", "proof") if key in node} | set(node.get("exhibits", ()))
    deeper = (each for key, each in node.items() if key != "exhibits")
    return here.union(*(files_named(each) for each in deeper))


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.name)
def test_a_case_names_every_file_beside_it_and_no_other(example):
    case = in_case(example.name)
    listed = {exhibit["file"] for exhibit in case["exhibits"]}
    beside = {file.name for file in (EXAMPLES / example.name).iterdir()} - {"case.yaml"}
    assert files_named({**case, "exhibits": sorted(listed)}) == beside


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*/*")), ids=lambda file: file.name)
def test_an_attachment_is_a_real_file_of_its_kind_and_small(file):
    assert 0 < file.stat().st_size < 60_000
    if file.suffix == ".pdf":
        assert len(pypdf.PdfReader(file).pages[0].extract_text()) > 80
    if file.suffix in {".jpg", ".png"}:
        with Image.open(file) as picture:
            picture.load()
    if file.suffix == ".eml":
        mail = message_from_bytes(file.read_bytes(), policy=default)
        assert mail["Date"].datetime < datetime.now().astimezone()
        assert not mail.defects


def test_the_photograph_carries_the_date_it_was_taken():
    with Image.open(EXAMPLES / "washing-machine" / "leak.jpg") as picture:
        assert picture.getexif().get_ifd(0x8769)[0x9003] == "2026:02:15 09:42:10"


def test_the_examples_between_them_use_every_section_of_the_case_file():
    cases = [in_case(example.name) for example in ALL]
    assert {key for case in cases for key in case} == {
        "complaintkit", "case", "events", "encounters", "exhibits", "promises", "offers",
        "costs", "letters", "outcome",
    }  # fmt: skip
    assert {key for case in cases for key in case["case"]} == {
        "name", "title", "opened_on", "sector", "country", "region", "on_behalf_of", "needs",
        "consumer", "company", "parties", "purchase", "particulars", "problem", "resolution",
        "sorting",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_text_letter_has_every_name_reference_and_amount_and_no_blank(imported, kind):
    text = one_line(imported.letter(kind, "text").read_text(encoding="utf-8"))
    assert missing_from(text, imported.example) == []
    assert BLANKS.findall(text) == []
    assert "Complaint" in text
    assert imported.example.private not in text


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_letter_is_one_page_and_has_every_name_reference_and_amount(imported, kind):
    document = pypdf.PdfReader(imported.letter(kind, "pdf"))
    text = one_line(" ".join(page.extract_text() for page in document.pages))
    assert missing_from(text, imported.example) == []
    assert BLANKS.findall(text) == []
    assert imported.example.private not in text
    assert len(document.pages) == 1


def test_letter_to_the_chief_executive_is_addressed_to_the_person_at_the_head(imported):
    text = imported.letter("ceo", "text").read_text(encoding="utf-8")
    assert f"Dear {imported.example.head}" in text


def test_pack_is_a_bag_that_the_standard_validator_accepts(imported, pack, tmp_path):
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(tmp_path)
    [mark] = tmp_path.rglob("bagit.txt")
    bag = bagit.Bag(str(mark.parent))
    bag.validate()
    kept = {hashlib.sha256(file.read_bytes()).hexdigest() for file in mark.parent.rglob("*.*")}
    log = json.loads((mark.parent / "data/log.json").read_text("utf-8"))
    kept |= {row["recorded"] for row in log["files"] if row.get("sha256") in kept}
    beside = set((EXAMPLES / imported.example.name).iterdir())
    lost = [
        file.name
        for file in beside
        if file.name != "case.yaml" and hashlib.sha256(file.read_bytes()).hexdigest() not in kept
    ]
    assert lost == []


def words_in(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
    return content.decode("utf-8", "replace")


def test_pack_keeps_what_is_private_out(imported, pack):
    with zipfile.ZipFile(pack) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    private = imported.example.private
    assert [name for name, content in members.items() if private in words_in(name, content)] == []
    assert any(imported.example.head in words_in(*member) for member in members.items())


def test_pack_and_log_verify(imported, pack):
    imported.run("verify", str(pack))
    imported.run("verify", imported.example.name)


def test_verify_names_the_file_that_was_changed_in_a_pack(imported, pack, tmp_path):
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(pack) as before, zipfile.ZipFile(changed, "w") as after:
        name = next(
            name for name in before.namelist() if "/data/" in name and name.endswith(".pdf")
        )
        for each in before.namelist():
            content = before.read(each)
            after.writestr(each, content[:-1] + b"?" if each == name else content)
    result = complaintkit(imported.home, "verify", str(changed), now=imported.example.now)
    assert result.returncode == 3
    assert Path(name).name in result.stdout + result.stderr
