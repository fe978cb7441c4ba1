"""How is a command found and run?"""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from complaintkit.cli import settings, show
from complaintkit.cli.boundary import within_boundary
from complaintkit.cli.catalogue import COMMANDS, GROUPS
from complaintkit.cli.examples import epilog
from complaintkit.cli.usage import usage_words
from complaintkit.errors import ComplaintkitError, WrongUsage

_Fault: type[Exception] = typer.BadParameter.__mro__[2]


class Commands(typer.core.TyperGroup):
    """The group of all commands; each is imported only when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - Typer's own type
        """Return the names in the order of a complaint's life."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401
        """Import the one command that is called."""
        listed = COMMANDS.get(cmd_name)
        if listed is None:
            return None
        from importlib import import_module

        module = import_module(f"complaintkit.cli.commands.{listed.module}")
        alone = typer.Typer(
            add_completion=False,
            rich_markup_mode=None,
            context_settings={"help_option_names": ["-h", "--help"]},
        )
        alone.command(name=cmd_name)(getattr(module, listed.function))
        command: Any = typer.main.get_command(alone)
        command.name = cmd_name
        command.epilog = epilog(cmd_name)
        for param in command.params:
            _name_its_value(param)
        pieces = command.collect_usage_pieces
        command.collect_usage_pieces = lambda ctx: [piece.strip("{}") for piece in pieces(ctx)]
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Find the command, or the one that was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            meant = f"Did you mean `complaintkit {near[0]}`? " if near else ""
            raise _no_command(name, meant)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Take --home and --no-input wherever they stand on the line."""
        return super().parse_args(ctx, _general_first(args))

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """List the everyday commands by group, without importing any."""
        for group, listed in GROUPS.items():
            rows = [(one.name, one.line) for one in listed if one.everyday]
            if rows:
                with formatter.section(group):
                    formatter.write_dl(rows)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run a command line inside the one place where errors are shown."""
        run = super().main

        def body() -> object:
            try:
                return run(
                    args,
                    prog_name or "complaintkit",
                    complete_var,
                    standalone_mode=False,
                    windows_expand_args=windows_expand_args,
                    **extra,
                )
            except _Fault as fault:
                raise _as_usage(fault) from fault
            except typer.Abort as stopped:
                if isinstance(stopped.__cause__, EOFError):
                    raise stopped.__cause__ from None  # not from a prompt: those stop with Ctrl-C
                raise KeyboardInterrupt from stopped

        code = within_boundary(body, args)
        if not standalone_mode:
            return code
        sys.exit(code)


_VALUES = {"text": "TEXT", "str": "TEXT", "path": "FILE", "file": "FILE"}


def _name_its_value(param: Any) -> None:  # noqa: ANN401 - Typer's own type
    """Say FILE or N in the help where Typer would name a type of Python's."""
    kind = str(getattr(param.type, "name", ""))
    if param.param_type_name == "argument":
        if not param.metavar:
            name = str(param.name).rstrip("_").removesuffix("s").upper()
            more = " …" if param.nargs == -1 else ""
            param.metavar = f"{name}{more}" if param.required else f"[{name}{more}]"
    elif not (param.metavar or getattr(param, "is_flag", False)) and "choice" not in kind:
        param.metavar = "N" if kind.startswith("int") else _VALUES.get(kind, "TEXT")


def _as_usage(fault: Any) -> WrongUsage:  # noqa: ANN401 - Typer's own exception
    """Return Typer's complaint about the command line in our form."""
    context = getattr(fault, "ctx", None)
    path = context.command_path if context is not None else "complaintkit"
    words, meant = usage_words(str(fault.format_message()))
    if words.startswith("There is more") and _takes_case(context):
        meant = "A case is named with `--case CASE`. "
    return WrongUsage(words, fix=f"{meant}See `{path} --help`.")


def _takes_case(context: Any) -> bool:  # noqa: ANN401 - Typer's own context
    return context is not None and any("--case" in one.opts for one in context.command.params)


def _no_command(name: str, meant: str) -> ComplaintkitError:
    return WrongUsage(
        f"There is no command “{name}”.", fix=f"{meant}See `complaintkit help all` for all of them."
    )


def _general_first(args: list[str]) -> list[str]:
    """Move --home FOLDER and --no-input to the front, so that they may stand anywhere."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg == "--":
            rest += [arg, *waiting]
        elif arg == "--no-input" or arg.startswith("--home="):
            first.append(arg)
        elif arg == "--home":
            first += [arg, *([found] if (found := next(waiting, None)) is not None else [])]
        else:
            rest.append(arg)
    return first + rest


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command: where your cases stand, and the next step. "
    "`complaintkit help all` lists every command.",
)


def _version(value: bool) -> None:
    if value:
        from complaintkit import __version__

        show.out(f"complaintkit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    home: Annotated[
        str, typer.Option(help="Keep everything in this folder.", metavar="FOLDER")
    ] = "",
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask.")] = False,
    _: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> int | None:
    """Keep the record of a dispute with a company, know the next step, write the letter."""
    settings.choose(settings.Settings(home_option=home, no_input=no_input))
    if ctx.invoked_subcommand is not None:
        return None
    from complaintkit.cli.today import alone

    return alone()
