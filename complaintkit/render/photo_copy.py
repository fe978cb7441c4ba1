"""How does a picture leave without the place where it was taken?

The camera's data (EXIF, XMP, IPTC, comments) are cut out of the file; what the picture shows stays
bit for bit, because nothing is compressed anew. The way it is turned is written back: without it
a picture taken upright would lie on its side.
"""

import struct
import zlib
from collections.abc import Iterator

JPEG, PNG, WEBP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
_BEGINS = 0xFF  # each part of a JPEG
_EXIF, _PROFILE, _COMMENT, _SCAN = 0xE1, 0xE2, 0xFE, 0xDA
_OF_PROGRAMS = range(0xE0, 0xF0)
_KEPT_JPEG = frozenset((0xE0, _PROFILE, 0xEE))  # JFIF, colour profile, Adobe's colour transform
_ORIENTATION, _WAYS = 0x0112, 8
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_DROPPED_PNG = frozenset((b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"))
_DROPPED_WEBP = frozenset((b"EXIF", b"XMP "))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_UPRIGHT = 1


def without_camera_data(content: bytes) -> bytes | None:
    """Return the picture without its camera's data; None where its kind is not known or damaged.

    JPEG, PNG and WebP. A picture that has no such data comes back as it is.
    """
    try:
        if content.startswith(JPEG):
            return _jpeg(content)
        if content.startswith(PNG):
            return _png(content)
        if content.startswith(WEBP) and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError, ValueError):
        return None
    return None


def _jpeg(content: bytes) -> bytes:
    kept = [content[:2]]
    turned = _UPRIGHT
    dropped = False
    for marker, start, end in _segments(content):
        if marker == _SCAN:
            kept.append(_image_data(content[start:]))
            dropped = dropped or len(kept[-1]) != len(content) - start
            break
        is_data = marker in _OF_PROGRAMS or marker == _COMMENT
        is_kept = not is_data or marker in _KEPT_JPEG
        if marker == _PROFILE and not content[start + 4 :].startswith(b"ICC_PROFILE\0"):
            is_kept = False
        if is_kept:
            kept.append(content[start:end])
            continue
        dropped = True
        if marker == _EXIF:
            turned = _orientation(content[start + 4 : end]) or turned
    if not dropped:
        return content
    if turned != _UPRIGHT:
        kept.insert(1, _only_orientation(turned))
    return b"".join(kept)


def _segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield marker, start and end of each part of a JPEG up to the picture itself."""
    at = 2
    while True:
        if content[at] != _BEGINS:
            raise ValueError(at)
        while content[at + 1] == _BEGINS:
            at += 1
        marker = content[at + 1]
        if marker in _ALONE:
            yield marker, at, at + 2
            at += 2
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        yield marker, at, at + 2 + length
        if marker == _SCAN:
            return
        at += 2 + length


def _image_data(data: bytes) -> bytes:
    """Return the picture up to its end: behind it some telephones put a second one, with data."""
    end = data.rfind(b"\xff\xd9")
    first = data.find(b"\xff\xd9\xff\xd8")
    if first >= 0:
        end = first
    return data[: end + 2] if end >= 0 else data


def _orientation(app1: bytes) -> int:
    """Return how the camera was turned (1 to 8), 0 where the part does not say."""
    if not app1.startswith(b"Exif\0\0"):
        return 0
    tiff = app1[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    (first,) = struct.unpack(order + "I", tiff[4:8])
    (count,) = struct.unpack(order + "H", tiff[first : first + 2])
    for place in range(count):
        entry = tiff[first + 2 + 12 * place : first + 14 + 12 * place]
        tag, _, _, value = struct.unpack(order + "HHIH", entry[:10])
        if tag == _ORIENTATION:
            return int(value) if 1 <= value <= _WAYS else 0
    return 0


def _only_orientation(turned: int) -> bytes:
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turned, 0)
    tiff = b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(content: bytes) -> bytes:
    kept = [content[:8]]
    at = 8
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError(at)
        if kind == b"eXIf":
            turned = _orientation(b"Exif\0\0" + content[at + 8 : end - 4])
            if turned > _UPRIGHT:
                data = _only_orientation(turned)[10:]
                check = zlib.crc32(kind + data)
                kept.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check))
        elif kind not in _DROPPED_PNG:
            kept.append(content[at:end])
        at = end
        if kind == b"IEND":
            break
    return b"".join(kept)


def _webp(content: bytes) -> bytes:
    kept = []
    at = 12
    while at + 8 <= len(content):
        kind = content[at : at + 4]
        (length,) = struct.unpack("<I", content[at + 4 : at + 8])
        end = at + 8 + length + length % 2
        chunk = content[at:end]
        if kind == b"VP8X":
            flags = chunk[8] & ~(_HAS_EXIF | _HAS_XMP)
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if kind not in _DROPPED_WEBP:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
