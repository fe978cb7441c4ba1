"""How is a review shown on the screen?"""

from complaintkit.cli import show
from complaintkit.cli.check_text import Checked
from complaintkit.model.review import Missing, Part, Remark, Review, Severity
from complaintkit.tasks import checking
from complaintkit.tasks.checked import told_of

HINT = " (a hint)"
KINDS = {
    "insult": "insult",
    "threat": "threat",
    "sarcasm": "may read as sarcastic",
    "shouting": "shouting",
    "overstated": "overstated",
    "vague": "vague",
    "length": "too long",
    "asks": "more than one ask",
    "legal": "legal claim without its law",
    "sensitive": "sensitive number",
    "contradicted": "your record says otherwise",
    "unsupported": "not in your record",
}
PARTS = {
    Part.DATE: "a date",
    Part.AMOUNT: "an amount",
    Part.RESOLUTION: "what you want",
    Part.DEADLINE: "a date to answer by",
    Part.REFERENCE: "a reference",
    Part.CONTACT: "earlier contact",
    Part.COURTESY: "a courteous word",
    Part.NAME: "who you spoke to",
    Part.REACH: "how to reach you",
}
LONGEST_QUOTE = 160
WORTH_A_HINT = 0.5
"""Rudeness (0 to 1) from which the cues of politeness are told; our own letters lie about 0.4."""


def show_review(found: Review, checked: Checked) -> None:
    """Print what was found, what is there and missing, and say what to do next.

    A draft of ours encloses its exhibits itself: they are offered for other texts alone.
    """
    for remark in found.remarks:
        _show_remark(remark)
    if not found.remarks:
        show.out(_nothing(found))
    if found.parts:
        show.out(
            show.wrapped(
                ", ".join(PARTS[part] for part in found.parts), first="It has: ", rest="  "
            )
        )
    if found.missing:
        show.out("It could still say:")
        for one in found.missing:
            _show_missing(one)
    for claim in found.supported if checked.opened is None else ():
        if claim.exhibits:
            listed = ", ".join(map(str, claim.exhibits))
            show.out(
                show.wrapped(
                    f"“{_short(claim.quote)}” is borne out by exhibit {listed}: you can name it."
                )
            )
    if found.hints and (found.rudeness or 0) >= WORTH_A_HINT:
        show.talk(show.wrapped(_how_it_reads(found), first="How it may read, a hint: ", rest="  "))
    if found.language != checking.ENGLISH:
        show.talk(show.wrapped(_other_language(found)))
    _say_next(found, checked)


def _nothing(found: Review) -> str:
    if found.language != checking.ENGLISH:
        return "Nothing found in what could be looked at."
    return "Nothing to change in the wording."


def _show_remark(remark: Remark) -> None:
    hint = HINT if remark.severity is Severity.INFO else ""
    named = KINDS.get(remark.kind, remark.kind)
    show.out(show.wrapped(f"“{_short(told_of(remark))}”", first=f"{named}{hint}: ", rest="  "))
    show.out(show.wrapped(remark.reason, first="  "))
    if remark.is_rewording:
        show.out(show.wrapped(f"“{_short(remark.suggestion)}”", first="  Instead: ", rest="    "))
    else:
        show.out(show.wrapped(remark.suggestion, first="  "))
    show.out()


def _show_missing(one: Missing) -> None:
    show.out(show.wrapped(f"“{one.sentence}”", first=f"  {PARTS[one.part]}: ", rest="    "))


def _how_it_reads(found: Review) -> str:
    sides = ((True, "ruder"), (False, "politer"))
    told = {
        name: " and ".join(hint.text for hint in found.hints if hint.is_ruder is side)
        for side, name in sides
    }
    return "; ".join(f"{name}, because it {because}" for name, because in told.items() if because)


def _other_language(found: Review) -> str:
    sought = "Only the parts of a letter were looked for, where that needs no words of it. "
    return (
        f"This is not English, as far as its words show. {sought if found.parts else ''}The tone "
        "was not looked at: complaintkit knows that of English letters alone."
    )


def _say_next(found: Review, checked: Checked) -> None:
    can_be_fixed = any(remark.is_rewording for remark in found.remarks)
    if can_be_fixed and (checked.path or checked.opened):
        show.next_line(
            f"to put other words in, one at a time: `complaintkit check {checked.typed} --fix`"
        )
    elif found.missing and checked.record is None:
        show.next_line(
            f"to fill in what your record knows: `complaintkit check {checked.typed} --case CASE`"
        )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"
