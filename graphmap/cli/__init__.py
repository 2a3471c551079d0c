"""The command line: each command reads its words, calls one function and shows what came back."""

from __future__ import annotations

import rich_click as click

from graphmap import __version__
from graphmap.cli.command import run_group
from graphmap.cli.process import settle_process
from graphmap.cli.question import AskingGroup

COMMANDS = {
    "demo": "demo.show_demo",
    "init": "build.init_store",
    "template": "build.write_template",
    "understand": "understand.understand_list",
    "import": "build.import_files",
    "export": "build.export_store",
    "reports": "ask.list_all_reports",
    "report": "question.report_group",
    "check": "ask.check_store",
    "review": "review.review_names",
    "cypher": "ask.query_store",
    "serve": "serve.serve_explorer",
    "map": "pages.write_map_page",
    "dossier": "dossier.write_dossier",
    "pages": "pages.write_pages",
    "model": "pages.write_model_page",
    "geometry": "geometry.geometry_group",
    "history": "keep.show_history",
    "undo": "keep.undo_changeset",
    "remove": "keep.remove_records",
    "backup": "keep.write_backup_file",
    "restore": "keep.restore_backup_file",
    "upgrade": "keep.upgrade_store_file",
    "keep-plan": "plans.keep_plan",
    "enact-plan": "plans.enact_plan",
    "load-sample": "server.load_sample",
    "link-sources": "server.link_sources",
    "completion": "completion.print_completion",
}
"""Each command that is no question and where it stands: a module of this folder, loaded when it is called."""


@click.group(
    cls=AskingGroup,
    places=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    invoke_without_command=False,
)
@click.version_option(__version__, "--version", message="graphmap %(version)s")
def graphmap() -> None:
    """Map who a country's provinces deal with abroad: where ties overlap, and where provinces compete.

    Begin with `graphmap demo`. Your own data: `graphmap init --home IRN`, `graphmap template DIR`,
    `graphmap import DIR`. Every command tells more with --help.
    """


def main() -> None:
    """Run the command line; every error becomes one message and exit code 2."""
    settle_process()
    run_group(graphmap)
