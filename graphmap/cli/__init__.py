"""The command line: each command reads its words, calls one function and shows what came back."""

from __future__ import annotations

import rich_click as click

from graphmap import __version__
from graphmap.cli.ask import check_store, list_all_reports, query_store
from graphmap.cli.build import export_store, import_files, init_store, write_template
from graphmap.cli.command import run_group
from graphmap.cli.demo import show_demo
from graphmap.cli.keep import (
    remove_records,
    restore_backup_file,
    show_history,
    undo_changeset,
    upgrade_store_file,
    write_backup_file,
)
from graphmap.cli.pages import write_map_page, write_model_page
from graphmap.cli.process import settle_process
from graphmap.cli.question import AskingGroup, report_group


@click.group(
    cls=AskingGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    invoke_without_command=False,
)
@click.version_option(__version__, "--version", message="graphmap %(version)s")
def graphmap() -> None:
    """Map who a country's provinces deal with abroad: where ties overlap, and where provinces compete.

    Begin with `graphmap demo`. Your own data: `graphmap init --home IRN`, `graphmap template DIR`,
    `graphmap import DIR`. Every command tells more with --help.
    """


for command in (
    show_demo,
    init_store,
    write_template,
    import_files,
    export_store,
    list_all_reports,
    report_group,
    check_store,
    query_store,
    write_map_page,
    write_model_page,
    show_history,
    undo_changeset,
    remove_records,
    write_backup_file,
    restore_backup_file,
    upgrade_store_file,
):
    graphmap.add_command(command)


def main() -> None:
    """Run the command line; every error becomes one message and exit code 2."""
    settle_process()
    run_group(graphmap)
