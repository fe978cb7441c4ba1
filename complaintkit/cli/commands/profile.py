"""Who writes the letters?"""

from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.tasks.countries import read_country
from complaintkit.tasks.profile import Profile, change_profile, load_profile


def profile(
    name: Annotated[str | None, typer.Option(help="Your name, as you sign.")] = None,
    address: Annotated[
        list[str] | None, typer.Option(help="A line of your address; again for each.")
    ] = None,
    email: Annotated[str | None, typer.Option(help="Your e-mail address.")] = None,
    phone: Annotated[str | None, typer.Option(help="Your telephone number.")] = None,
    country: Annotated[str | None, typer.Option(help="Where you live: US, GB, NG …")] = None,
    region: Annotated[str | None, typer.Option(help="State or region: Georgia.")] = None,
    zone: Annotated[str | None, typer.Option(help="Your time zone: America/New_York.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show or change your own name and address. They stay on this machine."""
    now = settings.current()
    given = (name, address, email, phone, country, region, zone)
    kept = load_profile(now.log)
    if any(part is not None for part in given):
        kept = change_profile(
            now.log,
            name=name,
            address=tuple(address or ()),
            email=email,
            phone=phone,
            country=country,
            region=region,
            zone=zone,
        )
        ask.forget_typed()
        show.talk("Saved.")
    elif now.can_ask and not kept.contact.name:
        kept = _ask()
    if as_json:
        show.as_json("profile", profile=kept)
        return
    _show(kept)


def _ask() -> Profile:
    kept = change_profile(
        settings.current().log,
        name=ask.ask("Your name, as you sign?", option="--name"),
        address=ask.lines("your address"),
        email=ask.maybe("Your e-mail address?"),
        phone=ask.maybe("Your telephone number?"),
        country=ask.maybe("Your country? Such as: US, GB, Nigeria", check=read_country),
    )
    ask.forget_typed()
    return kept


def _show(kept: Profile) -> None:
    contact = kept.contact
    rows = [
        ("Name", contact.name),
        ("Address", ", ".join(contact.address)),
        ("E-mail", contact.email),
        ("Telephone", contact.phone),
        ("Country", kept.country),
        ("Region", kept.region),
        ("Time zone", kept.zone),
    ]
    show.table(("", "Yours"), [(name, text or "not given") for name, text in rows])
    if not contact.name:
        show.next_line(
            "`complaintkit profile --name 'Odessa Freeman' --address '310 Larkspur Lane'`"
        )
