"""Which fonts print a text, and which of its characters can none of them print?

Typst comes with fonts for Latin, Greek, Cyrillic and Hebrew; other scripts need a font of the
computer's. Where a glyph is lacking nothing is written: a box in a letter is a lost word.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from complaintkit.errors import CannotWrite
from complaintkit.render.environment import templates_folder

if TYPE_CHECKING:
    import typst

# What the fonts that come with typst print in both weights; a test tries every one of them.
COVERED = re.compile(
    "[\n\x20-\x7e\xa0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u04ff"
    "\u0510-\u0513\u0531-\u0556\u0559-\u058a\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4"
    "\u10d0-\u10ff\u1d00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57"
    "\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef"
    "\u1ff2-\u1ff4\u1ff6-\u1ffe\u2000-\u2037\u2039-\u2040\u2044-\u204b\u205f-\u2064\u2066-\u2071"
    "\u2074-\u208e\u2090-\u209c\u20a0-\u20c0\u2100-\u2103\u2116\u2117\u2120\u2122\u2126"
    "\u212a\u212b\u2153-\u2184\u2190-\u2220\u2234-\u223d\u2241-\u226b\u2460-\u262f"
    "\u2713\u2714\u2717\u2718\ufb00-\ufb06\ufffd]*"
)
# Fonts that are looked at first, where the computer has them: made for reading, and common.
FIRST = (
    "Noto Serif",
    "Times New Roman",
    "Noto Naskh Arabic",
    "Noto Serif CJK SC",
    "DejaVu Serif",
    "DejaVu Sans",
    "Noto Sans",
    "Arial",
)
# Fonts that have a box for every character.
BOXES = re.compile(r"(?i)\.|last ?resort|adobe blank|adobe notdef|unicode bmp fallback")

# Scripts whose name in Unicode tells a reader little; every other goes by its own name.
NAMES = {
    "CJK": "Chinese characters",
    "HIRAGANA": "Japanese (Hiragana)",
    "KATAKANA": "Japanese (Katakana)",
    "HANGUL": "Korean (Hangul)",
    "DEVANAGARI": "Hindi (Devanagari)",
    "GURMUKHI": "Punjabi (Gurmukhi)",
    "MYANMAR": "Burmese (Myanmar)",
    "ETHIOPIC": "Amharic (Ethiopic)",
    "SINHALA": "Sinhalese",
}
MANY = 3  # scripts that are named


def fonts_for(text: str) -> tuple[bool, list[str]]:
    """Return whether the computer's fonts are needed, and their families in order.

    Raises CannotWrite, naming the scripts, where no font prints a character of the text.
    """
    if COVERED.fullmatch(text):
        return False, []
    other = sorted(set(COVERED.sub("", text)))
    families = list(_families())
    lacking = [_named(sign) for sign in _lacking(other, families)]
    if lacking:
        more = " and others" if len(lacking) > MANY else ""
        raise CannotWrite(
            "A PDF cannot be made: no font on this computer prints "
            f"{', '.join(lacking[:MANY])}{more}.",
            fix="Use `--format html` or `--format docx`, or install a font that has them.",
        )
    return True, families


def with_names(text: str) -> str:
    """Return the text with every sign that no font prints (😀) as its name: ‹grinning face›."""
    others = sorted(set(COVERED.sub("", text)))
    signs = [sign for sign in others if unicodedata.category(sign)[0] == "S"]
    lacking = [sign for sign in signs if not _are_printed([sign], _families())]
    return text.translate({ord(sign): _spelled(sign) for sign in lacking})


def _spelled(sign: str) -> str:
    """Return the name of a sign; one that only tints the sign before it has none."""
    is_tint = unicodedata.category(sign) == "Sk"
    return "" if is_tint else f"‹{unicodedata.name(sign, 'sign').lower()}›"


def bundled() -> "typst.Fonts":
    """Return the fonts that come with typst."""
    return _fonts(system=False)


def all_fonts() -> "typst.Fonts":
    """Return those and the fonts of the computer."""
    return _fonts(system=True)


@cache
def _fonts(*, system: bool) -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=system)


@cache
def _families() -> tuple[str, ...]:
    """Return the families of the computer's fonts: some first, those of fixed width last."""
    found = {font.family for font in all_fonts().fonts() if font.path}
    usable = sorted(name for name in found if not BOXES.match(name))
    first = [name for name in FIRST if name in found]
    rest = [name for name in usable if name not in first]
    return (*first, *sorted(rest, key=lambda name: "Mono" in name))


def _lacking(signs: Sequence[str], families: Sequence[str]) -> Iterator[str]:
    """Yield one character of each script that has one without a glyph."""
    scripts: dict[str, list[str]] = {}
    for sign in signs:
        scripts.setdefault(_script(sign), []).append(sign)
    for group in scripts.values():
        if not _are_printed(group, families):
            yield _first_lacking(group, families)


def _first_lacking(signs: Sequence[str], families: Sequence[str]) -> str:
    while len(signs) > 1:
        half = signs[: len(signs) // 2]
        signs = signs[len(half) :] if _are_printed(half, families) else half
    return signs[0]


def _are_printed(signs: Sequence[str], families: Sequence[str]) -> bool:
    """Whether every character has a glyph: PDF/A, unlike PDF, takes no text without one."""
    import typst

    if any(unicodedata.category(sign) in {"Co", "Cn"} for sign in signs):
        return False  # of private use or none: a font may show anything there
    folder = templates_folder() / "typst"
    try:
        typst.compile(
            str(folder / "glyphs.typ"),
            root=str(folder),
            font_paths=all_fonts(),
            sys_inputs={"values": json.dumps({"signs": signs, "fonts": families})},
            pdf_standards=["a-2b"],
        )
    except typst.TypstError:
        return False
    return True


def _script(sign: str) -> str:
    """Return the first word of a character's name, or the sign itself where it is no letter."""
    name = unicodedata.name(sign, "")
    return name.partition(" ")[0] if unicodedata.category(sign)[0] in "LMN" and name else sign


def _named(sign: str) -> str:
    """Return how to call a character: by its script, or a sign by itself."""
    script = _script(sign)
    if script != sign:
        return f"{NAMES.get(script, script.capitalize())} (“{sign}”)"
    name = unicodedata.name(sign, "").lower()
    return f"“{sign}” ({name})" if name else f"the character U+{ord(sign):04X}"
