"""Which of the person's own words speak to the company, where somebody else will read them?"""

import re

from complaintkit.model.case import Case

_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"")
# “Sie” at the start of a sentence may be “she” or “they”; within one it is the reader.
_SPEAKS_TO = re.compile(
    r"\b(?i:you|your|yours|usted|ustedes|vous|votre|vos)\b"
    r"|(?<=[\w,;] )(?:Sie|Ihnen|Ihre?|Ihre[mnrs])\b"
)


def spoken_to(text: str) -> str:
    """Return the first word of a text by which it speaks to its reader, or "" where none does.

    What it quotes is left out: there somebody else speaks.
    """
    found = _SPEAKS_TO.search(_QUOTED.sub("“”", text))
    return found.group() if found else ""


def speaking_note(case: Case) -> str:
    """Say which of the words kept for the company would speak to the body; "" where none do."""
    kept = {
        "problem": case.problem,
        "want": case.resolution.want,
        "fallback": case.resolution.fallback,
    }
    for option, text in kept.items():
        if word := spoken_to(text):
            return (
                f"Your own words say “{word}” to the company, but here somebody else reads them. "
                f"Say it about the company instead: `complaintkit company --{option} '…'`."
            )
    return ""
