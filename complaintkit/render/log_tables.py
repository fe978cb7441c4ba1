"""How does the log look as JSON, which loses nothing, and as a table for a spreadsheet?"""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from complaintkit.model.moment import Precision
from complaintkit.model.record import SharedFile
from complaintkit.model.timeline import TimelineLine
from complaintkit.rules.verify import Sealed
from complaintkit.rules.visible import starts_formula, visible

SCHEMA = "complaintkit/log/1"
CSV_HEAD = (
    "Entry",
    "Date",
    "Time",
    "Zone",
    "How sure",
    "Way",
    "Who",
    "What",
    "Reference",
    "Exhibits",
    "Corrected by",
    "Written down days later",
)
BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for an older code page; LibreOffice reads both."""

_TO_ESCAPE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_WAYS = {"out": "from me", "in": "from them"}


def log_json(
    entries: Sequence[Sealed],
    *,
    case_name: str,
    exported_at: datetime,
    tool: str,
    masked: Mapping[str, Mapping[str, str]] | None = None,
    files: Sequence[SharedFile] | None = None,
) -> str:
    """Return the log as JSON: what `verify` needs to check the chain, and every open value.

    Erased fields are named; withheld ones are only counted. `masked` has by entry and path the
    text that stands in the place of a withheld value, and no hash covers it; `files` say what
    became of each kept file in a pack. Characters that act on a terminal or hide are written as
    \\u escapes, so nothing is lost and nothing acts.
    """
    record = {
        "schema": SCHEMA,
        "case": case_name,
        "case_id": entries[0].case_id if entries else "",
        "exported_at": exported_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "tool": tool,
        "count": len(entries),
        "head": entries[-1].hash if entries else "",
        "entries": [_entry(entry, (masked or {}).get(entry.id, {})) for entry in entries],
    }
    if files is not None:
        record["files"] = [_file(file) for file in files]
    written = json.dumps(record, ensure_ascii=False, indent=1)
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def log_csv(lines: Sequence[TimelineLine]) -> str:
    """Return one row for each line of the timeline, private lines left out.

    Every cell is quoted. A cell that a spreadsheet could take for a formula begins with
    an apostrophe, and control characters are shown as signs; the JSON has the exact text.
    """
    table = io.StringIO(newline="")
    table.write(BYTE_ORDER_MARK)
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for line in lines:
        if not line.private:
            writer.writerow(map(inert, _row(line)))
    return table.getvalue()


def inert(cell: str) -> str:
    """Return a cell's text so that no spreadsheet runs it. NUL goes, the rest stays readable."""
    shown = visible(cell.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{shown}" if starts_formula(cell) else shown


def _file(file: SharedFile) -> dict[str, str]:
    told = {
        "recorded": file.recorded,
        "path": f"data/{file.path}" if file.path else "",
        "sha256": file.sha256,
        "changed": file.changed,
        "left_out": file.left_out,
    }
    return {key: text for key, text in told.items() if text}


def _entry(entry: Sealed, masked: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": entry.id,
        "seq": entry.seq,
        "kind": entry.kind,
        "recorded_at": entry.recorded_at,
        "prev": entry.prev,
        "hash": entry.hash,
        "body": entry.body,
        "values": {
            path: {"value": kept[0], "salt": kept[1].hex()}
            for path, kept in sorted(entry.values.items())
            if kept
        },
        "erased": sorted(path for path, kept in entry.values.items() if kept is None),
        "withheld": entry.withheld,
        **({"masked": dict(sorted(masked.items()))} if masked else {}),
    }


def _row(line: TimelineLine) -> tuple[str, ...]:
    moment = line.moment
    shape = "%Y-%m" if moment.precision is Precision.MONTH else "%Y-%m-%d"
    return (
        f"#{line.seq}",
        moment.wall.strftime(shape),
        moment.wall.strftime("%H:%M") if moment.has_time else "",
        moment.zone,
        str(moment.precision),
        _WAYS.get(line.way, ""),
        line.who,
        "\n".join(line.what),
        line.reference,
        ", ".join(map(str, line.exhibits)),
        ", ".join(f"#{number}" for number in line.corrected_by),
        str(line.days_later) if line.days_later else "",
    )
