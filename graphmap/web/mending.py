"""Shows a form anew where something of it is wrong: what was given stays, what is wrong is told beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request
from markupsafe import Markup

from graphmap.errors import GraphmapError, StoreError
from graphmap.language import Language
from graphmap.scales import name_field
from graphmap.views.elements import element, join_markup, write_attributes
from graphmap.web.asking import LANGUAGE
from graphmap.web.faults import describe_fault, tell_fault
from graphmap.web.frame import TOKEN

WRITTEN: Mapping[str, str] = {
    "name": "views-name",
    "note": "views-note",
    "source": "edit-source",
    "decided_by": "meeting-by-label",
    "ground": "meeting-ground-label",
    "day": "planning-day",
}
"""What a person writes into the forms that are sent, with the words for it; all else goes along unseen."""

ASKED = ("country", "province", "level", "sector", "as_of", "presume", "believed_on")
"""What a person may write into the address of a page."""


@dataclass(frozen=True)
class FieldFault:
    """What is wrong with a field of a form, and what may have been meant, each with its address."""

    name: str
    said: str
    choices: Sequence[tuple[str, str]] = ()


class FormStale(GraphmapError):
    """A form of a page that is older than the server, or of another one: it can be sent again."""


class FormHeld(StoreError):
    """A form that cannot be recorded as another program writes to the store: it can be sent again."""


SENT_AGAIN = (FormStale, FormHeld)
"""What is wrong with no field of a form."""


def mark_fault(identity: str, faulty: bool, helped: str = "") -> dict[str, object]:
    """Return the attributes of a field: what describes it; of one at fault, that it is, and the focus."""
    described = " ".join(filter(None, (f"{identity}-fault" if faulty else "", helped)))
    marks: dict[str, object] = {"aria-describedby": described or None}
    return {**marks, "aria-invalid": "true", "autofocus": True} if faulty else marks


def draw_fault(identity: str, said: str, choices: Iterable[tuple[str, str]] = ()) -> Markup:
    """Draw what stands beside a field at fault: what is wrong, and what may have been meant."""
    links = [
        element("li", None, element("a", {"href": address}, element("bdi", None, name)))
        for name, address in choices
    ]
    listed = element("ul", {"class": "plain choices"}, *links) if links else None
    return element("div", {"class": "field-fault", "id": f"{identity}-fault"}, said, listed)


def mark_fields(
    form: str, names: Iterable[str], fault: FieldFault | None, helped: Collection[str] = ()
) -> tuple[dict[str, Markup], dict[str, Markup]]:
    """Return the further attributes of the fields of a form, and what is told beside them, by their names."""
    marks = {
        name: write_attributes(
            mark_fault(
                f"{form}-{name}", fault is not None and fault.name == name, helps if name in helped else ""
            )
        )
        for name in names
        for helps in [f"{form}-{name}-help"]
    }
    told = dict.fromkeys(names, Markup(""))
    if fault is not None:
        told[fault.name] = draw_fault(f"{form}-{fault.name}", fault.said, fault.choices)
    return marks, told


def tell_at_field(error: GraphmapError, language: Language) -> str:
    """Return the sentence of an error as it stands at its field, which needs not be named there."""
    said = str(error)
    bare = said.removeprefix(f"{error.field}: ") if error.field else said
    return tell_fault(error if bare == said else GraphmapError(bare), language)


def list_choices(request: Request, error: GraphmapError) -> list[tuple[str, str]]:
    """List what may have been meant by a name that a page was asked for, each with its address."""
    kept = [one for one in request.query_params.multi_items() if one[0] != error.field]
    return [
        (one["name"], f"{request.url.path}?{urlencode([*kept, (error.field, one['id'])])}")
        for one in describe_fault(error).get("choices", [])
    ]


def draw_mending(request: Request, error: GraphmapError, language: Language) -> Markup | None:
    """Draw the form that a fault is of, filled with what was given; None where it is of no field."""
    posted: dict[str, str] | None = getattr(request.state, "posted", None)
    if posted is None:
        given = {name: value for name, value in request.query_params.multi_items() if name != LANGUAGE}
        shown = {error.field: name_field(error.field)} if error.field in ASKED else {}
    else:
        given = {name: value for name, value in posted.items() if name not in ("token", LANGUAGE)}
        shown = {name: words for name, words in WRITTEN.items() if name in given or name == error.field}
        if request.url.path.startswith("/plans") and "name" in shown:
            shown["name"] = "planning-name"
        given["token"] = TOKEN
    if not isinstance(error, SENT_AGAIN) and (not error.field or error.field not in shown):
        return None
    said = tell_at_field(error, language)
    hidden = {**{name: value for name, value in given.items() if name not in shown}, LANGUAGE: language.code}

    def draw(name: str, words: str) -> Markup:
        identity, faulty = f"mend-{name}", name == error.field
        value = {"id": identity, "name": name, "value": given.get(name, ""), "dir": "auto"}
        marks = {**mark_fault(identity, faulty), "maxlength": 500, "autocomplete": "off"}
        choices = list_choices(request, error) if posted is None else ()
        return element(
            "div",
            {"class": "field"},
            element("label", {"for": identity}, language.words(words)),
            element("input", {**value, **marks}),
            draw_fault(identity, said, choices) if faulty else None,
        )

    return element(
        "form",
        {"class": "form", "method": "get" if posted is None else "post", "action": request.url.path},
        join_markup(
            element("input", {"type": "hidden", "name": name, "value": value})
            for name, value in hidden.items()
        ),
        *(draw(name, words) for name, words in shown.items()),
        element("button", {"type": "submit"}, language.words("serve-send-again")),
    )
