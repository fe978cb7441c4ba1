"""How is a person led who does not live in a terminal?"""

from collections.abc import Callable
from datetime import date

from complaintkit.cli import ask, settings, show
from complaintkit.cli.questions import ask_encounter, ask_past
from complaintkit.cli.saved import quoted, saved
from complaintkit.cli.sorting import sorting_of
from complaintkit.cli.today import MOST_IN_FULL
from complaintkit.tasks.countries import read_country
from complaintkit.tasks.encounters import Told, check_open, log_encounter
from complaintkit.tasks.guide import CaseToday, Today, next_step, today_in
from complaintkit.tasks.opening import Particulars, add_details, open_case
from complaintkit.tasks.profile import change_profile, load_profile

HELLO = """\
complaintkit keeps the record of a dispute with a company, says what to do next, and writes \
the letter. Everything stays on this machine. It sends nothing.

If you were not treated fairly, not listened to, or left alone with it, it is right to say so. \
Keeping silent changes nothing, and losing one's temper changes little; calm words with dates \
change more. A few questions to begin with; Enter skips what you do not know."""

CALLS = ("prepare", "front-line", "manager")
"""The steps that are taken by calling, where no letter is due."""


def first_time() -> int:
    """Ask what happened, and lead to the first call or through the contacts so far."""
    show.talk(show.wrapped(HELLO))
    show.talk()
    return new_case()


def new_case() -> int:
    """Ask for the company and the problem, then for the contacts so far and the rest.

    The rest comes late, so that a first contact is written down after eight questions. Where
    something must be done within the hour, that is shown instead, and nothing more is asked.
    """
    now = settings.current()
    company = ask.ask("Which company is it about?", option="--company")
    problem = ask.ask("What happened? A few sentences, with the dates.", option="--problem")
    said = Particulars(
        company=company,
        problem=problem,
        sorting=sorting_of(problem),
    )
    opened = open_case(now.log, said, now.recording())
    saved(opened, then=None)
    if said.sorting not in (None, "none"):
        _step(opened.case_name)
        show.talk()
        show.talk(show.wrapped("Do this first. Type `complaintkit` again when it is done."))
        return 0
    show.talk()
    if ask.yes("Have you been in touch with them about it yet?", default=False):
        past_contacts(opened.case_name)
    else:
        ask_rest(opened.case_name)
        prepare_call(opened.case_name)
    return 0


def ask_rest(case: str) -> None:
    """Ask for the wish, and for what decides which limits and outside bodies hold."""
    now = settings.current()
    want = ask.maybe("What would put it right? Such as: a refund of 84.20 dollars")
    country, region = None, None
    if not load_profile(now.log).country:
        country = ask.maybe(
            "In which country do you live? It decides which time limits hold.", check=read_country
        )
        region = _region_of(country)
    sector = ask.maybe("What kind of company is it? Such as: telephone, bank, shop, airline")
    told = Particulars(want=want, country=country, region=region, sector=sector)
    if told != Particulars():
        if country:
            change_profile(now.log, country=country, region=region)
        saved(add_details(now.log, case, told, now.recording()), then=None)


def _region_of(country: str | None) -> str | None:
    """Ask for the region where bodies and limits depend on it, and it is not said yet."""
    from complaintkit.tasks.regions import decides, nation_of, read_region

    code = read_country(country) if country else ""
    if not decides(code) or nation_of(country):
        return None
    return ask.maybe(
        "In which state, province or nation of it? It decides which bodies may help.",
        check=lambda typed: read_region(typed, code),
    )


def past_contacts(case: str) -> None:
    """Write down the contacts so far, one by one."""
    now = settings.current()
    show.talk("Let us write them down one by one, the first one first.")
    is_first = True
    while True:
        told = ask_past(now)
        saved(log_encounter(now.log, case, told, now.recording()), then=None)
        show.talk()
        if is_first:
            ask_rest(case)
        is_first = False
        if not ask.yes("Was there another contact?", default=False):
            break
    _step(case)
    show.talk()
    show.talk(show.wrapped("Type `complaintkit` again when you are ready for that."))


def prepare_call(case: str) -> None:
    """Say how to go about the first call."""
    _step(case)
    show.talk()
    show.talk(show.wrapped(f"`complaintkit call {quoted(case)}` shows what to say in the call."))
    show.talk(show.wrapped("When you have called, type `complaintkit` again and write it down."))


def choices() -> int:
    """Show where the cases stand and end in numbered choices, until the person stops."""
    while True:
        found = today_in(settings.current().log, today=_today(), most=MOST_IN_FULL)
        case = _chosen_case(found)
        chosen = _what_now(case) if case else None
        if chosen is None:
            return 0
        chosen()
        show.talk()


def _what_now(case: CaseToday) -> Callable[[], object] | None:
    name = case.summary.name
    went_out = ("Say that a letter went out", lambda: _sent(name))
    return _choose(
        ("Do the next step", lambda: _do_next(name)),
        ("Write something down: a call, a visit, a message", lambda: _log(name)),
        ("Write down what they answered, and see what it means", lambda: _reply(name)),
        ("Write a letter", lambda: _letter(name)),
        *([went_out] if case.unsent else []),
        ("Make the evidence pack, to print or to hand over", lambda: _pack(name)),
        ("See what happened so far", lambda: _timeline(name)),
        ("See the dates that run out", lambda: _dates(name)),
        ("Begin another case", new_case),
    )


def _chosen_case(found: Today) -> CaseToday | None:
    """Show the cases; where there are several, ask for one. None: stop."""
    from complaintkit.cli.today import show_cases

    show_cases(found)
    show.talk()
    if len(found.cases) == 1:
        return found.cases[0]
    if not found.cases:
        show.talk("No case is open.")
        chosen = _choose(("Begin a case", new_case))
        if chosen:
            chosen()
        return None
    names = [f"{one.summary.name}: {one.summary.company}" for one in found.cases]
    number = ask.choose("Which case?", [*names, "Stop"], default=len(names) + 1)
    return found.cases[number - 1] if number <= len(names) else None


def _choose(*ways: tuple[str, Callable[[], object]]) -> Callable[[], object] | None:
    """Return what is to be done; None to stop, which is also what Enter means."""
    words = [name for name, _ in ways]
    number = ask.choose("What now?", [*words, "Stop"], default=len(ways) + 1)
    return ways[number - 1][1] if number <= len(ways) else None


def _do_next(case: str) -> None:
    """Show the next step in full, and do here what of it can be done here."""
    stands = next_step(settings.current().log, case, today=_today()).standing
    _step(case)
    show.talk()
    if stands.letter_kind:
        if ask.yes("Write that letter now?", default=True):
            _letter(case, stands.letter_kind)
    elif stands.command.startswith("complaintkit close"):
        if ask.yes("Is it settled, so that the case can be closed?", default=False):
            _close(case)
    elif stands.command.startswith("complaintkit export"):
        if ask.yes("Make the evidence pack for them now?", default=True):
            _pack(case)
    elif stands.step_id in CALLS:
        if ask.yes("Call them now? What to say is shown first.", default=False):
            _call(case)
    elif ask.yes("Is there something to write down about it now?", default=False):
        _log(case)


def _step(case: str) -> None:
    from complaintkit.cli.standing_lines import next_lines

    show.talk()
    for line in next_lines(next_step(settings.current().log, case, today=_today())):
        show.out(line)


def _log(case: str) -> None:
    now = settings.current()
    check_open(now.log, case)
    told = ask_encounter(Told(), now)
    saved(log_encounter(now.log, case, told, now.recording()), then=None)


def _call(case: str) -> None:
    from complaintkit.cli.calling import call

    call(case)


def _reply(case: str) -> None:
    from complaintkit.cli.commands.reply import reply

    reply(case=case)


def _dates(case: str) -> None:
    from complaintkit.cli.commands.due import due

    due(case=case)


def _letter(case: str, kind: str | None = None) -> None:
    from complaintkit.cli.commands.letters import letter

    letter(kind=kind, case=case, form="pdf")


def _sent(case: str) -> None:
    from complaintkit.cli.commands.sending import sent

    sent(case=case)


def _pack(case: str) -> None:
    from complaintkit.cli.commands.proof import export

    export(case=case)


def _timeline(case: str) -> None:
    from complaintkit.cli.record import show_timeline

    show_timeline(case)


def _close(case: str) -> None:
    from complaintkit.cli.commands.ending import close

    close(case=case)


def _today() -> date:
    return settings.current().clock.now.date()
