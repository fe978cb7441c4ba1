"""How is a person led who does not live in a terminal?"""

from complaintkit.cli import ask, settings, show
from complaintkit.cli.questions import ask_encounter
from complaintkit.cli.saved import saved
from complaintkit.tasks.encounters import Told, log_encounter
from complaintkit.tasks.guide import CaseToday, next_step
from complaintkit.tasks.opening import Particulars, open_case

HELLO = """\
complaintkit keeps the record of a dispute with a company, says what to do next, and
writes the letter. Everything stays on this machine. It sends nothing.

It is right to speak up, and it works best calmly. Take it step by step.
"""


def first_time() -> int:
    """Ask what happened, and lead to the first call or through the contacts so far."""
    now = settings.current()
    show.talk(HELLO)
    company = ask.ask("Which company is it about?", option="complaintkit open --company")
    problem = ask.ask("What happened? A sentence or two, with the dates.", option="--problem")
    said = Particulars(company=company, problem=problem)
    opened = open_case(now.log, said, now.recording())
    saved(opened, then="two more questions")
    if ask.yes("Have you contacted them about it yet?", default=False):
        past_contacts(opened.case_name)
    else:
        prepare_call(opened.case_name)
    return 0


def past_contacts(case: str) -> None:
    """Write down the contacts so far, one by one."""
    now = settings.current()
    show.talk("Let us write them down, the first one first. About-dates are fine.")
    while True:
        told = ask_encounter(Told(), now, past=True)
        recorded = log_encounter(now.log, case, told, now.recording())
        saved(recorded, then="the next contact")
        if not ask.yes("Was there another contact?", default=False):
            break
    show_next(case)


def prepare_call(case: str) -> None:
    """Say how to go about the first call."""
    show_next(case)
    show.talk()
    show.talk("When you have called, type `complaintkit` again, or `complaintkit log`.")


def show_next(case: str) -> None:
    """Show the next step of a case."""
    from complaintkit.cli.standing_lines import next_lines

    now = settings.current()
    show.out()
    for line in next_lines(next_step(now.log, case, today=now.clock.now.date())):
        show.out(line)


def choices(found: list[CaseToday]) -> int:
    """End in numbered choices: the next step, writing something down, letters, print, stop."""
    if not found:
        show.talk("No case is open.")
        if ask.choose("What now?", ("Open a new case", "Stop")) == 1:
            return first_time()
        return 0
    case = _which(found)
    name = case.summary.name
    show.talk()
    chosen = ask.choose(
        "What now?",
        (
            f"Do the next step: {case.standing.action}",
            "Write something down: a call, a visit, a message",
            "Write a letter",
            "Make the evidence pack, to print or hand over",
            "Open a new case",
            "Stop",
        ),
        default=6,
    )
    actions = (
        lambda: show_next(name),
        lambda: _log(name),
        lambda: _letter(name),
        lambda: _pack(name),
        first_time,
    )
    if chosen <= len(actions):
        actions[chosen - 1]()
    return 0


def _which(found: list[CaseToday]) -> CaseToday:
    if len(found) == 1:
        return found[0]
    names = [f"{one.summary.name}: {one.summary.company}" for one in found]
    return found[ask.choose("Which case?", names) - 1]


def _log(case: str) -> None:
    now = settings.current()
    told = ask_encounter(Told(), now, past=True)
    saved(log_encounter(now.log, case, told, now.recording()))


def _letter(case: str) -> None:
    from complaintkit.cli.commands.letters import letter
    from complaintkit.cli.commands.profile import profile
    from complaintkit.tasks.profile import load_profile

    if not load_profile(settings.current().log).contact.name:
        profile()
    kinds = ("first", "manager", "ceo")
    told = (
        "The first letter, to customer service",
        "To a manager",
        "To the chief executive",
    )
    proposed = next_step(
        settings.current().log, case, today=settings.current().clock.now.date()
    ).standing.letter_kind
    default = kinds.index(proposed) + 1 if proposed in kinds else 1
    kind = kinds[ask.choose("Which letter?", told, default=default) - 1]
    letter(kind=kind, case=case, form="pdf")
    show.talk("Open the file to read it, then print and sign it.")


def _pack(case: str) -> None:
    from complaintkit.cli.commands.proof import export

    export(case=case)
