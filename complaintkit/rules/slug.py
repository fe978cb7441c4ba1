"""What may a file or folder be called, so that every system takes the name?

Windows is the strictest: no reserved device names, no trailing dot or space, no
difference between capitals and small letters (facts/reliability.md, section 4.2).
"""

import re
from collections.abc import Iterable
from unicodedata import category, normalize

LONGEST = 80
_LONGEST_SUFFIX = 16
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)", re.ASCII)
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*%]')
_JOINERS = "\u200c\u200d"
_SPOKEN_CATEGORIES = ("L", "M", "N")


def slug(name: str) -> str:
    """Return a name of small letters, digits and hyphens, at most 80 bytes; never empty."""
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    spoken = "".join(one if category(one)[0] in _SPOKEN_CATEGORIES else "-" for one in folded)
    bare = cut(re.sub("-{2,}", "-", spoken).strip("-"), LONGEST - len("case-")).strip("-")
    if not bare or category(bare[0])[0] == "M" or is_reserved(bare):
        return f"case-{bare}".rstrip("-")
    return bare


def case_slug(name: str, case_id: str, others: Iterable[str]) -> str:
    """Return the slug of a case; where another case's name gives the same, the id is added."""
    own = slug(name)
    return f"{own}-{slug(case_id)[:6]}" if own in {slug(other) for other in others} else own


def safe_file_name(name: str) -> str:
    """Return the name as near as possible to what it was, valid everywhere; never empty.

    The part before the ending has at most 80 bytes. A safe name comes back unchanged.
    """
    shown = "".join("-" if _is_hidden(one) else one for one in normalize("NFC", name))
    whole = _NOT_IN_NAMES.sub("-", shown).rstrip(". ").lstrip(".- ~=+@")
    stem, suffix = _divided(whole)
    stem = cut(stem, LONGEST).rstrip(". ")
    if not stem or is_reserved(stem):
        stem = f"file-{stem}".rstrip("-")
    return cut(stem, LONGEST).rstrip(". ") + suffix


def unique_names(names: Iterable[str], *, taken: Iterable[str] = ()) -> list[str]:
    """Return safe names in the same order, no two alike even where capitals do not count."""
    used = {same_key(name) for name in taken}
    given = []
    for name in map(safe_file_name, names):
        free, count = name, 1
        while same_key(free) in used:
            count += 1
            stem, suffix = _divided(name)
            ending = f"-{count}"
            free = cut(stem, LONGEST - len(ending)).rstrip(". ") + ending + suffix
        used.add(same_key(free))
        given.append(free)
    return given


def same_key(name: str) -> str:
    """Return what two names share where a file system would take one for the other."""
    return normalize("NFC", normalize("NFKC", name).casefold())


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this name for a device, whatever its ending (`CON.txt`, `COM¹`)."""
    before_dot = normalize("NFKC", name).partition(".")[0].strip().casefold()
    return _RESERVED.fullmatch(before_dot) is not None


def cut(text: str, most: int) -> str:
    """Return the beginning of a text that has at most so many bytes in UTF-8."""
    return text.encode()[:most].decode("utf-8", "ignore")


def _divided(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if not stem or not ending or len(ending.encode()) >= _LONGEST_SUFFIX or " " in ending:
        return name, ""
    return stem, dot + ending


def _is_hidden(one: str) -> bool:
    return category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp") and one not in _JOINERS
