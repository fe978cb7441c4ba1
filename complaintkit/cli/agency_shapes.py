"""Which keys does a program read of bodies outside the company? Kept stable: docs/json.md."""

from collections.abc import Iterable

from complaintkit.rules.routing import FACTS
from complaintkit.rules.trust import Standing
from complaintkit.tasks.agencies import Body, Turn, Turns

Shape = dict[str, object]


def turns_shape(found: Turns) -> Shape:
    """Return the bodies that may be asked, and what would change the list."""
    place = found.place
    return {
        "case": found.case,
        "country": place.country,
        "region": place.region,
        "sector": place.sector,
        "facts": _facts(place.facts.items()),
        "asks": [{"fact": fact, "answers": FACTS[fact]} for fact in found.asks],
        "has_pack": found.has_pack,
        "agencies": [_turn(turn) for turn in found.turns],
    }


def _turn(turn: Turn) -> Shape:
    agency, way = turn.route.agency, turn.way
    return {
        "id": agency.id,
        "name": agency.name,
        "role": agency.role,
        "why": turn.route.takes.why,
        "depends_on": _facts(turn.route.depends_on),
        "only_in": turn.route.only_in,
        "line": agency.line,
        "sentence": way.sentence if way else "",
        "open_from": way.open_from if way else None,
        "refer_by": way.refer_by if way else None,
        "is_open": way.is_open if way else None,
        "page": agency.page,
        "form": agency.form,
        "phone": agency.phone or agency.short_code,
        "trust": {"phone": turn.phone.trust, "first": turn.first.trust},
    }


def body_shape(found: Body) -> Shape:
    """Return one body with the source and the date of each fact."""
    from dataclasses import asdict

    agency = found.agency
    told = asdict(agency)
    return {
        **told,
        "takes": [asdict(one) | {"when": _facts(one.when.items())} for one in agency.takes],
        "trust": [_standing(fact, one) for fact, one in found.trust.items() if told.get(fact)],
        "own_check": found.own_check,
    }


def _facts(known: Iterable[tuple[str, str]]) -> list[Shape]:
    return [{"fact": fact, "answer": answer} for fact, answer in known]


def _standing(fact: str, one: Standing) -> Shape:
    return {
        "fact": fact,
        "trust": one.trust,
        "source": one.source.url if one.source else "",
        "seen_on": one.seen_on,
    }
