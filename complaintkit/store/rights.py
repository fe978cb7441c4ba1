"""Where do the rights that a letter may name come from?

From JSON compiled out of `data/rights` (`.ci/compile_data.py`). Shipped data are checked by
tests, not here.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from complaintkit.model.right import Right
from complaintkit.store.compiled import COMPILED, read_compiled

RIGHTS = COMPILED / "rights.json"


@cache
def load_rights(source: Path = RIGHTS) -> tuple[Right, ...]:
    """Return the rights that letters may name; `StoreProblem` when their file is damaged."""
    return read_compiled(
        source, lambda rows: tuple(map(_right, rows)), called="The file of rights “{name}”"
    )


def _right(row: Mapping[str, Any]) -> Right:
    needs, answer = row.get("needs", {}), row.get("answer", {})
    over, up_to = needs.get("price_over"), needs.get("price_up_to")
    in_months = answer.get("unit") == "months"
    return Right(
        id=row["id"],
        use=row["use"],
        countries=tuple(row["countries"]),
        regions=tuple(row["regions"]),
        law=row["law"],
        law_in=row.get("law_in", {}),
        title=row.get("title", {}),
        clause=row["clause"],
        form=row.get("form_filled", {}),
        form_optional=tuple(row.get("form_optional", ())),
        answer_days=0 if in_months else int(answer.get("length", 0)),
        answer_months=int(answer["length"]) if in_months else 0,
        payment=tuple(needs.get("payment", ())),
        price_over=Decimal(over) if over else None,
        price_up_to=Decimal(up_to) if up_to else None,
        currency=needs.get("currency", ""),
        bought=tuple(needs.get("bought", ())),
        sectors=tuple(row.get("sectors", ())),
        not_sectors=tuple(needs.get("not_sectors", ())),
        within_days=int(needs.get("within_days", 0)),
        since=needs.get("of", ""),
        ask=needs.get("ask", ""),
        recipient=needs.get("recipient", ""),
        rank=int(row.get("rank", 0)),
        note=row.get("note", ""),
        source=row["source"],
        url=row.get("url", ""),
        checked=date.fromisoformat(row["checked"]),
    )
