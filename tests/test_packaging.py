"""Does what is built hold all it needs, and does it write a letter wherever it is installed?"""

import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from running import complaintkit, done, environment

from complaintkit import __version__

CHECKOUT = Path(__file__).parent.parent
SHIPPED = {
    f"complaintkit/{folder}/{file.relative_to(root).as_posix()}"
    for folder, root in (
        ("templates", CHECKOUT / "templates"),
        ("examples", CHECKOUT / "examples"),
        ("data", CHECKOUT / "complaintkit" / "data"),
    )
    for file in root.rglob("*")
    if file.is_file()
}


@dataclass(frozen=True, kw_only=True)
class Installed:
    """A fresh environment in which only complaintkit itself was installed."""

    python: str
    site: Path
    elsewhere: Path

    def run(self, *words: str) -> str:
        """Run complaintkit there, in a folder that has nothing to do with it."""
        home = self.elsewhere / "home"
        now = "2026-05-04T09:00:00-04:00"
        return done(
            complaintkit(home, *words, now=now, python=self.python, cwd=self.elsewhere)
        )  # fmt: skip

    def package(self) -> Path:
        """Return the folder from which complaintkit is imported there."""
        found = run_python(
            self.python,
            "-c",
            "import complaintkit; print(complaintkit.__file__)",
            cwd=self.elsewhere,
        )
        return Path(found.strip()).parent


def run_python(python: str, *words: str, cwd: Path) -> str:
    result = subprocess.run(
        [python, *words],
        cwd=cwd,
        env=environment(cwd / "home"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist from the checkout, and the wheel from that sdist."""
    out = tmp_path_factory.mktemp("built")
    run_python(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        str(out),
        str(CHECKOUT),
        cwd=out,
    )
    return out


@pytest.fixture(scope="module", params=["wheel", "sdist", "editable"])
def installed(request, built, tmp_path_factory) -> Installed:
    """Install one build beside the dependencies that this test run has: no network is needed."""
    elsewhere = tmp_path_factory.mktemp(request.param)
    what = {
        "wheel": [str(next(built.glob("*.whl")))],
        "sdist": [str(next(built.glob("*.tar.gz")))],
        "editable": ["--editable", str(CHECKOUT)],
    }
    venv.create(elsewhere / "venv", with_pip=False, symlinks=True)
    python = elsewhere / "venv" / "bin" / "python"
    site = Path(
        run_python(
            str(python),
            "-c",
            "import sysconfig; print(sysconfig.get_path('purelib'))",
            cwd=elsewhere,
        ).strip()
    )
    dependencies = [folder for folder in sys.path if folder.endswith("-packages")]
    (site / "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")
    pip = ("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation")
    run_python(str(python), *pip, "--ignore-installed", *what[request.param], cwd=elsewhere)
    return Installed(python=str(python), site=site, elsewhere=elsewhere)


def test_wheel_holds_every_template_fact_and_example_and_nothing_stray(built):
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if not name.endswith("/")}
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"complaintkit"}
    assert {name for name in SHIPPED if "__pycache__" not in name} - names == set()
    assert "complaintkit/py.typed" in names


def test_sdist_holds_what_a_packager_needs_to_build_and_test(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    needed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "tests/test_packaging.py"}
    assert needed - names == set()


def test_complaintkit_is_imported_from_where_it_was_installed(installed, request):
    kind = request.node.callspec.params["installed"]
    home = CHECKOUT if kind == "editable" else installed.site
    assert installed.package() == home / "complaintkit"
    assert not (installed.site / "templates").exists()


def test_letter_is_written_from_an_installed_example_in_a_foreign_folder(installed):
    examples = installed.package() / "examples"
    if not examples.is_dir():
        examples = CHECKOUT / "examples"
    letter = installed.elsewhere / "letter.txt"
    installed.run("import", str(examples / "phone-bill" / "case.yaml"))
    installed.run(
        "letter", "first", "--case", "phone-bill", "--format", "text", "-o", str(letter)
    )  # fmt: skip
    assert "Naomi Brandt" in letter.read_text(encoding="utf-8")


def test_an_own_template_runs_in_its_own_process_wherever_it_is_installed(installed):
    installed.run("open", "gym", "--company", "Gym", "--problem", "Closed.", "--want", "a refund")
    installed.run("profile", "--name", "Naomi Brandt", "--email", "n@example.org")
    own = Path(installed.run("templates", "new", "ceo").strip())
    own.write_text("# S\n\nHello\n\n{{ problem }} Own words.\n\nBye\n", encoding="utf-8")
    assert "Closed. Own words." in installed.run("letter", "ceo", "--case", "gym", "-o", "-")


def test_console_script_starts(installed):
    script = Path(installed.python).parent / "complaintkit"
    result = subprocess.run(
        [script, "--version"],
        cwd=installed.elsewhere,
        env=environment(installed.elsewhere / "home"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert __version__ in result.stdout
