"""The `onrecord` command: its sub-commands, and how every error becomes one line and an exit code."""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback

import click
from click.shell_completion import shell_complete

from onrecord.errors import OnrecordError
from onrecord.version import VERSION

__all__ = ["COMMANDS", "cli", "main"]

COMMANDS = (
    "init", "add", "build", "show", "why", "disagreements", "rejected", "decide", "publish",
    "export", "read", "compare", "group", "evaluate", "doctor",
)  # fmt: skip


_COMPLETE = "_ONRECORD_COMPLETE"
"""Set by a shell that asks which words could come next."""


class _Lazy(click.Group):
    """Imports a command's module only when it is called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"onrecord.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: onrecord init && onrecord add reports/ && onrecord build && onrecord show",
)
@click.version_option(VERSION, prog_name="onrecord")
def cli() -> None:
    """Who promised what, on what condition, and who says so.

    Reads reports and keeps one sourced register of commitments. Data goes to standard output,
    everything else to standard error. Exit codes: 0 done, 1 failed, 2 usage, 3 done but something
    was rejected, 130 interrupted.
    """


def main() -> None:
    """Run the command line; an error is one line on standard error, never a traceback."""
    _print_any_text()
    # Before numpy is imported: the reader's matrices are small, and reading is spread by processes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone: nothing to say, and nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except (Exception, KeyboardInterrupt) as error:
        code = _explain(error)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    """The exit code of a command. click's own `main` would print its errors its own way."""
    if asked := os.environ.get(_COMPLETE):
        return shell_complete(cli, {}, "onrecord", _COMPLETE, asked)
    try:
        with cli.make_context("onrecord", arguments) as context:
            code = cli.invoke(context)
    except click.exceptions.Exit as done:
        code = done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = 2
    return code if isinstance(code, int) else 0


def _print_any_text() -> None:
    """UTF-8 wherever it runs; a half character is printed as the escape that JSON has for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _explain(error: BaseException) -> int:
    """Say what went wrong in one line; the exit code."""
    if os.environ.get("ONRECORD_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, OnrecordError):
        return _say(str(error), error.exit_code)
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "onrecord"
        return _say(f"{error.format_message()} Try `{where} --help`.", 2)
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        return _say("interrupted; what was done is kept, run it again to go on", 130)
    if isinstance(error, OSError):
        where = error.filename or "the system"
        return _say(f"{where}: {error.strerror or error}; mend this and run it again", 1)
    fault = f"{type(error).__name__}: {error}"
    return _say(
        f"a fault in onrecord ({fault}); nothing that was added is lost; ONRECORD_DEBUG=1 shows where",
        1,
    )


def _say(words: str, code: int) -> int:
    click.echo(f"onrecord: {' '.join(words.split())}", err=True)
    return code
