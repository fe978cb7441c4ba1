"""Where does every run begin? With as little as can be, for the commands typed every day."""

import gc
import sys


def main() -> None:
    """Run the command line: the `complaintkit` command.

    `log`, `timeline`, `search` and `today` with everything on the line are read by a few
    lines of our own, which spares loading Typer (facts/speed.md); Typer reads the rest.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    from complaintkit.cli import quick

    gc.disable()  # a run is over before there is anything worth collecting
    run = quick.read(sys.argv[1:])
    if run is None:
        gc.enable()
        from complaintkit.cli.app import app

        app()
        return
    from complaintkit.cli.boundary import within_boundary

    sys.exit(within_boundary(run))
