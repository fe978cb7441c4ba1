"""How does a person change a letter, until it is one again?"""

from pathlib import Path

from complaintkit.cli import ask, settings, show
from complaintkit.cli.editor import edit_text
from complaintkit.cli.saved import next_send
from complaintkit.errors import FileUnusable
from complaintkit.tasks import drafts, letters


def edit_letter(
    case: str | None, number: int, *, form: str | None = None, output: Path | None = None
) -> None:
    """Open a draft in the editor, keep what comes back, and write its file anew.

    Text that is no letter is offered for editing again; where nobody can be asked it is
    kept as a recovery draft.
    """
    now = settings.current()
    if form:
        letters.check_format(form)
    opened = drafts.open_draft(now.log, case, number)
    text = edit_text(opened.text, name=f"letter-{number}.txt")
    while True:
        if text == opened.text:
            ask.forget_typed(into=opened.loaded.row.name)
            _unchanged()
            return
        try:
            rewritten = drafts.change_draft(
                now.log,
                opened,
                text,
                now=now.clock.now,
                form=form,
                target=output,
                to_stdout=output == Path("-"),
            )
        except FileUnusable as problem:
            if not now.can_ask or not _again(problem):
                raise
            text = edit_text(text, name=f"letter-{number}.txt")
            continue
        ask.forget_typed(into=rewritten.case_name)
        show_rewritten(rewritten)
        return


def show_rewritten(rewritten: drafts.Rewritten) -> None:
    """Show where the new file lies, what to look at, and what is next."""
    if not rewritten.paths:
        show.raw(rewritten.content)
    for path in rewritten.paths:
        show.out(str(path))
    show.talk(f"Letter {rewritten.number} is changed; it is still a draft.")
    show.notes(rewritten.notes)
    next_send(rewritten.number, rewritten.case_name)


def _again(problem: FileUnusable) -> bool:
    show.talk(show.wrapped(problem.problem))
    show.talk(show.wrapped(problem.fix))
    return ask.yes("Open it again, with your text?", default=True)


def _unchanged() -> None:
    show.talk("Nothing was changed.")
    show.talk(
        show.wrapped(
            "(An editor that comes back at once needs to be told to wait, such as "
            "EDITOR='code --wait'.)"
        )
    )
