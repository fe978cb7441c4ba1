"""Who else may be asked, on the screen or as JSON."""

from complaintkit.cli import settings, show
from complaintkit.errors import WrongUsage
from complaintkit.tasks import agencies as tasks


def show_turns(
    *,
    case: str | None = None,
    country: str | None = None,
    region: str | None = None,
    sector: str | None = None,
    fact: list[str] | None = None,
    as_json: bool = False,
) -> int:
    """Show the bodies outside the company that may take a case, and from when on."""
    now = settings.current()
    facts = tasks.read_facts(fact or [])
    today = now.clock.now.date()
    if country or region or sector or not (case or now.log.cases()):
        if case:
            raise WrongUsage(
                "--case says where and what; --country, --region and --sector say it without one.",
                fix="Use one or the other.",
            )
        found = tasks.turns_at(
            now.log, country=country, region=region, sector=sector, facts=facts, today=today
        )
    else:
        found = tasks.turns_for(now.log, case, facts=facts, today=today)
    if as_json:
        from complaintkit.cli.agency_shapes import turns_shape

        show.as_json("agencies", **turns_shape(found))
        return 0
    _show(found)
    return 0


def _show(found: tasks.Turns) -> None:
    from complaintkit.cli.agency_lines import ask_lines, turns_lines

    words = tasks.words()
    for line in turns_lines(found, words):
        show.out(line)
    command = (
        f"complaintkit company {found.case} --your-region REGION"
        if found.case
        else "complaintkit agencies --country … --region REGION"
    )
    asks = list(ask_lines(found, words, command))
    if asks:
        show.talk()
        for line in asks:
            show.talk(line)
    if found.turns:
        show.talk()
        first = found.turns[0].route.agency.id
        show.talk(f"All about one, with its sources: `complaintkit agency {first}`")
