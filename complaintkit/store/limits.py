"""Where do the time limits of law and of schemes come from?

From JSON compiled out of `data/limits` (`.ci/compile_data.py`). Shipped data are checked by
tests, not here.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from complaintkit.model.limit import Limit
from complaintkit.store.compiled import COMPILED, read_compiled

LIMITS = COMPILED / "limits.json"


@cache
def limits_in(country: str) -> tuple[Limit, ...]:
    """Return the time limits of a country and those of everywhere; `StoreProblem` as below."""
    return load_limits(country=country.upper())


@cache
def load_limits(source: Path = LIMITS, *, country: str | None = None) -> tuple[Limit, ...]:
    """Return all time limits, or those of a country; `StoreProblem` when the file is damaged."""

    def here(rows: list[dict[str, Any]]) -> tuple[Limit, ...]:
        return tuple(
            _limit(row)
            for row in rows
            if country is None or not row["countries"] or country in row["countries"]
        )

    return read_compiled(source, here, called="The file of time limits “{name}”")


def _limit(row: Mapping[str, Any]) -> Limit:
    needs, pauses = row.get("needs", {}), row.get("pauses", {})
    over, up_to = needs.get("price_over"), needs.get("price_up_to")
    return Limit(
        id=row["id"],
        whose=row["whose"],
        title=row["title"],
        act=row["act"],
        countries=tuple(row["countries"]),
        regions=tuple(row.get("regions", ())),
        sectors=tuple(row.get("sectors", ())),
        not_sectors=tuple(row.get("not_sectors", ())),
        payment=tuple(needs.get("payment", ())),
        bought=tuple(needs.get("bought", ())),
        price_over=Decimal(over) if over else None,
        price_up_to=Decimal(up_to) if up_to else None,
        currency=needs.get("currency", ""),
        condition=needs.get("condition", ""),
        since=tuple(row["since"]),
        of=row.get("of", "first"),
        length=int(row.get("length", 0)),
        unit=row.get("unit", "days"),
        must_be=row["must_be"],
        pauses=(pauses["from"], pauses["until"]) if pauses else None,
        least_left=int(pauses.get("least_left", 0)),
        met_by=tuple(row.get("met_by", ())),
        status=row["status"],
        ask=row.get("ask", ""),
        letter=row.get("letter", ""),
        caution=row.get("caution", ""),
        law=row["law"],
        source=row["source"],
        url=row.get("url", ""),
        checked=date.fromisoformat(row["checked"]),
    )
