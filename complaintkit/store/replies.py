"""Where do the kinds of answers and the words to sort contacts by come from?

From JSON compiled out of `data/replies.yaml` and `data/taxonomy.yaml` (`.ci/compile_data.py`).
Shipped data are checked by tests, not here.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from complaintkit.errors import StoreProblem
from complaintkit.model.reply import ReplyKind
from complaintkit.model.taxonomy import Tag, TagSet

COMPILED = Path(__file__).parent.parent / "data" / "compiled"
REPLIES, TAXONOMY = COMPILED / "replies.json", COMPILED / "taxonomy.json"
_LISTS = ("do", "do_not", "words", "hints")


@cache
def load_replies(source: Path = REPLIES, sets: Path = TAXONOMY) -> tuple[ReplyKind, ...]:
    """Return the kinds of answers; `StoreProblem` when their file is missing or damaged."""
    try:
        conduct = next(one for one in load_taxonomy(sets) if one.name == "conduct")
        shows = {tag.slug: tag.words for tag in conduct.tags}
        rows = json.loads(source.read_text(encoding="utf-8"))["replies"]
        return tuple(_kind(row, shows) for row in rows)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration) as cause:
        raise _damaged(source) from cause


@cache
def load_taxonomy(source: Path = TAXONOMY) -> tuple[TagSet, ...]:
    """Return the sets of tags; `StoreProblem` when their file is missing or damaged."""
    try:
        rows = json.loads(source.read_text(encoding="utf-8"))["sets"]
        return tuple(_set(row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise _damaged(source) from cause


def _kind(row: Mapping[str, Any], shows: Mapping[str, str]) -> ReplyKind:
    plain = {
        "counts_after_if": False,
        "offer": "",
        **row,
        **{key: tuple(row.get(key, ())) for key in _LISTS},
        "checked": date.fromisoformat(row["checked"]),
    }
    return ReplyKind(**plain, shows=shows[row["conduct"]] if row["conduct"] else "")


def _set(row: Mapping[str, Any]) -> TagSet:
    return TagSet(
        name=row["name"],
        title=row["title"],
        source=row["source"],
        checked=date.fromisoformat(row["checked"]),
        tags=tuple(
            Tag(
                slug=tag["slug"],
                words=tag["words"],
                also=tuple(tag.get("also", ())),
                move=tag.get("move", ""),
            )
            for tag in row["tags"]
        ),
    )


def _damaged(source: Path) -> StoreProblem:
    return StoreProblem(
        f"The file “{source.name}” is missing or damaged.",
        fix="Install complaintkit again. Your own records are not touched by that.",
    )
