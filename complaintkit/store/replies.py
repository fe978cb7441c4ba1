"""Where do the kinds of answers and the words to sort contacts by come from?

From JSON compiled out of `data/replies.yaml` and `data/taxonomy.yaml` (`.ci/compile_data.py`).
Shipped data are checked by tests, not here.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from complaintkit.model.reply import ReplyKind
from complaintkit.model.taxonomy import Tag, TagSet
from complaintkit.store.compiled import COMPILED, read_compiled

REPLIES, TAXONOMY = COMPILED / "replies.json", COMPILED / "taxonomy.json"
_LISTS = ("do", "do_not", "words", "hints")


@cache
def load_replies(source: Path = REPLIES, sets: Path = TAXONOMY) -> tuple[ReplyKind, ...]:
    """Return the kinds of answers; `StoreProblem` when their file is missing or damaged."""

    def kinds(plain: Mapping[str, Any]) -> tuple[ReplyKind, ...]:
        conduct = next(one for one in load_taxonomy(sets) if one.name == "conduct")
        shows = {tag.slug: tag.words for tag in conduct.tags}
        return tuple(_kind(row, shows) for row in plain["replies"])

    return read_compiled(source, kinds)


@cache
def load_taxonomy(source: Path = TAXONOMY) -> tuple[TagSet, ...]:
    """Return the sets of tags; `StoreProblem` when their file is missing or damaged."""
    return read_compiled(source, lambda plain: tuple(map(_set, plain["sets"])))


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
