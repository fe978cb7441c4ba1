"""Who is the person who writes?"""

import json
from dataclasses import dataclass

from complaintkit.model.people import Contact
from complaintkit.rules.regions import region_of
from complaintkit.store import shelf
from complaintkit.store.journal import Log

KEY = "profile"
NOBODY = Contact()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The person's own name and address, country (ISO 3166-1) and time zone (IANA)."""

    contact: Contact = NOBODY
    country: str = ""
    region: str = ""
    zone: str = ""

    def region_in(self, country: str) -> str:
        """Return the region, where the person lives in that country; else ""."""
        return self.region if country == self.country else ""


def load_profile(log: Log) -> Profile:
    """Return the profile, empty where none was kept."""
    kept = shelf.setting(log, KEY)
    if not kept:
        return Profile()
    plain = json.loads(kept)
    return Profile(
        contact=Contact(
            name=plain.get("name", ""),
            address=tuple(plain.get("address", ())),
            email=plain.get("email", ""),
            phone=plain.get("phone", ""),
        ),
        country=plain.get("country", ""),
        region=region_of(plain.get("region", ""), plain.get("country", "")),
        zone=plain.get("zone", ""),
    )


def change_profile(
    log: Log,
    *,
    name: str | None = None,
    address: tuple[str, ...] = (),
    email: str | None = None,
    phone: str | None = None,
    country: str | None = None,
    region: str | None = None,
    zone: str | None = None,
) -> Profile:
    """Keep what is given and leave the rest as it was.

    Raises WrongUsage for blank text, DateUnclear for an unknown time zone.
    """
    from complaintkit.rules.local_time import time_zone
    from complaintkit.rules.words import clean
    from complaintkit.tasks.countries import read_country
    from complaintkit.tasks.regions import region_said

    if zone:
        time_zone(zone)
    known = load_profile(log)
    contact = Contact(
        name=known.contact.name if name is None else clean(name, "name"),
        address=tuple(clean(line, "address") for line in address) or known.contact.address,
        email=known.contact.email if email is None else clean(email, "e-mail address"),
        phone=known.contact.phone if phone is None else clean(phone, "telephone number"),
    )
    lives_in = read_country(country) if country else known.country
    profile = Profile(
        contact=contact,
        country=lives_in,
        region=region_said(region, country, lives_in) or known.region_in(lives_in),
        zone=zone or known.zone,
    )
    shelf.set_setting(log, KEY, _as_json(profile))
    return profile


def _as_json(profile: Profile) -> str:
    return json.dumps(
        {
            "name": profile.contact.name,
            "address": list(profile.contact.address),
            "email": profile.contact.email,
            "phone": profile.contact.phone,
            "country": profile.country,
            "region": profile.region,
            "zone": profile.zone,
        },
        ensure_ascii=False,
    )
