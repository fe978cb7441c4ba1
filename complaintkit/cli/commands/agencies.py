"""Who else may be asked?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.errors import WrongUsage


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
    from complaintkit.cli.turning import show_turns

    return show_turns(
        case=case, country=country, region=region, sector=sector, fact=fact, as_json=as_json
    )


def agency(
    agency_id: Annotated[str, typer.Argument(metavar="ID", help="Such as us-fcc, or its name.")],
    verified: Annotated[
        bool, typer.Option("--verified", help="You looked at its own page today, and it is right.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Show all that is known of one body, with the source and the date of each fact."""
    from complaintkit.cli.agency_lines import body_lines
    from complaintkit.tasks import agencies as tasks

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
    for line in body_lines(found, tasks.words()):
        show.out(line)
    return 0


def form(
    agency_id: Annotated[
        str, typer.Argument(metavar="AGENCY", help="Such as us-fcc, or its name.")
    ],
    case: Annotated[
        str | None, typer.Option(help="Which case; not needed when one is open.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--format", help="text, or html: a page with a button to copy each field."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file; - prints it.", readable=False)
    ] = None,
    is_public: Annotated[
        bool, typer.Option("--public", help="Mask as for a body that publishes what it gets.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Lay the case out field by field, as the form of a body outside asks for it."""
    from complaintkit.cli.filling import fill

    if as_json and (kind or output):
        raise WrongUsage("--json prints the form.", fix="Give --json alone, or --format.")
    return fill(
        agency_id, case=case, kind=kind, output=output, is_public=is_public, as_json=as_json
    )
