"""For a notebook: a function a question, made from its declaration.

```python
from graphmap.notebook import border_gaps, rivals
from graphmap.store import open_store

with open_store("graph.kgl", read_only=True) as store:
    answer = rivals(store, country="Turkey", as_of="2026-02-08")
answer.findings, answer.as_dicts(), answer.as_json(), answer.ties()
```

Every analysis and report has one, named as it is. `help(rivals)` tells the parameters and columns.
`quick_network(store.snapshot())` draws the network of all ties in the notebook.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from graphmap.errors import QuestionError
from graphmap.question.declaration import Question, name_argument
from graphmap.questions.answer import Answer
from graphmap.questions.ask import ask
from graphmap.questions.catalogue import list_captions, load_question
from graphmap.store.contract import Store

Asking = Callable[..., Answer]
"""Takes a store and, by keyword, what the question can be asked for."""


def __getattr__(name: str) -> Callable[..., Any]:
    """Make the function of a question."""
    if name == "quick_network":
        from graphmap.views.quick_network import quick_network

        return quick_network
    try:
        return make_function(load_question(name))
    except QuestionError as error:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}: {error}") from error


def __dir__() -> list[str]:
    """Name every question."""
    return sorted({"ask", "quick_network", *(caption.name for caption in list_captions())})


def make_function(question: Question) -> Asking:
    """Make a function that asks a question, with its parameters as keywords and its help as docstring."""
    called = {name_argument(name): name for name in question.asked}

    def answer(store: Store, **given: Any) -> Answer:
        return ask(store, question, {called.get(name, name): value for name, value in given.items()})

    answer.__name__ = answer.__qualname__ = question.name
    answer.__doc__ = describe_question(question)
    positional, keyword = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    parameters = [inspect.Parameter("store", positional, annotation=Store)]
    for name, parameter in zip(called, question.asked.values(), strict=True):
        default = inspect.Parameter.empty if parameter.required else parameter.default
        parameters.append(inspect.Parameter(name, keyword, default=default))
    answer.__signature__ = inspect.Signature(parameters, return_annotation=Answer)  # type: ignore[attr-defined]
    return answer


def describe_question(question: Question) -> str:
    """Describe a question, its parameters and columns in plain text."""
    lines = [f"{question.caption}.", "", question.description, "", "Parameters:"]
    lines += [f"    {name_argument(name)}: {parameter.help}" for name, parameter in question.asked.items()]
    lines += ["", "Columns:"]
    lines += [f"    {name}: {column.help}" for name, column in question.columns.items()]
    return "\n".join(lines)
