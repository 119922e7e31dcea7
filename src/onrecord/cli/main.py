"""The `onrecord` command: its sub-commands, and how every error becomes one line and an exit code."""

from __future__ import annotations

import importlib
import os
import sys

import click

from onrecord.errors import OnrecordError
from onrecord.version import VERSION

__all__ = ["cli", "main"]

COMMANDS = (
    "init", "add", "build", "show", "why", "disagreements", "rejected", "publish", "export",
    "read", "compare", "group", "evaluate", "doctor",
)  # fmt: skip


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
    """Run the command line; never shows a traceback for an expected error."""
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except OnrecordError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("onrecord: interrupted; what was done is kept, run it again to go on", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone: nothing to say, and nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        click.echo(
            f"onrecord: {error.filename or 'the system'}: {error.strerror}; mend this and run it again",
            err=True,
        )
        sys.exit(1)
