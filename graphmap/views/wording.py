"""Says things in the languages of a page: one as bare text, two as twins of which the page shows one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from graphmap.language import CODES, Code, Language, load_language
from graphmap.schema import DECLARED
from graphmap.text import Name
from graphmap.views.elements import Attributes, element, join_markup

Wanted = Literal["en", "fa", "both"]
Argument = str | float | Name | None


@dataclass(frozen=True)
class Wording:
    """The languages of a page, the one it opens in first."""

    languages: tuple[Language, ...]

    @property
    def codes(self) -> tuple[Code, ...]:
        """Return the codes of the languages."""
        return tuple(one.code for one in self.languages)

    def each(
        self, make: Callable[[Language], str], tag: str = "span", attributes: Attributes | None = None
    ) -> Markup:
        """Make a text in every language; twins are told apart by class. No tag: bare, if alone."""
        if len(self.languages) == 1 and tag == "span" and not attributes:
            return element("span", None, make(self.languages[0]))[6:-7]
        return join_markup(element(tag, self.mark(one, attributes), make(one)) for one in self.languages)

    def mark(self, one: Language, attributes: Attributes | None = None) -> dict[str, object]:
        """Return attributes for what is in one language: nothing more where the page has no other.

        The twin that is shown is always in the language of the whole page, so it needs no `lang` of its own.
        """
        given = dict(attributes or {})
        if len(self.languages) > 1:
            classes = f"{given.get('class', '')} in-{one.code}".strip()
            given = {**given, "class": classes}
        return given

    def say(self, message_id: str, **arguments: Argument) -> Markup:
        """Say a message of graphmap/words in every language; a Name argument is put in the language's own."""
        return self.each(lambda one: say(one, message_id, **arguments))

    def number(self, value: float) -> Markup:
        """Write a number in every language's digits."""
        return self.each(lambda one: one.number(value))

    def name(self, name: Name) -> Markup:
        """Write a name apart from the direction of its surroundings."""
        if len(self.languages) == 1 or name.in_language("fa") == name.en:
            return element("bdi", None, name.in_language(self.languages[0].code))
        return join_markup(
            element("bdi", self.mark(one), name.in_language(one.code)) for one in self.languages
        )


def choose_wording(wanted: Wanted, first: Code = "en") -> Wording:
    """Return the wording of a page in one language or in both."""
    codes = (first, *(code for code in CODES if code != first)) if wanted == "both" else (wanted,)
    return Wording(tuple(load_language(code) for code in codes))


def say(one: Language, message_id: str, **arguments: Argument) -> str:
    """Say a message in one language; a Name argument is put in the language's own."""
    given = {
        key: value.in_language(one.code) if isinstance(value, Name) else value
        for key, value in arguments.items()
    }
    return one.words(message_id, **given)


def say_choice(one: Language, record: str, column: str, value: str) -> str:
    """Say a word that a field chooses among, as the schema declares it: English is the word itself.

    >>> say_choice(load_language("en"), "TIED_TO", "kind", "sister_city")
    'sister city'
    """
    if one.code == "fa":
        return DECLARED[record].column(column).kind.choices.get(value, value)
    return value.replace("_", " ")
