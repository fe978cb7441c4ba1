"""How did a company do, in figures and in a picture of plain text?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.tasks import scoring

SHOWN, WIDEST = 40, 78


def score(
    company: Annotated[
        str | None,
        typer.Argument(help="The company, or a part of its name; not needed when there is one."),
    ] = None,
    case: Annotated[str | None, typer.Option(help="One case alone.")] = None,
    last: Annotated[
        int, typer.Option(min=0, help="How many of the last lines of the picture; 0 for all.")
    ] = SHOWN,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show how quickly, efficiently and consistently a company dealt with you."""
    now = settings.current()
    if company is None and case is None and now.can_ask:
        company = _which_company()
    scored = scoring.score(now.log, company, case=case, today=now.clock.now.date())
    if as_json:
        card = scored.card
        show.as_json("score", company=card.company, cases=card.cases, together=card.together)
        return
    width = min(show.columns() - 2, WIDEST)
    show.out(scoring.picture(scored, width=width, last=last).rstrip("\n"))


def _which_company() -> str | None:
    """Ask for the company where there are several."""
    names = list(scoring.companies(settings.current().log))
    if len(names) < 2:  # noqa: PLR2004 - one or none needs no question
        return None
    return names[ask.choose("Which company is it?", names) - 1]
