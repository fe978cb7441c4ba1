import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pexpect
import pyrage
import pytest
from running import complaintkit, done, environment

OPEN = ("open", "kettle", "--company", "Brightwell", "--problem", "It leaks.", "--want", "refund")
PASSPHRASE = "four words apart here"
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="no age on this machine")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    done(complaintkit(home, *OPEN))
    done(complaintkit(home, "log", "--with", "Jo", "--said", "no refund"))
    return home


def typed(home: Path, *words: str, answers: tuple[str, ...]) -> tuple[int, str]:
    """Run a command in a terminal and answer its questions; return its status and all it showed."""
    env = environment(home) | {"COMPLAINTKIT_NO_INPUT": "", "TERM": "dumb"}
    child = pexpect.spawn(
        sys.executable, ["-m", "complaintkit", *words], env=env, cwd=str(home.parent), timeout=60
    )
    for answer in answers:
        child.expect(" > ")
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, (child.before or b"").decode()


def locked(home: Path, target: Path) -> Path:
    status, shown = typed(
        home,
        *("export", "--for", "me", "--encrypt", "-o", str(target)),
        answers=(PASSPHRASE, PASSPHRASE),
    )
    assert status == 0, shown
    assert PASSPHRASE not in shown
    return target.with_name(f"{target.name}.age")


def test_a_pack_is_locked_and_opens_on_another_machine(home: Path, tmp_path: Path):
    file = locked(home, tmp_path / "p.zip")
    assert file.read_bytes().startswith(b"age-encryption.org/")
    assert b"Brightwell" not in file.read_bytes()
    other = tmp_path / "other" / "home"
    other.parent.mkdir()
    status, shown = typed(other, "import", str(file), answers=(PASSPHRASE,))
    assert (status, "taken in" in shown) == (0, True)
    assert "no refund" in done(complaintkit(other, "timeline"))
    status, shown = typed(other, "import", str(file), answers=("another passphrase",))
    assert (status, "does not open" in " ".join(shown.split())) == (1, True)


@needs_age
def test_the_ordinary_tool_opens_it(home: Path, tmp_path: Path):
    file = locked(home, tmp_path / "p.zip")
    child = pexpect.spawn("age", ["-d", "-o", str(tmp_path / "out.zip"), str(file)], timeout=60)
    child.expect("passphrase")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert zipfile.ZipFile(tmp_path / "out.zip").testzip() is None


def test_for_a_key_nothing_is_asked_and_only_the_key_opens_it(home: Path, tmp_path: Path):
    identity = pyrage.x25519.Identity.generate()
    keys = tmp_path / "keys.txt"
    keys.write_text(f"# adviser\n{identity.to_public()}\n")
    target = tmp_path / "p.zip"
    done(complaintkit(home, "export", "--to", str(keys), "-o", str(target)))
    content = (tmp_path / "p.zip.age").read_bytes()
    assert not target.exists()
    (tmp_path / "out.zip").write_bytes(pyrage.decrypt(content, [identity]))
    subprocess.run(["unzip", "-tq", str(tmp_path / "out.zip")], check=True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--encrypt",), "--to"),
        (("--to", "age1nonsense"), "is no public key"),
        (("--to", "x", "--format", "pdf"), "is no public key"),
    ],
)
def test_slips_write_nothing(home: Path, tmp_path: Path, words: tuple[str, ...], says: str):
    refused = complaintkit(home, "export", *words, "-o", str(tmp_path / "p.zip"))
    assert refused.returncode == 2
    assert says in " ".join(refused.stderr.split())
    assert not list(tmp_path.glob("p.zip*"))


def test_two_different_or_short_passphrases_write_nothing(home: Path, tmp_path: Path):
    words = ("export", "--encrypt", "-o", str(tmp_path / "p.zip"))
    assert typed(home, *words, answers=("one of ten signs", "another of ten"))[0] == 2
    assert typed(home, *words, answers=("short",))[0] == 2
    assert not list(tmp_path.glob("p.zip*"))
