"""Which time limits does complaintkit know?

Writes the table in docs/limits.md from complaintkit/data/limits/. `--check` writes nothing and
exits 1 if it is stale.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA, PAGE = ROOT / "complaintkit" / "data" / "limits", ROOT / "docs" / "limits.md"
BEGIN, END = "<!-- table: .ci/limits_table.py -->\n", "<!-- end of table -->\n"
PLACES = {
    "us": "United States",
    "gb": "United Kingdom",
    "eu": "European Union",
    "ie": "Ireland",
    "au": "Australia",
    "nz": "New Zealand",
    "ca": "Canada",
    "in": "India",
    "ng": "Nigeria",
    "za": "South Africa",
    "ke": "Kenya",
    "sg": "Singapore",
    "ph": "Philippines",
    "everywhere": "Everywhere",
}
COLUMNS = ("id", "what", "counts from", "length", "status", "source", "checked")
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|\n"


def page_with_table(page: str) -> str:
    """Return the page with the table between its two marks made anew."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}{''.join(tables())}{END}{after}"


def tables() -> Iterator[str]:
    """Yield a heading and a table for each file of limits."""
    for name, place in PLACES.items():
        rows = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))["limits"]
        yield f"\n### {place}\n\n{HEAD}"
        yield from map(line, rows)
    yield "\n"


def line(row: Mapping[str, Any]) -> str:
    """Return one limit as a line of the table."""
    who = "" if row["whose"] == "yours" else " (theirs)"
    since = ", ".join(row["since"]).replace("letter:", "letter ") or "–"
    is_computed = row["status"] == "computed"
    length = f"{row['length']} {row['unit']}" if is_computed else "–"
    status = "computed" if is_computed else f"ask {row['ask']}"
    cells = (
        f"`{row['id']}`",
        f"{row['title']}{who}",
        f"{since} ({row['of']})" if is_computed and len(row["since"]) > 1 else since,
        length,
        status,
        f"{row['law']}. Read: {row['source']}",
        str(row["checked"]),
    )
    return f"| {' | '.join(cells)} |\n"


def main(arguments: list[str]) -> int:
    """Write the table, or say that it is stale."""
    page = PAGE.read_text(encoding="utf-8")
    new = page_with_table(page)
    if page == new:
        return 0
    if "--check" in arguments:
        print("docs/limits.md is stale. Run .ci/limits_table.py.", file=sys.stderr)
        return 1
    PAGE.write_text(new, encoding="utf-8", newline="\n")
    print("wrote docs/limits.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
