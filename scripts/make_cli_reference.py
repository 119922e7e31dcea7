"""Write docs/reference/cli.md from the commands' own help."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.main import COMMANDS, cli

TARGET = Path(__file__).resolve().parent.parent / "docs" / "reference" / "cli.md"


def reference() -> str:
    """The page: every command's help, as `--help` prints it."""
    parts = [
        "# Every command",
        "",
        "Written by `scripts/make_cli_reference.py`; `make test` checks that it is current.",
    ]
    for name in COMMANDS:
        context = click.Context(cli, info_name="onrecord", **cli.context_settings)
        command = cli.get_command(context, name)
        assert command is not None
        with click.Context(
            command, info_name=name, parent=context, max_content_width=100, terminal_width=100
        ) as inner:
            parts += [
                "",
                f"## onrecord {name}",
                "",
                "```text",
                command.get_help(inner).rstrip(),
                "```",
            ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(reference(), encoding="utf-8")
