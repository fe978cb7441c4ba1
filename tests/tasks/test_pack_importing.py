import zipfile
from pathlib import Path

import pytest
from pack_cases import NOW, TOOL, Book, a_case

from complaintkit.errors import FileUnusable, WrongUsage
from complaintkit.model.audience import Audience
from complaintkit.model.entry import EntryKind
from complaintkit.rules.copies import Standing
from complaintkit.store.checking import check_log, sealed_case
from complaintkit.tasks.exporting import export_case
from complaintkit.tasks.pack_importing import Restored, import_pack

CALL = {"at": "2026-03-09T10:00", "channel": "phone", "said": "no news"}


def packed(book: Book, folder: Path, audience: Audience = Audience.ME, name: str = "p") -> Path:
    return export_case(
        book.log,
        None,
        kind="pack",
        target=folder / f"{name}.zip",
        now=NOW,
        tool=TOOL,
        audience=audience,
    ).path


def taken_in(book: Book, pack: Path) -> Restored:
    return import_pack(book.log, pack, book.recording())


@pytest.fixture
def here(tmp_path: Path) -> Book:
    return a_case(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Book:
    return Book(tmp_path / "there", ids="other")


def test_a_pack_restores_the_case_with_its_chain_and_its_files(here, there, tmp_path):
    found = taken_in(there, packed(here, tmp_path))
    assert (found.standing, found.added) == (Standing.NEW, found.entries)
    assert sealed_case(there.home, "case-1") == sealed_case(here.home, "case-1")
    assert check_log(there.home)[0] == []
    (mine,), (theirs,) = here.log.cases(), there.log.cases()
    assert mine == theirs


def test_a_restored_case_can_be_packed_again_to_the_same_bytes(here, there, tmp_path):
    first = packed(here, tmp_path)
    taken_in(there, first)
    again = packed(there, tmp_path, name="again")
    assert again.read_bytes() == first.read_bytes()


def test_imported_twice_it_changes_nothing(here, there, tmp_path):
    pack = packed(here, tmp_path)
    taken_in(there, pack)
    before = there.home.database.read_bytes()
    assert taken_in(there, pack).standing is Standing.SAME
    assert there.home.database.read_bytes() == before


def test_a_newer_copy_continues_and_an_older_one_changes_nothing(here, there, tmp_path):
    old = packed(here, tmp_path, name="old")
    taken_in(there, old)
    here.add(EntryKind.ENCOUNTER, CALL)
    here.attach(b"a later bill", "later.txt", 5)
    found = taken_in(there, packed(here, tmp_path, name="new"))
    assert (found.standing, found.added) == (Standing.NEWER, 2)
    assert sealed_case(there.home, "case-1") == sealed_case(here.home, "case-1")
    assert check_log(there.home)[0] == []
    assert taken_in(there, old).standing is Standing.OLDER


def test_two_people_can_take_turns(here, there, tmp_path):
    taken_in(there, packed(here, tmp_path, name="one"))
    there.add(EntryKind.ENCOUNTER, CALL)
    assert taken_in(here, packed(there, tmp_path, name="two")).added == 1
    here.add(EntryKind.ENCOUNTER, CALL | {"said": "good news"})
    assert taken_in(there, packed(here, tmp_path, name="three")).added == 1
    assert sealed_case(there.home, "case-1") == sealed_case(here.home, "case-1")


def test_copies_that_went_different_ways_are_both_kept(here, there, tmp_path):
    taken_in(there, packed(here, tmp_path, name="one"))
    here.add(EntryKind.ENCOUNTER, CALL)
    there.add(EntryKind.ENCOUNTER, CALL | {"said": "yes"})
    other = packed(here, tmp_path, name="two")
    shared = there.log.cases()[0].entries - 1
    found = taken_in(there, other)
    assert (found.standing, found.parted_after) == (Standing.PARTED, shared)
    assert found.kept is not None
    assert found.kept.read_bytes() == other.read_bytes()
    last = there.log.entries("case-1")[-1]
    assert last.kind is EntryKind.NOTE
    assert f"parts from it after #{shared}" in (last.values["text"] or "")
    assert taken_in(there, other).standing is Standing.PARTED
    assert there.log.entries("case-1")[-1] == last


def test_nothing_of_a_parted_copy_goes_out_to_others(here, there, tmp_path):
    taken_in(there, packed(here, tmp_path, name="one"))
    here.add(EntryKind.NOTE, {"text": "only on the first machine"})
    there.add(EntryKind.ENCOUNTER, CALL)
    taken_in(there, packed(here, tmp_path, name="two"))
    with zipfile.ZipFile(packed(there, tmp_path, Audience.COMPANY, name="out")) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"only on the first machine" not in everything
    assert b"parts from it" not in everything


@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.ME])
def test_a_copy_for_others_is_refused_with_the_way_out(here, there, tmp_path, audience):
    with pytest.raises(FileUnusable) as refused:
        taken_in(there, packed(here, tmp_path, audience))
    assert "--for me" in refused.value.fix
    assert there.log.cases() == []


def test_a_pack_with_one_changed_byte_is_refused_and_nothing_is_taken_in(here, there, tmp_path):
    pack = packed(here, tmp_path)
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(pack) as source, zipfile.ZipFile(other, "w") as target:
        for one in source.infolist():
            content = source.read(one)
            if one.filename.endswith("log.json"):
                content = content.replace(b"refund agreed", b"refund denied", 1)
            target.writestr(one, content)
    with pytest.raises(FileUnusable, match="not whole"):
        taken_in(there, other)
    assert there.log.cases() == []


def test_another_case_of_that_name_stops_it(here, there, tmp_path):
    there.open(case="case-9")
    with pytest.raises(WrongUsage, match="another case called"):
        taken_in(there, packed(here, tmp_path))
    assert len(there.log.cases()) == 1


@pytest.mark.parametrize(
    "name", ["../out.txt", "/out.txt", "p/../../out.txt", "p\\out.txt", "C:out.txt", "p/CON"]
)
def test_a_pack_that_climbs_out_is_refused_and_nothing_lies_outside(there, tmp_path, name):
    inside = tmp_path / "inside"
    inside.mkdir()
    with zipfile.ZipFile(inside / "evil.zip", "w") as archive:
        archive.writestr("p/bagit.txt", "x")
        archive.writestr(name, "evil")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(FileUnusable):
        taken_in(there, inside / "evil.zip")
    assert sorted(tmp_path.rglob("*")) == before


def test_an_erased_value_stays_erased_over_there(here, there, tmp_path):
    met = next(one for one in here.log.entries("case-1") if one.kind is EntryKind.ENCOUNTER)
    gone = here.add(EntryKind.ERASE, {"entry": met.id, "path": ["reference"], "why": "private"})
    here.log.erase("case-1", gone.entry.id)
    taken_in(there, packed(here, tmp_path))
    assert sealed_case(there.home, "case-1") == sealed_case(here.home, "case-1")
    assert check_log(there.home)[0] == []
