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

_SUSPICIOUS = (
    r"\b("
    # somebody else had a hand in it
    r"scam(?!mers at)\w*|fraud\w*|phish\w*|tricked|impostors?|pretended to be|fake (website|shop)|"
    r"hack(ed|ers?)|cloned|safe account|card (was|has been) (stolen|used|copied)|"
    r"somebody (else )?(used|took) my (card|account|phone)|stolen (card|wallet|phone)|"
    r"unauthori[sz]ed|not me\b|payments? (that )?I (never|did not|didn.t) ma(k|d)e|"
    r"did(n.t| not) (make|authori[sz]e) (it|this|that|the (payment|transfer|withdrawal|debit))|"
    # money went astray
    r"wrong (account|person|sort code)|(payment|transfer|withdrawal|deposit|top-up) "
    r"(failed|has not arrived|did not arrive|never arrived|did not go through)|"
    r"debited but|cash machine|atm|"
    # somebody could be hurt
    r"caught fire|smok(e|ed|ing)|on fire|spark(ed|s|ing)|"
    r"burn(ed|t) (me|us|her|him|down|my (hand|arm|leg|face|skin)s?)|"
    r"electric(al)? shock|explod\w+|gas leak|smell (of )?gas|carbon monoxide|"
    r"(was|were|got|been) (hurt|injured)|injur(y|ies)|poison\w*|(ill|sick) after|"
    r"brakes? fail\w*|unsafe|danger\w*"
    r")\b"
)


def needs_sorting(problem: str) -> bool:
    """Say whether the words of a problem sound like one that has to be sorted first."""
    # The pattern is made when it is asked for: no call and no `today` waits for it.
    return re.search(_SUSPICIOUS, problem, re.IGNORECASE) is not None
