"""What does a pack of bodies outside the company say, and is all of it in order?"""

from collections.abc import Iterator
from typing import Any

from complaintkit.errors import CaseFileFaulty
from complaintkit.intake.case_faults import Fault, Plain, check_keys, faulty
from complaintkit.intake.yaml_text import load_text

SOURCED = (
    *("page", "form", "phone", "short_code", "email", "post", "first", "last_day", "fee"),
    *("member", "limits", "public", "status", "name", "takes", "role"),
)
"""The keys with a fact that needs a source."""


def read_agency_file(source: bytes, *, name: str) -> list[Plain]:
    """Read and check a pack; return its bodies with their countries, every leaf a text.

    Raises CaseFileFaulty with every fault at once, each with its line.
    """
    from complaintkit.intake.agency_schema import PackKeys

    raw, lines = load_text(source, name)
    fix = "Correct the lines named above; docs/agencies.md says what each key means."
    if not isinstance(raw, dict):
        raise CaseFileFaulty(
            f"{name} is no pack of bodies: it does not begin with “country: …”.",
            fix="See docs/agencies.md for the keys.",
        )
    checked, faults = check_keys(raw, PackKeys)
    if checked is not None:
        faults = list(_cross_faults(checked))
    if faults or checked is None:
        raise faulty(faults, lines, name, so="none of it is used", fix=fix)
    return [_row(body, checked) for body in checked["bodies"]]


def _row(body: Plain, pack: Plain) -> Plain:
    return body if body.get("countries") else {**body, "countries": [pack["country"]]}


def _cross_faults(pack: Plain) -> Iterator[Fault]:
    """Yield what is wrong between keys: no country, an id twice, a fact without a source."""
    seen: set[str] = set()
    for place, body in enumerate(pack["bodies"]):
        path = ("bodies", place)
        if not body.get("countries") and not pack.get("country"):
            yield (*path, "countries"), "is missing, and the pack names no country"
        if body["id"] in seen:
            yield (*path, "id"), f"“{body['id']}” stands twice"
        seen.add(body["id"])
        yield from _unsourced(body, path)
        if body.get("status", "open") != "open" and not body.get("since"):
            yield (*path, "status"), "needs `since`, the day"


def _unsourced(body: dict[str, Any], path: tuple[str, int]) -> Iterator[Fault]:
    from complaintkit.intake.agency_schema import OFFICIAL

    said = {
        fact for source in body["sources"] if source["by"] in OFFICIAL for fact in source["for"]
    }
    for key in SOURCED:
        if body.get(key) and key not in said:
            yield (*path, key), "has no source of the body itself, its government or the law"
