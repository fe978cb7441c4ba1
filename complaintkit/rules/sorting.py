"""Is it a problem in which something must be done within the hour?"""

import re

SORTINGS = ("failed", "wrong-account", "tricked", "not-me", "danger", "none")
"""What went wrong, where that decides what comes first: a payment that failed, one that went
to the wrong account, one that the person was tricked into, one that was not theirs, danger to
health or safety, or none of these."""

FIRST_STEPS = {
    "failed": "failed-payment",
    "wrong-account": "wrong-account",
    "tricked": "fraud",
    "not-me": "fraud",
    "danger": "danger",
}
"""The step that branches off at once."""

MOVES_ON = {
    "failed-payment": ("bank-told",),
    "wrong-account": ("bank-told",),
    "fraud": ("bank-told", "reported"),
    "danger": ("authority-told",),
}
"""The kinds of event that must be logged before the ordinary steps begin, in their order."""

_SUSPICIOUS = re.compile(
    r"\b(scam\w*|fraud\w*|phish\w*|tricked|impostors?|hack(ed|ers?)|cloned|stolen|"
    r"unauthori[sz]ed|did(n.t| not) (make|authori[sz]e)|wrong account|"
    r"(payment|transfer|withdrawal) (failed|did not arrive|never arrived)|"
    r"debited but|cash machine|atm|"
    r"caught fire|smok(e|ed|ing)|burn(ed|t|ing)|electric(al)? shock|explod\w+|gas leak|"
    r"injur\w+|poison\w*|allerg\w+|unsafe|danger\w*)\b",
    re.IGNORECASE,
)


def needs_sorting(problem: str) -> bool:
    """Say whether the words of a problem sound like one that has to be sorted first."""
    return _SUSPICIOUS.search(problem) is not None
