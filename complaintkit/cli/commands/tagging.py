"""How are words to sort by added to a contact?"""

from typing import Annotated

import typer

from complaintkit.cli import settings, show
from complaintkit.cli.which import which_case
from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.tasks.tagging import tag_sets


def tag(
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="The contact's number: 7 for #7.")
    ] = None,
    words: Annotated[list[str] | None, typer.Argument(help="The words: late ignored.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show the words there are.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="That list as JSON.")] = False,
    case: Annotated[
        str | None, typer.Option(help="Which case; not needed when one is open.")
    ] = None,
) -> None:
    """Add words to sort a contact by. Those it has stay; words of your own are welcome."""
    if list_ or as_json:
        if number is not None:
            raise WrongUsage(
                "The list of words is the same for every contact.",
                fix="Leave out the number, or leave out --list and --json.",
            )
        _list(as_json=as_json)
        return
    if number is None:
        raise AnswerMissing(
            "Which contact is it?", fix="Name its number: `complaintkit tag 7 late`."
        )
    from complaintkit.cli.tag_question import tag_contact

    case = which_case(case)
    tag_contact(case, number, words or _asked(case, number))


def _asked(case: str | None, number: int) -> list[str]:
    """Ask for the words where somebody is there; the task says what is missing elsewhere."""
    now = settings.current()
    if not now.can_ask:
        return []
    from complaintkit.cli.questions import show_entry
    from complaintkit.cli.tag_question import choose_tags

    show_entry(now, case, number)
    found: list[str] = []
    for one in tag_sets():
        found += choose_tags(f"{one.title} Numbers such as 2, 5", one.tags)
    return found


def _list(*, as_json: bool) -> None:
    sets = tag_sets()
    if as_json:
        show.as_json("tag", sets=sets)
        return
    for one in sets:
        show.out(one.title)
        for known in one.tags:
            show.out(show.wrapped(known.words, first=f"  {known.slug:<26}", rest=" " * 28))
