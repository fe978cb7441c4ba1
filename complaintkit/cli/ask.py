"""How is a person asked, so that nothing typed is ever lost?"""

from collections.abc import Callable, Sequence
from contextlib import suppress

from complaintkit.cli import settings, show
from complaintkit.errors import AnswerMissing, ComplaintkitError

_typed: list[tuple[str, str]] = []


def typed_so_far() -> str:
    """Return the answers of this run that are not yet saved, with their questions."""
    return "\n".join(f"{question}\n  {answer}" for question, answer in _typed)


def forget_typed() -> None:
    """Say that what was typed is now in the log."""
    _typed.clear()


def ask(
    question: str,
    *,
    option: str,
    default: str = "",
    check: Callable[[str], object] | None = None,
) -> str:
    """Ask until there is an answer that can be used.

    `check` raises a ComplaintkitError for one that cannot; it is shown, and we ask again.
    Raises AnswerMissing, naming the option, where nobody can be asked.
    """
    if not settings.current().can_ask:
        raise AnswerMissing(f"{question}", fix=f"Answer it with {option}.")
    while True:
        answer = _read(f"{question}{f' [{default}]' if default else ''} ") or default
        if not answer:
            show.talk("  (An answer is needed here. Ctrl-C stops; nothing is lost.)")
            continue
        try:
            if check:
                check(answer)
        except ComplaintkitError as problem:
            show.talk(f"  {problem.problem}\n  {problem.fix}")
            continue
        _typed.append((question, answer))
        return answer


def maybe(question: str, *, check: Callable[[str], object] | None = None) -> str | None:
    """Ask for something that may be left out; None for Enter, or where nobody can be asked."""
    if not settings.current().can_ask:
        return None
    while True:
        answer = _read(f"{question} (Enter to skip) ")
        if not answer:
            return None
        try:
            if check:
                check(answer)
        except ComplaintkitError as problem:
            show.talk(f"  {problem.problem}\n  {problem.fix}")
            continue
        _typed.append((question, answer))
        return answer


def yes(question: str, *, default: bool) -> bool:
    """Ask a question of yes or no."""
    while True:
        answer = _read(f"{question} [{'Y/n' if default else 'y/N'}] ").casefold()
        if not answer:
            return default
        if answer in ("y", "yes"):
            return True
        if answer in ("n", "no"):
            return False
        show.talk("  Please answer y or n.")


def choose(question: str, choices: Sequence[str], *, default: int = 1) -> int:
    """Show numbered choices and return the number chosen, counted from 1."""
    for number, choice in enumerate(choices, start=1):
        show.talk(show.wrapped(choice, first=f"  {number}  ", rest="     "))
    while True:
        answer = _read(f"{question} [{default}] ") or str(default)
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return int(answer)
        show.talk(f"  Please answer with a number from 1 to {len(choices)}.")


def _read(prompt: str) -> str:
    """Read a line; the prompt goes to the terminal, never into redirected data."""
    import sys

    if sys.stdout.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401 - gives input() line editing
        return input(show.safe(prompt)).strip()
    sys.stderr.write(show.safe(prompt))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
