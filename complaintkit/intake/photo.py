"""When was a photograph taken, as its camera tells?"""

import re
import warnings
from pathlib import Path

PHOTOS = ("image/jpeg", "image/png", "image/webp", "image/tiff", "image/heic")
_EXIF, _ORIGINAL, _OFFSET = 0x8769, 0x9003, 0x9011
_WRITTEN = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")
_ZONE = re.compile(r"[+-]\d\d:\d\d")


def taken_at(source: Path) -> str:
    """Return when a photograph was taken, ISO 8601, with the distance from UTC where it is told.

    "" where the file does not tell, or cannot be read. It is the claim of the camera's clock.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a very large picture: only its head is read
            with Image.open(source) as picture:
                told = picture.getexif().get_ifd(_EXIF)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, KeyError,
            Image.DecompressionBombError, OverflowError, AttributeError):  # fmt: skip
        return ""
    found = _WRITTEN.fullmatch(str(told.get(_ORIGINAL, "")).strip("\x00 "))
    if found is None or found[1] == "0000":
        return ""
    zone = str(told.get(_OFFSET, "")).strip("\x00 ")
    day, clock = "-".join(found.groups()[:3]), ":".join(found.groups()[3:])
    return f"{day}T{clock}{zone if _ZONE.fullmatch(zone) else ''}"
