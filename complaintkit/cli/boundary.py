"""What is said when something cannot be done? The one place where errors are shown."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from complaintkit.cli import settings, show
from complaintkit.errors import ComplaintkitError

OUR_FAULT = 70
STOPPED = 130


def within_boundary(body: Callable[[], object]) -> int:
    """Run, and turn what goes wrong into a plain sentence and an exit code."""
    try:
        outcome = body()
        sys.stdout.flush()
    except ComplaintkitError as problem:
        _say(problem)
        return problem.exit_code
    except (KeyboardInterrupt, EOFError):
        return _stopped()
    except BrokenPipeError:
        _quiet_pipe()
        return 1
    except Exception as problem:  # noqa: BLE001 - the one place
        return _our_fault(problem)
    if outcome == STOPPED:
        return _stopped()
    return outcome if isinstance(outcome, int) else 0


def _say(problem: ComplaintkitError) -> None:
    show.talk(show.wrapped(problem.problem))
    show.talk(show.wrapped(problem.fix))
    if problem.typed:
        show.talk(f"You typed: {problem.typed}")
    _give_back()


def _stopped() -> int:
    show.talk("\nStopped. Nothing was saved by this command.")
    _give_back()
    return STOPPED


def _give_back() -> None:
    """Give back what was typed at prompts and not saved, and keep a copy of it."""
    from complaintkit.cli import ask

    typed = ask.typed_so_far()
    if not typed:
        return
    from complaintkit.tasks.keeping import keep_typed

    ask.forget_typed()
    show.talk(f"What you had typed:\n{show.indented(typed)}")
    with suppress(ComplaintkitError, OSError):
        now = settings.current().clock.now
        path = keep_typed(settings.current().log, typed, now=now)
        if path:
            show.talk(f"It is also kept in {path}.")


def _our_fault(problem: Exception) -> int:
    """Say sorry, and keep where it happened, without any of the person's words."""
    import traceback

    lines = [
        f"{frame.filename}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(problem.__traceback__)
    ]
    report = "\n".join([*lines, type(problem).__name__])
    show.talk("Sorry, complaintkit has a fault here. What was in the log before is untouched.")
    if os.environ.get("COMPLAINTKIT_TRACE"):
        traceback.print_exception(problem)
    with suppress(Exception):
        from complaintkit.tasks.keeping import keep_typed

        now = settings.current().clock.now
        path = keep_typed(settings.current().log, report, now=now, name="fault")
        show.talk(f"Where it happened (none of your words) is kept in {path}. Please report it.")
    _give_back()
    return OUR_FAULT


def _quiet_pipe() -> None:
    """Let a reader such as `head` go away without a word."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
