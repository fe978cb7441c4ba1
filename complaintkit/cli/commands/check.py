"""How is a letter checked before it goes out?"""

from typing import Annotated

import typer

from complaintkit.cli import show
from complaintkit.cli.check_text import Checked, text_to_check

ATTENTION = 3


def check(
    file: Annotated[
        str | None,
        typer.Argument(help="A text, .docx or .eml file; - for what is piped in."),
    ] = None,
    case: Annotated[
        str | None, typer.Option(help="Hold it against the record of this case.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put kinder and truer words in, one at a time.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --fix: all of them, without asking.")
    ] = False,
    is_batch: Annotated[
        bool, typer.Option("--batch", help="Lines of JSON in, lines of JSON out.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Look over a letter: is it polite, specific, and true to the record?"""
    if is_batch:
        from complaintkit.cli.check_batch import answer_lines

        return answer_lines(file)
    checked = text_to_check(file, case)
    if fix:
        from complaintkit.cli.check_fix import fix_text

        return fix_text(checked, everything=everything)
    return _tell(checked, as_json=as_json)


def _tell(checked: Checked, *, as_json: bool) -> int:
    from complaintkit.tasks.checking import as_contract, check_text

    found = check_text(checked.text, checked.record, kind=checked.kind)
    if as_json:
        show.as_json("check", **as_contract(found))
    else:
        from complaintkit.cli.check_lines import show_review

        show_review(found, checked)
    return ATTENTION if found.remarks else 0
