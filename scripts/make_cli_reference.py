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
    top = click.Context(cli, info_name="onrecord", **cli.context_settings)
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        parts += section(command, name, top)
    return "\n".join(parts) + "\n"


def section(command: click.Command, name: str, parent: click.Context) -> list[str]:
    """The lines on a command, and on each of its own commands."""
    with click.Context(
        command, info_name=name, parent=parent, max_content_width=100, terminal_width=100
    ) as context:
        lines = [
            "",
            f"## {context.command_path}",
            "",
            "```text",
            command.get_help(context).rstrip(),
        ]
        lines.append("```")
        if isinstance(command, click.Group):
            for part in command.list_commands(context):
                below = command.get_command(context, part)
                assert below is not None
                lines += section(below, part, context)
    return lines


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(reference(), encoding="utf-8")
