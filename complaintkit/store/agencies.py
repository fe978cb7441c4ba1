"""Where do the bodies outside the company come from?

From JSON compiled out of `data/agencies` (`.ci/compile_data.py`), one file a country, so that
only the country asked for is read. Shipped data are checked by tests, not here; a pack that the
person added is checked when it is read (`intake/agency_file.py`).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from complaintkit.model.agency import Agency, First, FormLimits, LastDay, Source, Takes, Wait
from complaintkit.store.compiled import COMPILED, read_compiled

Row = Mapping[str, Any]
T = TypeVar("T")


@cache
def agencies_in(
    country: str, region: str | None = None, folder: Path = COMPILED
) -> tuple[Agency, ...]:
    """Return the bodies of a country, closed ones too; none where there is no pack for it.

    With a `region` those of other regions are left out; with "" those of a single region. Raises
    StoreProblem where the pack is damaged.
    """
    return _from_pack(
        country,
        lambda rows: tuple(
            agency(row) for row in rows if region is None or _is_for(region, row.get("regions", ()))
        ),
        folder,
    )


def _is_for(region: str, regions: Sequence[str]) -> bool:
    return not regions or region in regions or (not region and len(regions) > 1)


@cache
def regions_in(country: str, folder: Path = COMPILED) -> frozenset[str]:
    """Return the regions (ISO 3166-2) that have bodies of their own. Raises as `agencies_in`."""
    return frozenset(_from_pack(country, _regions, folder))


def _regions(rows: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(region for row in rows for region in row.get("regions", ()))


def _from_pack(
    country: str, take: Callable[[list[dict[str, Any]]], tuple[T, ...]], folder: Path
) -> tuple[T, ...]:
    source = folder / f"agencies-{country.lower()}.json"
    if not (country.isascii() and country.isalpha() and source.is_file()):
        return ()
    return read_compiled(source, take, called="The file of bodies “{name}”")


def countries_with_packs(folder: Path = COMPILED) -> tuple[str, ...]:
    """Return the codes of the countries (ISO 3166-1) for which there is a pack."""
    names = (file.stem.removeprefix("agencies-") for file in folder.glob("agencies-??.json"))
    return tuple(sorted(name.upper() for name in names if name != "eu"))


def agency(row: Row, *, own_pack: str = "") -> Agency:
    """Return a body from the plain keys of a pack, in which days are ISO texts."""
    texts: dict[str, Any] = {key: row.get(key, "") for key in _TEXTS}
    lists: dict[str, Any] = {key: tuple(row.get(key, ())) for key in _LISTS}
    return Agency(
        id=row["id"],
        name=row["name"],
        called=row.get("called") or f"the {row['name']}",
        role=row["role"],
        line=row["line"],
        countries=tuple(row["countries"]),
        takes=tuple(map(_takes, row.get("takes", ()))),
        first=_first(row["first"]) if row.get("first") else None,
        last_day=_last_day(row["last_day"]) if row.get("last_day") else None,
        limits=limits_of(row.get("limits", {})),
        status=row.get("status", "open"),
        since=_day(row.get("since")),
        sources=tuple(map(source_of, row.get("sources", ()))),
        own_pack=own_pack,
        **texts,
        **lists,
    )


_TEXTS = (
    *("name_local", "excludes", "member", "fee", "page", "form", "phone", "short_code"),
    *("phone_said", "phone_note", "email", "hours", "answers", "public", "replaced_by"),
)
_LISTS = ("regions", "aliases", "former_names", "post", "languages", "wants")


def _takes(row: Row) -> Takes:
    return Takes(
        why=row["why"],
        sectors=tuple(row.get("sectors", ())),
        not_sectors=tuple(row.get("not_sectors", ())),
        when=row.get("when", {}),
    )


def _first(row: Row) -> First:
    return First(
        after=row["after"],
        waits=tuple(map(_wait, row.get("wait", ()))),
        opened_by=tuple(row.get("or", ())),
        needs=tuple(row.get("needs", ())),
    )


def _wait(row: Row) -> Wait:
    return Wait(
        length=int(row["length"]),
        unit=row["unit"],
        since=_day(row.get("from")),
        until=_day(row.get("until")),
    )


def _last_day(row: Row) -> LastDay:
    return LastDay(length=int(row["length"]), unit=row["unit"], after=row["after"])


def limits_of(row: Row) -> FormLimits:
    """Return how much a form takes, from the plain keys of a pack."""
    return FormLimits(
        characters=int(row.get("characters", 0)),
        files=int(row.get("files", 0)),
        megabytes=int(row.get("megabytes", 0)),
        formats=tuple(row.get("formats", ())),
    )


def source_of(row: Row) -> Source:
    """Return where facts were read, from the plain keys of a pack."""
    return Source(
        url=row["url"],
        by=row["by"],
        facts=tuple(row["for"]),
        checked=date.fromisoformat(row["checked"]),
        dated=_day(row.get("dated")),
        live=_day(row.get("live")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
