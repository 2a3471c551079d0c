"""The commands that keep a store: history, undo, remove, backup, restore, upgrade."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphmap.cli.command import read_store, say_lines, tell, who_writes, write_to_store
from graphmap.cli.options import format_option, language_option, overwrite_option, store_option, wide_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graphmap.language import Language
    from graphmap.schema import Changeset, Difference
    from graphmap.store.history import Edit

AnyCommand = Any


def by_option(command: AnyCommand) -> AnyCommand:
    """Add --by: who writes."""
    return click.option("--by", default=None, help="Who does it.  [default: the name of the login]")(command)


@click.command("history")
@click.argument("identity", metavar="[ID]", required=False)
@store_option
@format_option("table", "csv", "json")
@wide_option
@language_option("en", "fa")
def show_history(identity: str | None, store_url: str, format_name: str, wide: bool, lang: str) -> None:
    """Show what was written to the graph: every changeset, or what one did, or all that was done to a record.

    ID is the id of a changeset (changeset:000012) or of any node or relationship, present or removed.
    """
    with read_store(store_url) as store:
        changesets = {c.identity: c for c in store.changesets()}
        if identity is None:
            rows = [_tell_changeset(changeset) for changeset in changesets.values()]
        elif identity in changesets:
            rows = [_tell_edit(edit) for edit in store.changes(identity)]
        else:
            rows = [
                {**_tell_moment(changesets[edit.changeset]), **_tell_edit(edit, named=False)}
                for edit in store.changes(identity)
            ]
    _show(rows, format_name, lang, wide)


def _tell_moment(changeset: Changeset) -> dict[str, Any]:
    return {
        "changeset": changeset.identity,
        "at": changeset.at,
        "by": changeset.by,
        "reason": changeset.reason,
    }


def _tell_changeset(changeset: Changeset) -> dict[str, Any]:
    counts = {name: getattr(changeset, name) for name in ("created", "changed", "removed")}
    return {**_tell_moment(changeset), **counts}


def _tell_edit(edit: Edit, named: bool = True) -> dict[str, Any]:
    record = edit.record
    head = {"id": record.identity, "label": record.stored_as} if named else {}
    return {**head, "action": edit.action, "before": edit.before, "after": edit.after, "edit": edit}


def _show(rows: list[dict[str, Any]], format_name: str, lang: str, wide: bool) -> None:
    from graphmap.cli.show import show_findings, show_json
    from graphmap.language import load_language

    language = load_language(lang)
    if format_name == "json":
        plain = [
            {
                name: value.values() if name in {"before", "after"} and value is not None else value
                for name, value in row.items()
                if name != "edit"
            }
            for row in rows
        ]
        show_json({"question": "history", "rows": plain, "total": len(plain)})
        return
    told = []
    for row in rows:
        line = {name: value for name, value in row.items() if name not in {"before", "after", "edit"}}
        if "edit" in row:
            line["action"] = (
                language.words(f"history-{row['action']}") if format_name == "table" else row["action"]
            )
            line["fields"] = [_say_field(name, row["edit"]) for name in row["edit"].fields()]
        if "at" in line and format_name == "table":
            line["at"] = language.moment(line["at"])
        told.append(line)
    show_findings(told, format_name, None, language, wide)


def _say_field(name: str, edit: Edit) -> str:
    """Say what a field was and is: only what is, where the record was made or removed."""
    from graphmap.cli.show import cell_text

    before, after = (record.values() if record else {} for record in (edit.before, edit.after))
    if edit.action != "changed":
        return f"{name}: {cell_text({**before, **after}[name], exact=True)}"
    return f"{name}: {cell_text(before.get(name), exact=True)} → {cell_text(after.get(name), exact=True)}"


@click.command("undo")
@click.argument("changeset", metavar="CHANGESET")
@store_option
@by_option
@click.option("--reason", default="", help="Why, for the history.")
@language_option("en", "fa")
def undo_changeset(changeset: str, store_url: str, by: str | None, reason: str, lang: str) -> None:
    """Undo one changeset by a new one: what it changed and removed is as it was, what it created is gone.

    Where later changesets rest on it, nothing is written and they are named. An undo can be undone.
    """
    with write_to_store(store_url) as store:
        _tell(lambda told: store.undo(changeset, by or who_writes(), reason, told), lang)


@click.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@store_option
@by_option
@click.option("--reason", required=True, help="Why, for the history.")
@click.option("--with-ties", is_flag=True, help="Remove what leads to a removed place and from it too.")
@click.option("--dry-run", is_flag=True, help="Say what would be removed; write nothing.")
@language_option("en", "fa")
def remove_records(
    ids: tuple[str, ...],
    store_url: str,
    by: str | None,
    reason: str,
    with_ties: bool,
    dry_run: bool,
    lang: str,
) -> None:
    """Remove nodes and relationships by their ids: all of them, or, with one fault, nothing.

    What is removed is kept in the history, and `graphmap undo` brings it back. A source that is still cited
    stays; so does a place that has ties, unless --with-ties is given.
    """
    from graphmap.schema import Batch

    batch = Batch((), removals=ids, with_ties=with_ties)
    with read_store(store_url) if dry_run else write_to_store(store_url) as store:
        if dry_run:
            difference = store.difference(batch)
            _tell_notes(difference)
            for record in difference.removed:
                tell(_speak(lang).words("keep-would-remove", label=record.stored_as, id=record.identity))
            return
        _tell(lambda told: store.apply(batch, by or who_writes(), reason, told), lang)


def _speak(lang: str) -> Language:
    from graphmap.language import load_language

    return load_language(lang)


def _tell(write: Callable[[Callable[[Difference], None]], Changeset], lang: str) -> None:
    done, language = write(_tell_notes), _speak(lang)
    counts: Mapping[str, int | None] = {
        name: getattr(done, name) for name in ("created", "changed", "removed")
    }
    said = language.words("list-mark").join(
        language.words(f"keep-{name}", count=count) for name, count in counts.items() if count
    )
    if said:
        tell(language.words("keep-done", counts=said[0].upper() + said[1:], changeset=done.identity))
    else:
        tell(language.words("keep-nothing"))


def _tell_notes(difference: Difference) -> None:
    say_lines(difference.notes)


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@store_option
@overwrite_option
@language_option("en", "fa")
def write_backup_file(file: Path, store_url: str, overwrite: bool, lang: str) -> None:
    """Write the whole graph with its history into one file, which either engine restores.

    The file is a zip of JSON lines and appears only when it is whole.
    """
    with read_store(store_url) as store:
        counts = store.backup(file, overwrite)
    tell(_speak(lang).words("keep-backup", file=str(file), **asdict(counts)))


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@store_option
@language_option("en", "fa")
def restore_backup_file(file: Path, store_url: str, lang: str) -> None:
    """Make a store from a backup, with its history: a new file, or an empty database.

    A store that is there already is refused and stays as it is.
    """
    from graphmap.store import restore_store

    with restore_store(store_url, file) as store:
        home, language = store.home(), _speak(lang)
        named = {"home": language.name(home.known_as), "id": home.identity}
        tell(language.words("keep-restored", store=store.url, file=str(file), **named))


@click.command("upgrade")
@store_option
@language_option("en", "fa")
def upgrade_store_file(store_url: str, lang: str) -> None:
    """Bring a store that an older graphmap made up to date; make a copy or a backup of it first.

    Any command that writes does the same when it opens a store.
    """
    from graphmap.store import open_store

    with open_store(store_url, upgrade=False) as store:
        older = store.upgrade()
        tell(_speak(lang).words("keep-upgraded" if older else "keep-up-to-date", store=store.url))
