"""How do tests type a command line, without a process of its own?"""

from typing import NamedTuple

from typer.testing import CliRunner

from complaintkit.cli.app import app


class Answer(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """What was said, on one line, so that where it was wrapped does not matter."""
        return " ".join(self.err.split())


def typed(*words: str, piped: str | bytes | None = None, wide: int = 80) -> Answer:
    """Run `complaintkit` with these words."""
    result = CliRunner(env={"COLUMNS": str(wide)}).invoke(app, list(words), input=piped)
    unforeseen = result.exception
    if unforeseen is not None and not isinstance(unforeseen, SystemExit):
        raise unforeseen
    return Answer(code=result.exit_code, out=result.stdout, err=result.stderr)


def done(*words: str) -> str:
    """Run a command that must succeed, and return what it printed."""
    answer = typed(*words)
    assert answer.code == 0, f"{words}: {answer}"
    return answer.out


def open_case(name: str = "acme") -> None:
    """Open a case to write into."""
    done("open", name, "--company", "Acme Telephone", "--problem", "They charged me twice.")
