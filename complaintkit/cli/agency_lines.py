"""How are bodies outside the company shown?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from complaintkit.cli.show import wrapped
from complaintkit.model.agency import Agency, First, Source
from complaintkit.rules.outside import told
from complaintkit.rules.sentences import plain_date
from complaintkit.rules.trust import Standing, Trust
from complaintkit.tasks.agencies import Body, Turn, Turns

Words = Mapping[str, Any]
_IN = "   "


def turns_lines(found: Turns, words: Words) -> Iterator[str]:
    """Yield the bodies that may be asked, the nearest first."""
    place = found.place
    head = [found.case, place.sector, place.country, place.region]
    yield ", ".join(filter(None, head))
    if not found.has_pack:
        yield ""
        yield wrapped(words["no-pack"].format(country=place.country or "?"))
        yield wrapped(words["no-pack-then"])
        return
    for number, turn in enumerate(found.turns, start=1):
        yield ""
        yield from _turn(number, turn, words)
    if not found.turns:
        yield ""
        yield wrapped(words["no-body"])
        yield wrapped(words["no-pack-then"])


def _turn(number: int, turn: Turn, words: Words) -> Iterator[str]:
    agency = turn.route.agency
    yield wrapped(f"{agency.name} ({agency.id})", first=f"{number}. ", rest=_IN)
    yield wrapped(turn.route.takes.why, first=_IN)
    yield wrapped(words["roles"][agency.role], first=_IN)
    for fact, answer in turn.route.depends_on:
        yield wrapped(only_if(fact, answer, words), first=_IN)
    if turn.route.only_in:
        yield wrapped(only_in(turn.route.only_in, words), first=_IN)
    said = turn.way.sentence if turn.way else agency.line
    if said:
        yield wrapped(said, first=_IN)
    if agency.first and agency.first.waits:
        yield wrapped(f"({trust_said(turn.first, words)})", first=_IN)
    if agency.member:
        yield wrapped(agency.member, first=_IN)
    if agency.page:
        yield f"{_IN}{agency.page}"
    if agency.phone or agency.short_code:
        number_said = agency.short_code or agency.phone_said or agency.phone
        yield wrapped(f"{number_said} ({trust_said(turn.phone, words)})", first=_IN)


def only_if(fact: str, answer: str, words: Words) -> str:
    """Return the sentence that says which answer a way needs."""
    asked = words["facts"][fact]
    return str(words["only-if"].format(asks=asked["asks"].rstrip("?"), answer=asked[answer]))


def only_in(regions: Sequence[str], words: Words) -> str:
    """Return the sentence that says where one has to live for a body of several regions."""
    *most, last = (words["regions"].get(region, region) for region in regions)
    return str(words["only-in"].format(places=f"{', '.join(most)} or {last}"))


def ask_lines(found: Turns, words: Words, command: str) -> Iterator[str]:
    """Yield what would change the list, with the option that says it."""
    if found.asks:
        yield wrapped(words["asks-first"])
        for fact in found.asks:
            asked = words["facts"][fact]
            answers = ", ".join(f"{key} ({asked[key]})" for key in asked if key != "asks")
            said = words["ask"].format(asks=asked["asks"], answers=f"--fact {fact}=… {answers}.")
            yield wrapped(said, first="  ", rest="    ")
    if found.regions:
        yield wrapped(words["no-region"].format(command=f"`{command}`"))


def body_lines(found: Body, words: Words) -> Iterator[str]:
    """Yield all that is known of one body, each fact with where it was read."""
    agency = found.agency
    yield f"{agency.name} ({agency.id})"
    if not agency.is_open:
        yield wrapped(_closed(agency, words))
    if names := ", ".join((agency.name_local, *agency.aliases, *agency.former_names)).strip(", "):
        yield names
    if agency.own_pack:
        yield wrapped(words["own-pack"].format(file=agency.own_pack))
    for key, lines in _facts(agency, words):
        yield ""
        yield words["labels"][key]
        yield from (wrapped(line, first="  ") for line in lines)
        if key in found.trust:
            yield wrapped(f"({trust_said(found.trust[key], words)})", first="  ", rest="   ")
    yield ""
    if agency.is_open and (agency.post or agency.email):
        yield wrapped(words["write-to"].format(id=agency.id))
        yield ""
    yield words["sources"]
    yield from (wrapped(_source(one), first="  ", rest="    ") for one in agency.sources)
    if found.own_check:
        yield wrapped(words["own-check"].format(on=plain_date(found.own_check)))


def _closed(agency: Agency, words: Words) -> str:
    since = plain_date(agency.since) if agency.since else "?"
    said = words[agency.status].format(since=since)
    instead = words["replaced"].format(by=agency.replaced_by) if agency.replaced_by else agency.line
    return f"{said} {instead}".strip()


def _facts(agency: Agency, words: Words) -> Iterator[tuple[str, list[str]]]:
    rows = {
        "role": [words["roles"][agency.role]],
        "takes": [_takes_said(one, words) for one in agency.takes],
        "excludes": [agency.excludes],
        "member": [agency.member],
        "first": _first_said(agency.first, words) if agency.first else [],
        "last_day": _last_day_said(agency, words),
        "answers": [agency.answers],
        "wants": [f"– {one}" for one in agency.wants],
        "fee": [agency.fee],
        "limits": _limits_said(agency, words),
        "public": [agency.public],
        "page": [agency.page],
        "form": [agency.form],
        "phone": [f"{agency.phone_said or agency.phone} {agency.phone_note}".strip()],
        "short_code": [agency.short_code],
        "email": [agency.email],
        "post": list(agency.post),
        "hours": [agency.hours],
        "languages": [", ".join(agency.languages)],
    }
    for key, lines in rows.items():
        if kept := [line for line in lines if line]:
            yield key, kept


def _takes_said(takes: Any, words: Words) -> str:  # noqa: ANN401 - one row of an agency
    said = [takes.why]
    said += [only_if(fact, answer, words) for fact, answer in takes.when.items()]
    return " ".join(said)


def _first_said(first: First, words: Words) -> list[str]:
    said = [words["first"][first.after]]
    for wait in first.waits:
        time = told(wait.length, wait.unit)
        if wait.since:
            said.append(words["first"]["wait-from"].format(time=time, on=plain_date(wait.since)))
        elif wait.until:
            said.append(words["first"]["wait-until"].format(time=time, on=plain_date(wait.until)))
        else:
            said.append(words["first"]["wait"].format(time=time))
    if first.opened_by:
        said.append(words["first"]["or-deadlock" if "deadlock" in first.opened_by else "or-final"])
    return [*said, *first.needs]


def _last_day_said(agency: Agency, words: Words) -> list[str]:
    limit = agency.last_day
    if limit is None:
        return []
    return [words["last-day"][limit.after].format(time=told(limit.length, limit.unit))]


def _limits_said(agency: Agency, words: Words) -> list[str]:
    limits = agency.limits
    rows = (
        ("characters", limits.characters),
        ("files", limits.files),
        ("megabytes", limits.megabytes),
    )
    said = [words["limits"][key].format(count=count) for key, count in rows if count]
    return [*said, ", ".join(limits.formats)]


def _source(source: Source) -> str:
    days = f"dated {source.dated}, " if source.dated else ""
    live = f"live {source.live}" if source.live else f"a copy, read {source.checked}"
    return f"{source.url} ({source.by}; {days}{live}: {', '.join(source.facts)})"


def trust_said(standing: Standing, words: Words) -> str:
    """Return how far a fact may be relied on, in words."""
    key, said = str(standing.trust), words["trust"]
    if standing.source is None and standing.trust is Trust.RED:
        return f"{key}: {said['unsourced']}"
    if standing.seen_on is None:
        return f"{key}: {said[f'{key}-undated']}"
    return f"{key}: {said[key].format(on=plain_date(standing.seen_on))}"
