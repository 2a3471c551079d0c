"""The commands that keep plans: under a name as a draft, in force from a day on, archived."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import rich_click as click
from rich_click import RichCommand

from graphmap.cli.command import tell, who_writes, write_to_store
from graphmap.cli.keep import by_option
from graphmap.cli.options import Day, as_of_option, language_option, store_option
from graphmap.cli.question import make_option

if TYPE_CHECKING:
    from graphmap.schema import Changeset, Plan
    from graphmap.store.snapshot import Snapshot

ASKED = ("capacity", "fairness", "points", "rules", "kept", "level", "sector")
"""What of the plan can be asked for when it is kept: one of a single country is none."""


class KeepingCommand(RichCommand):
    """The command that keeps a plan: its options are those of the plan, made when somebody looks at them."""

    _made: list[click.Parameter] | None = None

    @property
    def params(self) -> list[click.Parameter]:
        """Return the options."""
        if self._made is None:
            self._made = _make_options()
        return self._made

    @params.setter
    def params(self, made: list[click.Parameter]) -> None:
        """Take none: they come from the question."""


def _make_options() -> list[click.Parameter]:
    from graphmap.questions.catalogue import load_question

    def hold() -> None: ...

    command: Any = language_option("en", "fa")(by_option(hold))
    question = load_question("plan")
    for name in reversed(ASKED):
        command = make_option(name, question.asked[name])(command)
    command = make_option("presume", question.asked["presume"])(as_of_option(command))
    made: click.Command = click.command()(click.argument("name", metavar="NAME")(store_option(command)))
    return made.params


@click.command("keep-plan", cls=KeepingCommand)
def keep_plan(
    name: str, store_url: str, by: str | None, lang: str, as_of: date | None, presume: int, **asked: Any
) -> None:
    """Work out a plan and keep it under NAME, as a draft.

    It is worked out as `graphmap plan` does with the same options; --rules and --points hold what the
    committee changes, and --kept takes the leads of another kept plan. A draft of the name is written anew.
    `graphmap enact-plan` puts it in force, `graphmap plans` lists what is kept, `graphmap undo` takes it
    back.
    """
    from graphmap.analysis.keeping import keep_leads
    from graphmap.analysis.plan import find_plan

    def make(snapshot: Snapshot) -> tuple[Plan, ...]:
        found = find_plan(snapshot, as_of=as_of, presume=presume, **asked)
        scope = found.scope
        loads = asked["capacity"], asked["fairness"]
        return (keep_leads(snapshot, name, found, scope.level, scope.as_of, scope.sector, *loads),)

    _write(store_url, make, by, f"plan kept: {name}", lang, "plans-kept", name)


@click.command("enact-plan")
@click.argument("name", metavar="NAME")
@store_option
@click.option(
    "--from", "first", type=Day(must_be_one=True), default=None, show_default="today",
    help="First day on which it is in force."
)  # fmt: skip
@click.option(
    "--until", type=Day(must_be_one=True), default=None,
    help="Archive it instead: the day from which it is in force no more."
)  # fmt: skip
@by_option
@language_option("en", "fa")
def enact_plan(
    name: str, store_url: str, first: date | None, until: date | None, by: str | None, lang: str
) -> None:
    """Put the draft NAME in force; the plan in force before holds until then, in one changeset.

    --from may lie ahead: until that day the plan before it is in force. `graphmap plans` tells both by their
    days.

    With --until, the plan in force (or a draft) is archived and nothing takes its place.
    """
    from graphmap.analysis.keeping import archive, enact

    if first is not None and until is not None:
        raise click.UsageError("--from puts a plan in force and --until archives one; right would be one.")
    today = date.today()
    day, message = (first or today, "plans-enacted") if until is None else (until, "plans-archived-now")
    if day > today:
        message = "plans-enacted-from" if until is None else "plans-ends-now"
    change = enact if until is None else archive
    reason = f"plan put in force: {name}" if until is None else f"plan archived: {name}"
    _write(
        store_url, lambda snapshot: change(snapshot, name, day, today), by, reason, lang, message, name, day
    )


def _write(
    store_url: str,
    make: Callable[[Snapshot], tuple[Plan, ...]],
    by: str | None,
    reason: str,
    lang: str,
    message: str,
    name: str,
    first: date | None = None,
) -> None:
    """Write what is made of the snapshot, and tell by which changeset."""
    from graphmap.language import load_language
    from graphmap.schema import Batch

    with write_to_store(store_url) as store:
        records = make(store.snapshot())
        done: Changeset = store.apply(Batch.of(records), by or who_writes(), reason)
    language = load_language(lang)
    if done.id is None:
        tell(language.words("keep-nothing"))
        return
    said = {} if first is None else {"first": first}
    tell(language.words(message, plan=name, changeset=done.identity, **said))
