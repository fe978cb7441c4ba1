"""Who else may be asked?"""

from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.errors import WrongUsage
from complaintkit.tasks import agencies as tasks


def agencies(
    case: Annotated[
        str | None, typer.Option(help="Which case; not needed when one is open.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Without a case: your country, such as US or Nigeria.")
    ] = None,
    region: Annotated[
        str | None, typer.Option(help="Your state, province or nation: OH, SCT.")
    ] = None,
    sector: Annotated[str | None, typer.Option(help="The kind of company: bank, telecom …")] = None,
    fact: Annotated[
        list[str] | None,
        typer.Option(help="What decides between bodies, such as move=interstate; repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show the bodies outside the company that may take the case, and from when on."""
    now = settings.current()
    facts = tasks.read_facts(fact or [])
    today = now.clock.now.date()
    if country or region or sector:
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


def agency(
    agency_id: Annotated[str, typer.Argument(metavar="ID", help="Such as us-fcc, or its name.")],
    verified: Annotated[
        bool, typer.Option("--verified", help="You looked at its own page today, and it is right.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show all that is known of one body, with the source and the date of each fact."""
    now = settings.current()
    today = now.clock.now.date()
    if verified:
        kept = tasks.record_check(now.log, agency_id, on=today)
        show.talk(f"kept: you looked at the page of {kept.called} on {today}")
    found = tasks.body(now.log, agency_id, today=today)
    if as_json:
        from complaintkit.cli.agency_shapes import body_shape

        show.as_json("agency", agency=body_shape(found))
        return 0
    from complaintkit.cli.agency_lines import body_lines

    for line in body_lines(found, tasks.words()):
        show.out(line)
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
