import hashlib
import os
import signal
import socket
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sample_log import a_home

from complaintkit.errors import FileUnusable, StoreProblem
from complaintkit.store import exhibits
from complaintkit.store.home import Home

posix = pytest.mark.skipif(os.name != "posix", reason="file kinds of POSIX systems")


@pytest.fixture(autouse=True)
def never_block():
    """End a test that waits for a pipe, instead of the whole run."""
    if hasattr(signal, "SIGALRM"):
        signal.alarm(20)
        yield
        signal.alarm(0)
    else:
        yield


def kept_files(home: Home) -> list[Path]:
    return [path for path in home.exhibits.rglob("*") if path.is_file()]


def test_a_file_is_copied_in_byte_for_byte_with_its_own_facts(home: Home, tmp_path: Path):
    source = tmp_path / "Rechnung März.pdf"
    content = b"%PDF-" + os.urandom(3_000_000)
    source.write_bytes(content)
    os.utime(source, (1_767_225_600, 1_767_225_600))
    kept = exhibits.keep(home, source)
    assert (kept.name, kept.size, kept.media_type) == (
        "Rechnung März.pdf",
        3_000_005,
        "application/pdf",
    )
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert kept.modified_at == "2026-01-01T00:00:00Z"
    assert datetime.fromisoformat(kept.modified_at).tzinfo == UTC
    assert not kept.changed
    assert exhibits.path_of(home, kept.sha256).read_bytes() == content
    assert source.read_bytes() == content
    assert exhibits.state(home, kept.sha256, kept.size) == ""


def test_the_same_file_is_kept_once(home: Home, tmp_path: Path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("same")
        exhibits.keep(home, tmp_path / name)
    assert len(kept_files(home)) == 1


def test_a_damaged_copy_is_mended_by_attaching_the_file_again(home: Home, tmp_path: Path):
    source = tmp_path / "a.txt"
    source.write_text("whole")
    kept = exhibits.keep(home, source)
    copy = exhibits.path_of(home, kept.sha256)
    copy.chmod(0o600)
    copy.write_text("wh0le")
    assert "SHA-256" in exhibits.state(home, kept.sha256, kept.size)
    exhibits.keep(home, source)
    assert exhibits.state(home, kept.sha256, kept.size) == ""


def test_an_empty_file_can_be_kept(home: Home, tmp_path: Path):
    (tmp_path / "empty.txt").touch()
    kept = exhibits.keep(home, tmp_path / "empty.txt")
    assert (kept.size, exhibits.state(home, kept.sha256, 0)) == (0, "")


@posix
@pytest.mark.parametrize("kind", ["folder", "link", "pipe", "device", "socket", "nothing", "nul"])
def test_what_is_no_ordinary_file_is_refused_at_once(
    home: Home, tmp_path: Path, kind: str, request
):
    source = tmp_path / "thing"
    if kind == "folder":
        source.mkdir()
    elif kind == "link":
        (tmp_path / "real.txt").write_text("x")
        source.symlink_to("real.txt")
    elif kind == "pipe":
        os.mkfifo(source)
    elif kind == "device":
        source = Path("/dev/zero")
    elif kind == "socket":
        server = socket.socket(socket.AF_UNIX)
        request.addfinalizer(server.close)
        server.bind(str(source))
    elif kind == "nul":
        source = tmp_path / "a\x00b"
    with pytest.raises(FileUnusable) as told:
        exhibits.keep(home, source)
    assert told.value.fix
    if kind == "link":
        assert str(tmp_path / "real.txt") in told.value.fix
    assert not home.folder.exists() or kept_files(home) == []


def test_a_source_that_changes_while_it_is_copied_is_kept_as_hashed_and_marked(
    home: Home, tmp_path: Path
):
    source = tmp_path / "growing.log"
    source.write_bytes(b"a" * 2_000_000)
    stop = threading.Event()

    def write() -> None:
        with source.open("r+b") as stream:
            number = 0
            while not stop.is_set():
                stream.seek(number % 2_000_000)
                stream.write(os.urandom(512))
                stream.flush()
                os.utime(source, ns=(number, number))
                number += 4096

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = [exhibits.keep(home, source) for _ in range(10)]
    finally:
        stop.set()
        writer.join()
    assert any(one.changed for one in kept)
    for one in kept:
        assert exhibits.state(home, one.sha256, one.size) == ""


def test_a_source_that_grows_while_it_is_copied_is_marked(home: Home, tmp_path: Path, monkeypatch):
    """The growth is made to fall between the two looks at the file."""
    source = tmp_path / "growing.log"
    source.write_bytes(b"a" * 10)
    look = os.fstat

    def grow(descriptor: int) -> os.stat_result:
        status = look(descriptor)
        with source.open("ab") as stream:
            stream.write(b"more")
        return status

    monkeypatch.setattr(exhibits.os, "fstat", grow)
    assert exhibits.keep(home, source).changed


@posix
def test_a_copy_cut_short_by_a_full_disk_leaves_nothing_behind(tmp_path: Path):
    (tmp_path / "big.bin").write_bytes(os.urandom(500_000))
    home = a_home(tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(home.folder), str(tmp_path / "big.bin")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == f"The disk is full. Nothing was changed in {home.exhibits}.\n", (
        done.stderr
    )
    assert list(home.exhibits.rglob("*")) == []


LIMITED = """
import resource, sys
from pathlib import Path
from complaintkit.errors import StoreProblem
from complaintkit.store import exhibits
from complaintkit.store.home import Home
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    exhibits.keep(Home(folder=Path(sys.argv[1])), Path(sys.argv[2]))
except StoreProblem as problem:
    print(problem)
"""


@posix
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from /proc")
def test_a_large_file_is_never_held_in_memory(tmp_path: Path):
    big = tmp_path / "big.bin"
    with big.open("wb") as stream:
        stream.truncate(300_000_000)
    done = subprocess.run(
        [sys.executable, "-c", SMALL, str(tmp_path / "home"), str(big)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("300000000 "), done.stderr
    assert int(done.stdout.split()[1]) < 100_000


SMALL = """
import sys
from pathlib import Path
from complaintkit.store import exhibits
from complaintkit.store.home import Home
kept = exhibits.keep(Home(folder=Path(sys.argv[1])), Path(sys.argv[2]))
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(kept.size, peak[0].split()[1])  # KiB; ru_maxrss would count the parent's too
"""


def test_bytes_of_our_own_are_kept_the_same_way(home: Home):
    kept = exhibits.keep_bytes(home, b"Dear Sir or Madam", name="letter-1.txt")
    assert (kept.media_type, kept.size) == ("text/plain", 17)
    assert exhibits.state(home, kept.sha256, 17) == ""


def test_where_nothing_can_be_written_it_is_told_plainly(tmp_path: Path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "blocked").write_text("no folder")
    with pytest.raises(StoreProblem):
        exhibits.keep(a_home(tmp_path / "blocked"), tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "first", "kind"),
    [
        ("x.txt", b"%PDF-1.7", "application/pdf"),
        ("photo", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("mail.EML", b"From: a", "message/rfc822"),
        ("notes.txt", b"hello", "text/plain"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
        ("a.bin", b"\0\0\0\x18ftypM4A \0\0\0\0", "audio/mp4"),
        ("a.bin", b"\0\0\0\x18ftypqt  \0\0\0\0", "video/quicktime"),
        ("a.bin", b"\0\0\0\x18ftypisom\0\0\0\0", "video/mp4"),
        ("a.bin", b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        ("a.bin", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        ("a.bin", b"II*\0", "image/tiff"),
        ("unknown.zzz", b"hello", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_its_first_bytes_and_then_by_its_name(
    name: str, first: bytes, kind: str
):
    assert exhibits.media_type(name, first) == kind
