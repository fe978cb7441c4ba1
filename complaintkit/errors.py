"""What can go wrong in a way the person can put right?"""


class ComplaintkitError(Exception):
    """A problem in one plain sentence, and the way out.

    `exit_code` is 1 (could not, and the person can fix it), 2 (wrong usage, or
    an answer is missing and nobody can be asked) or 3 (done, but it needs attention).
    `typed` holds what the person had typed, so that it can be given back.
    """

    exit_code = 1

    def __init__(self, problem: str, *, fix: str, typed: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix
        self.typed = typed


class WrongUsage(ComplaintkitError):
    """An option or an answer cannot be used as it was given."""

    exit_code = 2


class AnswerMissing(WrongUsage):
    """Something must be asked and nobody can be asked: the fix names the option."""


class DateUnclear(WrongUsage):
    """A date does not exist, can be read two ways, or could not be read."""


class CaseNotFound(ComplaintkitError):
    """No case has that name, or none is open, or several are."""


class EntryNotFound(ComplaintkitError):
    """The case has no entry, letter or exhibit with that number."""


class FactMissing(ComplaintkitError):
    """A letter needs a fact that the log does not hold."""


class FileUnusable(ComplaintkitError):
    """A file to read is missing, unreadable, too large or no ordinary file."""


class CaseFileFaulty(ComplaintkitError):
    """A case file has faults; the problem lists them all, each with its line."""


class StoreProblem(ComplaintkitError):
    """The log cannot be read or written: locked, full, read-only, newer or damaged."""


class CannotWrite(ComplaintkitError):
    """A letter or an export could not be written where it was wanted."""
