"""What is said when something cannot be done? The one place where errors are shown."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from complaintkit.cli import ask, settings, show
from complaintkit.errors import CannotWrite, ComplaintkitError, StoreProblem

OUR_FAULT = 70
STOPPED = 130
SHOWN = 2000
"""Characters given back on the screen; all of them go into the file that keeps them."""
_WORDLESS = ("today", "next", "cases", "show", "timeline", "search", "verify", "export", "paths",
             "help", "demo", "promises", "letter", "import", "edit", "templates",
             "call", "due", "score")  # fmt: skip


def within_boundary(body: Callable[[], object], line: Sequence[str] | None = None) -> int:
    """Run, and turn what goes wrong into a plain sentence and an exit code.

    `line` is what was typed after `complaintkit`; by default that of this process.
    """
    ask.begin()
    _open_what_is_closed()
    try:
        outcome = body()
        sys.stdout.flush()
    except ComplaintkitError as problem:
        return _say(problem, line)
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        _quiet_pipe()
        return 1
    except OSError as problem:
        return _say(_refused(problem), line)
    except Exception as problem:  # noqa: BLE001 - the one place
        return _our_fault(problem, line)
    if outcome == STOPPED:
        return _stopped()
    return outcome if isinstance(outcome, int) else 0


def _say(problem: ComplaintkitError, line: Sequence[str] | None) -> int:
    _flush()
    show.talk(show.wrapped(problem.problem))
    show.talk(show.wrapped(problem.fix))
    if problem.typed:
        show.talk(f"You typed: {problem.typed}")
    _give_back(line if isinstance(problem, (StoreProblem, CannotWrite)) else ())
    return problem.exit_code


def _refused(problem: OSError) -> StoreProblem:
    """Return the system's refusal in our form, where no room has told it better."""
    reason = (problem.strerror or "no reason was given").lower()
    if not isinstance(problem.filename, str):
        kept = " What you wrote down is saved." if ask.was_saved() else ""
        return StoreProblem(
            f"Not all could be written out: {reason}.{kept}", fix="Check where the output goes."
        )
    return StoreProblem(
        f"{problem.filename} could not be used: {reason}.",
        fix="Check that you may read and write there, or choose another place with --home.",
    )


def _stopped() -> int:
    _flush()
    show.talk()
    if ask.was_saved():
        show.talk("Stopped. What is shown as saved above is kept.")
    else:
        show.talk("Stopped. Nothing was saved.")
    _give_back(())
    return STOPPED


def _open_what_is_closed() -> None:
    """Give a closed output somewhere to go, so that no file of ours takes its number."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _flush() -> None:
    with suppress(OSError):
        sys.stdout.flush()


def _give_back(line: Sequence[str] | None) -> None:
    """Give back what was typed and not saved, and keep a copy of it.

    That is what was answered at prompts, and the words on the line of a writing command.
    """
    words = sys.argv[1:] if line is None else line
    if not ask.was_saved() and _holds_words(words):
        import shlex

        ask.remember("On the command line:", f"complaintkit {shlex.join(words)}")
    typed = ask.typed_so_far()
    if not typed:
        return
    from complaintkit.tasks.keeping import keep_typed

    path = None
    with suppress(ComplaintkitError, OSError):
        now = settings.current().clock.now
        path = keep_typed(settings.current().log, typed, now=now)
    is_cut = path is not None and len(typed) > SHOWN
    show.talk("What you had typed:")
    show.talk(show.indented(f"{typed[:SHOWN]} …" if is_cut else typed))
    if path:
        show.talk(f"{'All of it' if is_cut else 'It'} is also kept in {path}")


def _holds_words(line: Sequence[str]) -> bool:
    """Whether this is the line of a command that writes down what stands on it."""
    words = [word for word in line if not word.startswith("-")]
    return len(words) > 1 and words[0] not in _WORDLESS


def _our_fault(problem: Exception, line: Sequence[str] | None) -> int:
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
        show.talk(f"Where it happened (none of your words) is kept in {path}")
        show.talk("Please report it.")
    _give_back(line)
    return OUR_FAULT


def _quiet_pipe() -> None:
    """Let a reader such as `head` go away without a word."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
