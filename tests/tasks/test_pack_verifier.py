import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pack_cases import NOW, TOOL, Book, a_case

from complaintkit.intake.pack_check import check_pack
from complaintkit.model.audience import Audience
from complaintkit.tasks.exporting import export_case
from complaintkit.tasks.receipts import make_receipt


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Book, Path]:
    folder = tmp_path_factory.mktemp("pack")
    book = a_case(folder)
    target = folder / "p.zip"
    export_case(book.log, None, kind="pack", target=target, now=NOW, tool=TOOL)
    return book, target


def unzipped(pack: Path, into: Path) -> Path:
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(into)
    (mark,) = into.rglob("bagit.txt")
    return mark.parent


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the pack's own program as a stranger would, with Python alone and isolated."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "data/verify.py"), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_packs_own_program_finds_it_whole(made, tmp_path: Path):
    done = run(unzipped(made[1], tmp_path))
    assert (done.returncode, done.stdout) == (0, "Whole: nothing differs.\n")


@pytest.mark.parametrize("audience", list(Audience))
def test_it_finds_every_kind_of_copy_whole(made, audience: Audience, tmp_path: Path):
    book, _ = made
    target = tmp_path / "a.zip"
    export_case(book.log, None, kind="pack", target=target, now=NOW, tool=TOOL, audience=audience)
    done = run(unzipped(target, tmp_path / "out"))
    assert (done.returncode, done.stdout) == (0, "Whole: nothing differs.\n")


def test_it_holds_the_log_against_a_receipt(made, tmp_path: Path):
    book, pack = made
    folder = unzipped(pack, tmp_path)
    receipt = make_receipt(book.log, None, now=NOW, tool=TOOL)
    (tmp_path / "r.txt").write_text(receipt.text)
    assert run(folder, str(tmp_path / "r.txt")).returncode == 0
    assert run(folder, receipt.receipt.head).returncode == 0
    assert run(folder, "a" * 64).returncode == 3
    (tmp_path / "r.txt").write_text(receipt.text.replace("Entries: ", "Entries: 9"))
    assert run(folder, str(tmp_path / "r.txt")).returncode == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("data/log.json", b"refund agreed in full", b"refund agreed in part", "value is not the"),
        ("data/log.json", b'"seq": 2', b'"seq": 9', "#2 should come here"),
        ("data/exhibits/01-receipt.pdf", b"receipt", b"reseipt", "01-receipt.pdf"),
        ("data/letters/letter-1.txt", b"Dear", b"Deer", "letter-1.txt"),
        ("bag-info.txt", b"test", b"tset", "bag-info.txt"),
    ],
)
def test_it_names_what_was_changed(made, tmp_path: Path, file, old, new, told):
    folder = unzipped(made[1], tmp_path)
    content = (folder / file).read_bytes()
    assert old in content
    (folder / file).write_bytes(content.replace(old, new, 1))
    done = run(folder)
    assert done.returncode == 3
    assert told in done.stdout


def test_a_missing_and_an_added_file_are_named(made, tmp_path: Path):
    folder = unzipped(made[1], tmp_path)
    (folder / "data/letters/letter-1.txt").unlink()
    (folder / "data/exhibits/99-new.txt").write_text("new")
    done = run(folder)
    assert "data/letters/letter-1.txt: the file is missing" in done.stdout
    assert "data/exhibits/99-new.txt: manifest-sha256.txt does not list it" in done.stdout


def test_no_flipped_bit_of_any_content_stays_silent(made, request: pytest.FixtureRequest, tmp_path):
    """Flip one bit of the zip at a time; what is not found must leave every content as it was."""
    pack = made[1]
    whole = pack.read_bytes()
    before = contents(pack)
    chance = random.Random(11)
    other = tmp_path / "flipped.zip"
    found = silent = harmless = 0
    for _ in range(request.config.getoption("--flips")):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        flipped = bytearray(whole)
        flipped[place] ^= 1 << bit
        other.write_bytes(flipped)
        if is_found(other):
            found += 1
        elif contents(other) == before:
            harmless += 1
        else:
            silent += 1
    assert silent == 0
    assert found > harmless


def is_found(pack: Path) -> bool:
    from complaintkit.errors import ComplaintkitError

    try:
        return bool(check_pack(pack).findings)
    except ComplaintkitError:
        return True


def contents(pack: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pack) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}
