"""How is it shown what an answer means, what to do, and what not?"""

from collections.abc import Iterable

from complaintkit.cli import show
from complaintkit.cli.reply_questions import told_proposal
from complaintkit.model.reply import Proposal, ReplyKind
from complaintkit.rules.sentences import quoted
from complaintkit.tasks.answers import Answer, reply_kinds

Shape = dict[str, object]


def show_advice(answer: Answer) -> None:
    """Show what it means, what to do and not, the letter that answers, and the date."""
    kind = answer.kind
    show.out()
    show.out(show.wrapped(f"{kind.title}. {kind.means}"))
    if kind.shows:
        show.out(show.wrapped(kind.shows + ".", first="  ", rest="    "))
    for line in kind.do:
        show.out(show.wrapped(line, first="  + ", rest="    "))
    for line in kind.do_not:
        show.out(show.wrapped(line, first="  – ", rest="    "))
    show.out(show.wrapped(f"Date: {answer.clock}", rest="  "))
    if answer.letter:
        show.out(f"Letter: `{letter_command(answer)}`")
    show.out(show.wrapped(f"Source: {kind.source} (read {kind.checked})", rest="  "))
    show.next_line(f"`complaintkit next {quoted(answer.recorded.case_name)}`")


def show_proposals(found: Iterable[Proposal]) -> None:
    """Show what a text may be, where nobody can be asked which it is."""
    kinds = {kind.slug: kind for kind in reply_kinds()}
    for one in found:
        show.out(show.wrapped(f"{one.kind}: {told_proposal(one, kinds[one.kind])}", rest="  "))


def letter_command(answer: Answer) -> str:
    """Return what to type for the letter that answers; "" where there is none."""
    case = quoted(answer.recorded.case_name)
    return f"complaintkit letter {answer.letter} --case {case}" if answer.letter else ""


def as_shape(answer: Answer) -> Shape:
    """Return what was saved and what follows, as `--json` prints it."""
    recorded = answer.recorded
    return {
        "case": recorded.case_name,
        "saved": [
            {"seq": one.entry.seq, "kind": one.entry.kind, "head": one.head}
            for one in recorded.saved
        ],
        "reply": _kind(answer),
        "notes": recorded.notes,
        "proposals": [],
    }


def proposals_shape(found: Iterable[Proposal]) -> Shape:
    """Return what a text may be, as `--json` prints it; nothing was saved."""
    kinds: dict[str, ReplyKind] = {kind.slug: kind for kind in reply_kinds()}
    told = [{"kind": one.kind, "title": kinds[one.kind].title, "words": one.words} for one in found]
    return {"case": None, "saved": [], "reply": None, "notes": [], "proposals": told}


def _kind(answer: Answer) -> Shape:
    kind = answer.kind
    return {
        "kind": kind.slug,
        "title": kind.title,
        "means": kind.means,
        "shows": kind.shows,
        "do": kind.do,
        "do_not": kind.do_not,
        "letter": answer.letter,
        "command": letter_command(answer),
        "clock": answer.clock,
        "source": kind.source,
        "url": kind.url,
        "checked": kind.checked,
    }
