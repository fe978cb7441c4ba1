"""Which words of a message are its sender's own, and which does it only quote or append?

Everything is still in the message itself, which is kept as it came.
"""

import re

_BELOW = re.compile(
    r"^[ \t]*(?:[-_]{2,}[ \t]*(?:original message|ursprüngliche nachricht|message d'origine|"
    r"mensaje original|forwarded message|weitergeleitete nachricht)\b.*"
    r"|_{20,}[ \t]*$"
    r"|(?:from|von|de)[ \t]*:[^\n]*\n(?:[^\n]*\n){0,2}?[ \t]*(?:sent|date|gesendet|datum|envoyé|"
    r"enviado(?: el)?|fecha)[ \t]*:)",
    re.IGNORECASE | re.MULTILINE,
)
_LEADS_IN = re.compile(
    r"^[ \t]*(?:(?:on|am|le|el)\b[^\n]*\n?[^\n]*(?:wrote|schrieb|a écrit|escribió)[^\n]{0,80}:"
    r"|[^\n]{0,120}\b(?:wrote|schrieb|a écrit|escribió)[ \t]*:)[ \t]*\n(?=\s*>|\s*$|\s*\n)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>.*\n?", re.MULTILINE)
_MANY_LINES = re.compile(r"\n{3,}")


def own_words(text: str) -> str:
    """Return a message without quoted earlier mail and what follows a signature mark.

    Quotations in lines that begin with `>` go wherever they stand, so an answer below or between
    them stays. Where nothing would be left, the whole text is returned.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = whole
    below = _BELOW.search(kept)
    if below and kept[: below.start()].strip():
        kept = kept[: below.start()]
    lead = _LEADS_IN.search(kept)
    if lead:
        after = kept[lead.end() :]
        rest = _QUOTED.sub("", after)
        is_quoted = bool(_QUOTED.search(after))
        kept = kept[: lead.start()] + (
            rest if is_quoted or not kept[: lead.start()].strip() else ""
        )
    kept = _QUOTED.sub("", kept)
    signed = _SIGNATURE.search(kept)
    if signed and kept[: signed.start()].strip():
        kept = kept[: signed.start()]
    kept = _MANY_LINES.sub("\n\n", kept).strip()
    return kept or whole.strip()
