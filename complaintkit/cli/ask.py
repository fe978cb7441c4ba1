"""How is a person asked, so that nothing typed is ever lost?"""

from collections.abc import Callable, Sequence
from contextlib import suppress

from complaintkit.cli import settings, show
from complaintkit.errors import AnswerMissing, ComplaintkitError

Check = Callable[[str], object]

_typed: list[tuple[str, str]] = []
_saved: list[str] = []


def typed_so_far() -> str:
    """Return the answers of this run that are not yet saved, with their questions."""
    return "\n".join(f"{question}\n  {answer}" for question, answer in _typed)


def remember(question: str, answer: str) -> None:
    """Hold something that was typed or piped in, until it is saved."""
    _typed.append((question, answer))


def hold(question: str, answer: str) -> None:
    """Hold the newest form of a text that is worked on, until it is saved."""
    _typed[:] = [kept for kept in _typed if kept[0] != question]
    remember(question, answer)


def forget_typed(*, into: str = "the settings") -> None:
    """Say that what was typed is now saved."""
    _typed.clear()
    _saved.append(into)


def was_saved() -> bool:
    """Whether anything was saved in this run."""
    return bool(_saved)


def begin() -> None:
    """Begin a run with nothing typed and nothing saved."""
    _typed.clear()
    _saved.clear()


def ask(question: str, *, option: str, default: str = "", check: Check | None = None) -> str:
    """Ask until there is an answer that can be used.

    `check` raises a ComplaintkitError for one that cannot; it is shown, and we ask again.
    Raises AnswerMissing, naming the option, where nobody can be asked.
    """
    if not settings.current().can_ask:
        raise AnswerMissing(f"{question}", fix=f"Answer it with {option}.")
    while True:
        answer = _read(question, f"Enter for {default}" if default else "") or default
        if not answer:
            show.talk("  (An answer is needed here. Ctrl-C stops.)")
        elif _can_be_used(answer, check):
            remember(question, answer)
            return answer


def maybe(question: str, *, check: Check | None = None) -> str | None:
    """Ask for something that may be left out; None for Enter, or where nobody can be asked."""
    if not settings.current().can_ask:
        return None
    while True:
        answer = _read(question, "Enter to skip")
        if not answer:
            return None
        if _can_be_used(answer, check):
            remember(question, answer)
            return answer


def lines(what: str) -> tuple[str, ...]:
    """Ask for something of several lines, such as an address, until an empty one."""
    told: list[str] = []
    while line := maybe(f"{'Next line' if told else 'First line'} of {what}?"):
        told.append(line)
    return tuple(told)


def passage(question: str) -> str:
    """Ask for a text of several lines, typed or pasted, until an empty line; "" for none.

    The empty lines within a paste are kept: what follows them is there at once.
    """
    told: list[str] = []
    show.talk(show.wrapped(f"{question} (Press Enter twice to end it)"))
    while True:
        line = _line("> ", question)
        if not line and not (told and _more_is_waiting()):
            break
        told.append(line)
        hold(question, "\n".join(told).strip())
    return "\n".join(told).strip()


def _more_is_waiting() -> bool:
    """Whether more was pasted than has been read."""
    import sys

    if sys.platform == "win32":
        import msvcrt

        return bool(msvcrt.kbhit())
    import select

    return bool(select.select([sys.stdin], [], [], 0.1)[0])


def _can_be_used(answer: str, check: Check | None) -> bool:
    from complaintkit.rules.words import clean

    try:
        clean(answer, "answer")
        if check:
            check(answer)
    except ComplaintkitError as problem:
        show.talk(show.wrapped(problem.problem, first="  "))
        show.talk(show.wrapped(problem.fix, first="  "))
        return False
    return True


def secret(question: str, *, option: str) -> str:
    """Ask for something that must not be seen; it is never held, saved or shown again.

    Raises AnswerMissing, naming the way without a question, where nobody can be asked.
    """
    import getpass

    if not settings.current().can_ask:
        raise AnswerMissing(f"{question} Nobody can be asked.", fix=option)
    try:
        return getpass.getpass(f"{question} > ")
    except EOFError as end:
        raise KeyboardInterrupt from end


def yes(question: str, *, default: bool) -> bool:
    """Ask a question of yes or no."""
    while True:
        answer = _read(question, f"y or n; Enter for {'yes' if default else 'no'}").casefold()
        if not answer:
            return default
        if answer in ("y", "yes"):
            return True
        if answer in ("n", "no"):
            return False
        show.talk("  Please answer y or n.")


def choose(question: str, choices: Sequence[str], *, default: int = 1) -> int:
    """Show numbered choices and return the number chosen, counted from 1."""
    hint = f"a number; Enter for {default}"
    show.talk(show.wrapped(question))
    for number, choice in enumerate(choices, start=1):
        show.talk(show.wrapped(choice, first=f"  {number}  ", rest="     "))
    while True:
        answer = _line(f"({hint}) > ", question) or str(default)
        if answer.isascii() and answer.isdecimal() and 1 <= int(answer[:6]) <= len(choices):
            return int(answer)
        most = len(choices)
        show.talk(f"  Please answer with {f'a number from 1 to {most}' if most > 1 else '1'}.")


def _read(question: str, hint: str) -> str:
    """Show a question on its own line, and read the answer from the next one."""
    show.talk(show.wrapped(f"{question} ({hint})" if hint else question))
    return _line("> ", question)


def _line(prompt: str, question: str) -> str:
    """Read a line; Ctrl-D stops as Ctrl-C does.

    The prompt goes to the terminal, never into redirected data.
    """
    import sys

    sys.stderr.flush()
    if not sys.stdout.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt
        return line.strip()
    with suppress(ImportError):
        import readline  # noqa: F401 - gives input() line editing
    try:
        return input(prompt).strip()
    except EOFError as end:
        raise KeyboardInterrupt from end
    except KeyboardInterrupt:
        _keep_half_a_line(question)
        raise


def _keep_half_a_line(question: str) -> None:
    """Hold what stood on the line when it was stopped, where the terminal still knows it."""
    with suppress(ImportError):
        import readline

        half = readline.get_line_buffer().strip()
        if half:
            remember(question, half)
