"""The commands that ask: one a question, with its help and options as the question is declared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click
from click import ParamType
from click.exceptions import NoSuchCommand
from click.shell_completion import CompletionItem
from rich_click import RichCommand

from graphmap.cli.command import HouseGroup, read_session
from graphmap.cli.options import (
    as_of_option,
    format_option,
    language_option,
    output_option,
    store_option,
    wide_option,
)
from graphmap.question.calling import call_as_option, call_parameters
from graphmap.questions.catalogue import (
    Caption,
    find_analysis_caption,
    list_analysis_captions,
    list_report_captions,
)

if TYPE_CHECKING:
    from graphmap.cli.options import Output
    from graphmap.question.declaration import Parameter, Question


class Given(ParamType[Any]):
    """What is given for a parameter, held against its type and bounds; the store reads the names of nodes."""

    def __init__(self, parameter_name: str, parameter: Parameter) -> None:
        """Take the parameter."""
        self.parameter_name, self.parameter = parameter_name, parameter
        self.name = parameter.type

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for a value in the help: the words of the model are looked up for it alone."""
        del param, ctx
        if words := self.parameter.own_words or tuple(self.parameter.kind.choices):
            return f"[{'|'.join(words)}]"
        return "NAME|ID" if self.parameter.label else self.parameter.kind.name.upper()

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value; a name is left to the store, which knows it."""
        if value is None or self.parameter.label is not None:
            return value
        if self.parameter.type == "file":
            from graphmap.files import read_named_text

            return read_named_text(Path(value))
        from graphmap.errors import QuestionError

        try:
            return self.parameter.read(self.parameter_name, value)
        except QuestionError as error:
            self.fail(str(error).removeprefix(f"{self.parameter_name}: "), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the words that the parameter takes, or the nodes of the store that it may name."""
        del param
        if self.parameter.label is not None:
            from graphmap.cli.names import offer_names

            return offer_names(ctx, self.parameter.label, incomplete)
        offered = (word for word in self.parameter.choices if word.startswith(incomplete))
        return [CompletionItem(word, help=self.parameter.choices[word]) for word in offered]


class QuestionCommand(RichCommand):
    """The command of one question: its options are made when somebody looks at them."""

    def __init__(self, caption: Caption) -> None:
        """Take what the head of the question says at first sight."""
        self.called = caption.name if caption.is_analysis else f"report {caption.name}"
        self._made: list[click.Parameter] | None = None
        text = f"{caption.caption}.\n\n{call_parameters(caption.description, call_as_option)}"
        super().__init__(name=caption.name, callback=self.answer, help=text)

    @property
    def question(self) -> Question:
        """Return the question."""
        from graphmap.questions.catalogue import load_question

        return load_question(self.called)

    @property
    def params(self) -> list[click.Parameter]:
        """Return the options: one a parameter, and those that all questions share."""
        if self._made is None:
            self._made = _make_options(self.question)
        return self._made

    @params.setter
    def params(self, made: list[click.Parameter]) -> None:
        """Take none: they come from the question."""

    def answer(
        self, store_url: str, lang: str, format_name: str, output: Output | None, wide: bool, **given: Any
    ) -> None:
        """Ask the question and show its answer."""
        from graphmap.cli.answer import show_answer
        from graphmap.cli.progress import show_steps
        from graphmap.language import load_language
        from graphmap.questions.ask import ask

        question = self.question
        _refuse_clashes(question, given)
        with read_session(store_url) as session, show_steps() as tell:
            answer = ask(session, question, given, lang, tell)
        show_answer(answer, load_language(lang), format_name, output, wide)


def _make_options(question: Question) -> list[click.Parameter]:
    def hold() -> None: ...

    command: Any = hold
    for decorate in (
        output_option,
        wide_option,
        format_option("table", "csv", "json", "html"),
        language_option("en", "fa"),
    ):
        command = decorate(command)
    for name, parameter in reversed(list(question.asked.items())):
        command = as_of_option(command) if name == "as_of" else make_option(name, parameter)(command)
    made: click.Command = click.command()(store_option(command))
    return made.params


def make_option(name: str, parameter: Parameter) -> Any:
    """Return what adds a parameter of a question to a command: an option, or an argument."""
    if parameter.positional:
        shown = name.upper() if parameter.required else f"[{name.upper()}]"
        return click.argument(name, type=Given(name, parameter), required=parameter.required, metavar=shown)
    # A default of None would count as given, and what is required would not be missed.
    default: dict[str, Any] = (
        {} if parameter.default is None else {"default": parameter.default, "show_default": True}
    )
    # What can be answered by yes may be given without a value.
    bare: dict[str, Any] = {"is_flag": False, "flag_value": "yes"} if "yes" in parameter.own_words else {}
    return click.option(
        _name_option(name),
        name,
        type=Given(name, parameter),
        required=parameter.required,
        **default,
        **bare,
        help=parameter.help,
    )


def _refuse_clashes(question: Question, given: dict[str, Any]) -> None:
    for name, other, right in question.list_clashes(given):
        raise click.UsageError(
            f"{_name_option(name)} goes with {_name_option(other)} {right}. {question.parameters[name].help}"
        )


def _name_option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


class AskingGroup(HouseGroup):
    """A group with the commands of all questions of a sort after its own."""

    def list_asked(self) -> tuple[Caption, ...]:
        """Return what its questions say at first sight."""
        return list_analysis_captions()

    def find_asked(self, name: str) -> Caption | None:
        """Return what one of its questions says at first sight, None where it has none of the name."""
        return find_analysis_caption(name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of its own commands, and where they belong those of the questions."""
        asked = [caption.name for caption in self.list_asked()]
        own = super().list_commands(ctx)
        place = own.index("reports") if "reports" in own else len(own)
        return [*own[:place], *asked, *own[place:]]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was called; one that is not there is answered with the nearest of all."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            raise NoSuchCommand(error.command_name, possibilities=self.list_commands(ctx), ctx=ctx) from error

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command of its own, or make that of a question."""
        own = super().get_command(ctx, cmd_name)
        if own is not None:
            return own
        found = self.find_asked(cmd_name)
        return None if found is None else QuestionCommand(found)


class ReportGroup(AskingGroup):
    """A group with a command a report and check."""

    def list_asked(self) -> tuple[Caption, ...]:
        """Return what the reports and checks say at first sight."""
        return list_report_captions()

    def find_asked(self, name: str) -> Caption | None:
        """Return what one of its reports or checks says at first sight."""
        return next((one for one in self.list_asked() if one.name == name), None)


@click.group("report", cls=ReportGroup)
def report_group() -> None:
    """Run one report: `graphmap report NAME --help` tells its options."""
