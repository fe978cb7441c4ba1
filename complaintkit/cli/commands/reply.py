"""How is the company's answer sorted and written down?"""

from pathlib import Path
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.cli.reply_questions import Asked, ask_reply
from complaintkit.cli.saved import saved
from complaintkit.cli.which import which_case
from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.rules.replies import NO_ANSWER
from complaintkit.tasks import answers
from complaintkit.tasks.encounters import Told, check_open


def reply(
    case: Annotated[
        str | None, typer.Argument(help="Which case; not needed when one is open.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(help="Their exact words; - reads them from a pipe.")
    ] = None,
    said: Annotated[str | None, typer.Option(help="Or what they said, in your own words.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            help="no-answer, holding, ask-the-maker, policy, voucher, part-offer, asks-for-id, "
            "denies-contact, transferred, final-refusal, agrees or other."
        ),
    ] = None,
    at: Annotated[
        str | None, typer.Option("--on", "--at", help="When it came: yesterday. Now, if left out.")
    ] = None,
    channel: Annotated[
        str | None, typer.Option(help="How: email, letter, phone, chat … Else email.")
    ] = None,
    with_: Annotated[
        str | None, typer.Option("--with", help="Who answered: 'Jane, supervisor'.")
    ] = None,
    promised: Annotated[
        list[str] | None, typer.Option(help="What they promised; may be given again.")
    ] = None,
    by: Annotated[
        list[str] | None, typer.Option(help="By when: friday, 'in 2 weeks', 2026-05-10.")
    ] = None,
    ref: Annotated[str | None, typer.Option(help="The reference they gave.")] = None,
    attach: Annotated[
        list[Path] | None, typer.Option(help="A file to keep with it.", readable=False)
    ] = None,
    offer: Annotated[str | None, typer.Option(help="What they offer: 'a voucher'.")] = None,
    amount: Annotated[str | None, typer.Option(help="What the offer is worth: 40.00.")] = None,
    currency: Annotated[str | None, typer.Option(help="Its currency: USD, GBP, EUR …")] = None,
    expires: Annotated[str | None, typer.Option(help="The last day of the offer.")] = None,
    full_settlement: Annotated[
        bool | None,
        typer.Option(
            "--full-settlement/--not-full-settlement", help="Whether it would settle everything."
        ),
    ] = None,
    final: Annotated[
        bool | None,
        typer.Option("--final-response/--deadlock", help="What a refusal calls itself, if so."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """Sort what the company answered, write it down, and see what helps next."""
    now = settings.current()
    case = which_case(case)
    check_open(now.log, case)
    asked = Asked(
        kind=answers.kind_named(kind) if kind else None,
        text=_whole(text),
        told=Told(
            channel=channel,
            person=with_,
            said=said,
            promised=tuple(promised or ()),
            by=tuple(by or ()),
            reference=ref,
            at=at,
        ),
        terms=answers.Terms(
            offer=offer,
            amount=amount,
            currency=currency,
            expires=expires,
            full_settlement=full_settlement,
            is_final=final,
        ),
    )
    if asked.kind is None and now.can_ask:
        asked = ask_reply(now, case, asked)
    if asked.kind is None:
        _only_propose(asked.text or said or "", as_json=as_json)
    return _save(now, case, asked, tuple(attach or ()), as_json=as_json)


def _save(
    now: settings.Settings,
    case: str | None,
    asked: Asked,
    files: tuple[Path, ...],
    *,
    as_json: bool,
) -> int:
    from complaintkit.cli.reply_lines import as_shape, show_advice

    answer = _logged(now, case, asked, files)
    if as_json:
        ask.forget_typed(into=answer.recorded.case_name)
        show.as_json("reply", **as_shape(answer))
    else:
        saved(answer.recorded, then=None)
        show_advice(answer)
    return 0


def _logged(
    now: settings.Settings, case: str | None, asked: Asked, files: tuple[Path, ...]
) -> answers.Answer:
    if asked.kind is None:
        raise AssertionError  # asked for, or refused, before
    if asked.kind.slug == NO_ANSWER:
        from complaintkit.tasks.silence import log_silence

        _nothing_but_a_day(asked, files)
        on = asked.told.at or "today"
        return log_silence(now.log, case, asked.kind, now.recording(), on=on)
    from complaintkit.tasks.reply import log_answer

    return log_answer(
        now.log,
        case,
        asked.kind,
        asked.told,
        now.recording(),
        text=asked.text,
        terms=asked.terms,
        files=files,
    )


def _nothing_but_a_day(asked: Asked, files: tuple[Path, ...]) -> None:
    """Refuse to drop words: where nothing came, nothing can have been said."""
    told = asked.told._replace(at=None, channel=None)
    if asked.text is not None or told != Told() or asked.terms != answers.Terms() or files:
        raise WrongUsage(
            "Something was told of an answer, but the kind is no-answer.",
            fix="Leave out all but --on, or give the kind of answer that came.",
        )


def _only_propose(text: str, *, as_json: bool) -> None:
    """Show what the text may be, and say that the kind has to be given. Saves nothing."""
    from complaintkit.cli.reply_lines import proposals_shape, show_proposals

    found = answers.propose(text)
    if as_json:
        show.as_json("reply", **proposals_shape(found))
    else:
        show_proposals(found)
    kinds = ", ".join(kind.slug for kind in answers.reply_kinds())
    likely = f"It may be --kind {found[0].kind}. " if found else ""
    raise AnswerMissing(
        "Which kind of answer is it? Nothing was saved.",
        fix=f"{likely}Give --kind with one of: {kinds}.",
    )


def _whole(text: str | None) -> str | None:
    """Return their words, read from a pipe where - stands for them, and hold them."""
    if text == "-":
        import sys

        text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape").strip()
    if text is not None:
        ask.remember("What they answered:", text)
    return text
