"""How is a contact written down in one line?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli.written import write_down


def log(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    channel: Annotated[
        str | None,
        typer.Option(
            help="phone, email, letter, visit, chat, web-form, social or sms. Else phone."
        ),
    ] = None,
    direction: Annotated[
        str | None, typer.Option(help="out: you got in touch; in: they did. Else out.")
    ] = None,
    with_: Annotated[
        str | None, typer.Option("--with", help="Whom you spoke to: 'Jane, supervisor'.")
    ] = None,
    role: Annotated[str | None, typer.Option(help="Their role, where it is not in --with.")] = None,
    reached: Annotated[
        bool | None, typer.Option("--reached/--not-reached", help="Whether you got through.")
    ] = None,
    said: Annotated[
        str | None,
        typer.Option(help="What was said, in a sentence or two; - reads it from a pipe."),
    ] = None,
    quote: Annotated[str | None, typer.Option(help="Their exact words.")] = None,
    promised: Annotated[
        list[str] | None, typer.Option(help="What they promised; may be given again.")
    ] = None,
    by: Annotated[
        list[str] | None, typer.Option(help="By when: friday, 'in 2 weeks', 2026-05-10.")
    ] = None,
    ref: Annotated[str | None, typer.Option(help="The reference they gave.")] = None,
    at: Annotated[
        str | None, typer.Option(help="When it was: 'yesterday 3pm'. Now, if left out.")
    ] = None,
    minutes: Annotated[int | None, typer.Option(min=0, help="How many minutes it took.")] = None,
    attach: Annotated[
        list[Path] | None, typer.Option(help="A file to keep with it.", readable=False)
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A word to sort by.")] = None,
) -> None:
    """Write down a call, visit or message."""
    write_down(
        case,
        channel=channel,
        direction=direction,
        with_=with_,
        role=role,
        reached=reached,
        said=said,
        quote=quote,
        promised=promised,
        by=by,
        ref=ref,
        at=at,
        minutes=minutes,
        attach=attach,
        tag=tag,
    )
