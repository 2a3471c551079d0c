"""The command that prints what lets a shell complete the words of graphmap."""

from __future__ import annotations

import rich_click as click

SHELLS = ("bash", "zsh", "fish")

BARE = "COMPREPLY+=($value)"
QUOTED = (
    r"""[[ ${COMP_WORDS[$COMP_CWORD]} == [\"\']* ]] """
    r"""|| value=$(sed "s/[^[:alnum:]_.,:/=%%@+-]/\\\\&/g" <<< "$value"); COMPREPLY+=("$value")"""
)
"""What the script of bash does with a word: it puts a name of two words in as two, unless it is quoted."""


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def print_completion(shell: str) -> None:
    """Print what completes commands, reports, options and names of provinces and countries in a shell.

    For zsh: eval "$(graphmap completion zsh)" in .zshrc; likewise in .bashrc. For fish: graphmap completion
    fish > ~/.config/fish/completions/graphmap.fish
    """
    from click.shell_completion import get_completion_class

    from graphmap.cli import graphmap
    from graphmap.cli.command import put_out

    kind = get_completion_class(shell)
    if kind is not None:
        # Without `source`: that would ask a shell for its version.
        template = kind(graphmap, {}, "graphmap", "_GRAPHMAP_COMPLETE").source_template
        put_out(template.replace(BARE, QUOTED) % _fill())


def _fill() -> dict[str, str]:
    return {
        "complete_func": "_graphmap_completion",
        "complete_var": "_GRAPHMAP_COMPLETE",
        "prog_name": "graphmap",
    }
