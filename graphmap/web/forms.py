"""Makes the form of a question from its declaration: a field a parameter, with what may be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import Markup

from graphmap.dates import to_solar
from graphmap.language import Language
from graphmap.question.declaration import Parameter, Question
from graphmap.scales import name_field
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name, clean_name, sort_key
from graphmap.views.elements import element
from graphmap.web.mending import FieldFault, draw_fault, mark_fault

LISTED = ("Country", "Province")
"""Labels of which a person chooses one from a list; of others they write a name."""

FIRST = ("country", "province", "sector", "level", "as_of")
"""What is asked first, after what a question needs and what it has of its own."""

MOST_TEXT = 4_000
"""How many characters of a file a form takes: what goes into an address."""


def draw_form(
    question: Question,
    given: Mapping[str, str],
    snapshot: Snapshot,
    language: Language,
    fault: FieldFault | None = None,
) -> Markup:
    """Draw the form of a question, filled with what was given; what is wrong stands at its field."""
    names = sorted(question.asked, key=lambda name: _rank(question, name))
    shown = [
        name
        for name in names
        if _rank(question, name) < 3 or given.get(name, "").strip() or (fault and fault.name == name)
    ]
    rest = [name for name in names if name not in shown]

    def draw(name: str) -> Markup:
        return _draw_field(name, question.asked[name], given.get(name, ""), snapshot, language, fault)

    more = element(
        "details",
        None,
        element("summary", None, language.words("serve-more")),
        element("div", {"class": "form"}, *(draw(name) for name in rest)),
    )
    return element(
        "section",
        {"class": "panel", "aria-label": language.words("serve-form")},
        element(
            "form",
            {"class": "form", "method": "get", "action": f"/reports/{question.name}"},
            element("input", {"type": "hidden", "name": "lang", "value": language.code}),
            *(draw(name) for name in shown),
            element("button", {"type": "submit"}, language.words("serve-ask")),
            more if rest else None,
        ),
    )


def _rank(question: Question, name: str) -> int:
    """Return where a field stands: what is needed, the question's own, what is asked first, the rest."""
    parameter = question.asked[name]
    if parameter.required:
        return 0
    if name in question.parameters and name not in {
        "kinds",
        "nature",
        "limit",
        "until",
        "min_shared",
        *FIRST,
    }:
        return 1
    return 2 if name in FIRST else 3


def _draw_field(
    name: str,
    parameter: Parameter,
    value: str,
    snapshot: Snapshot,
    language: Language,
    fault: FieldFault | None,
) -> Markup:
    identity = f"field-{name}"
    faulty = fault if fault and fault.name == name else None
    marks = mark_fault(identity, faulty is not None, f"{identity}-help")
    control = _draw_control(identity, name, parameter, value, snapshot, language, marks)
    return element(
        "div",
        {"class": "field"},
        element("label", {"for": identity}, language.words(name_field(name))),
        control,
        draw_fault(identity, faulty.said, faulty.choices) if faulty else None,
        element("span", {"class": "quiet", "id": f"{identity}-help"}, parameter.help_in(language.code)),
    )


def _draw_control(
    identity: str,
    name: str,
    parameter: Parameter,
    value: str,
    snapshot: Snapshot,
    language: Language,
    marks: Mapping[str, object],
) -> Markup:
    attributes = {"id": identity, "name": name, "required": parameter.required, **marks}
    if parameter.choices:
        choices = [
            (word, fa if language.code == "fa" else word.replace("_", " "))
            for word, fa in parameter.choices.items()
        ]
    elif parameter.label in LISTED:
        choices = list(list_named(snapshot, str(parameter.label), language))
        if parameter.label == "Country":
            choices = [choice for choice in choices if choice[0] != snapshot.home]
        value = _find_id(snapshot, str(parameter.label), value)
    elif parameter.type == "file":
        return element("textarea", {**attributes, "maxlength": MOST_TEXT, "rows": 4, "dir": "auto"}, value)
    else:
        bounds: dict[str, object] = {"type": "text", "maxlength": 200, "autocomplete": "off"}
        if parameter.type == "whole":
            bounds = {"type": "number", "min": parameter.least or 0, "max": parameter.most, "step": 1}
        shown = value or ("" if parameter.default is None else str(parameter.default))
        if parameter.type in {"day", "day_or_all"}:
            shown = write_day(shown, language)
        return element("input", {**attributes, **bounds, "value": shown, "dir": "auto"})
    chosen = set(value.split("|")) if parameter.many else {value or str(parameter.default or "")}
    blank = [] if parameter.required or parameter.default is not None else [("", language.words("serve-any"))]
    options = (
        element("option", {"value": word, "selected": word in chosen}, said)
        for word, said in [*blank, *choices]
    )
    return element("select", {**attributes, "multiple": parameter.many}, *options)


def write_day(text: str, language: Language) -> str:
    """Write a day into a field as the readers of a language do; any other text as it is."""
    if language.code != "fa":
        return text
    try:
        solar = to_solar(date.fromisoformat(text))
    except ValueError:
        return text
    return text if solar is None else language.digits("{}/{:02}/{:02}".format(*solar))


def _find_id(snapshot: Snapshot, label: str, name: str) -> str:
    found = snapshot.directory.candidates(label, name) if name.strip() else ()
    return found[0] if len(found) == 1 else name


def list_named(snapshot: Snapshot, label: str, language: Language) -> Iterable[tuple[str, str]]:
    """Return ids and names of the places of a label, in the order of a language."""
    places = snapshot.places
    named = [
        (
            places.ids[row],
            Name(clean_name(places.names[row]), clean_name(places.names_fa[row] or "")).in_language(
                language.code
            ),
        )
        for row in snapshot.rows_of(label)
    ]
    return sorted(named, key=lambda one: sort_key(one[1], language.code))
