"""What is asked when a case is closed? The outcome, and once whether there may be a few more."""

from complaintkit.cli import ask, settings, show
from complaintkit.errors import WrongUsage
from complaintkit.tasks import closing
from complaintkit.tasks.closing import Ending

OUTCOMES = ("Resolved: I have what I asked for", "In part", "Not resolved")
YES_NO = {"y": True, "yes": True, "n": False, "no": False}


def ask_ending(case: str | None, told: Ending) -> Ending:
    """Ask how it ended, for what the options have not told; each question may be skipped."""
    told = told._replace(result=closing.RESULTS[_outcome() - 1])
    if told.result in closing.SETTLED:
        log = settings.current().log
        told = told._replace(
            amount=told.amount
            or ask.maybe(
                "What did you get, in money? Such as: 84.20 USD",
                check=lambda typed: closing.check_amount(log, case, typed, told.currency),
            ),
            moved_by=told.moved_by or _what_moved_it(case),
        )
    show.talk()
    if not ask.yes("A few questions about how it went? They stay on this machine.", default=False):
        return told
    return _how_it_went(told)


def _outcome() -> int:
    show.talk(show.wrapped("That they answered does not mean that it is resolved."))
    return ask.choose("How did it end?", OUTCOMES)


def _what_moved_it(case: str | None) -> str | None:
    """Offer what the log shows; where it shows nothing, ask in words."""
    now = settings.current()
    found = closing.may_have_moved(now.log, case, today=now.clock.now.date())
    in_words = "What moved it, do you think? Such as: a friendly manager"
    if not found:
        return ask.maybe(in_words)
    choices = (*found, "something else", "I do not know, or would rather not say")
    chosen = ask.choose("What moved it, do you think?", choices, default=len(choices))
    if chosen <= len(found):
        return found[chosen - 1]
    return ask.maybe("What was it?") if chosen == len(found) + 1 else None


def _how_it_went(told: Ending) -> Ending:
    """Ask for satisfaction, the three signs of service and the three ratings."""
    show.talk(show.wrapped("Marks go from 1, not at all, to 5, very. Enter skips a question."))
    return told._replace(
        before=_mark(told.before, "How content were you at first?"),
        after=_mark(told.after, "How content are you now?"),
        fair=_answer(told.fair, "Were you treated fairly?"),
        heard=_answer(told.heard, "Did they listen?"),
        addressed=_answer(told.addressed, "Did they deal with what you raised?"),
        integrity=_mark(told.integrity, "Did they stand by what they said (integrity)?"),
        honesty=_mark(told.honesty, "How honest were they?"),
        manner=_mark(told.manner, "How was their manner?"),
    )


def _mark(known: int | None, question: str) -> int | None:
    if known is not None:
        return known
    typed = ask.maybe(f"{question} 1 to 5", check=_check_mark)
    return int(typed) if typed else None


def _answer(known: bool | None, question: str) -> bool | None:
    if known is not None:
        return known
    typed = ask.maybe(f"{question} y or n", check=_check_answer)
    return YES_NO[typed.casefold()] if typed else None


def _check_mark(typed: str) -> None:
    if not (typed.isascii() and typed.isdecimal()):
        raise WrongUsage(f"“{typed}” is no number.", fix="Give a number from 1 to 5.")
    closing.check_mark(int(typed[:6]))


def _check_answer(typed: str) -> None:
    if typed.casefold() not in YES_NO:
        raise WrongUsage(f"“{typed}” is neither yes nor no.", fix="Answer y or n.")
