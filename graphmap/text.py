"""Names in two scripts: fold them for matching, transliterate, compare, sort, and make slugs of them.

Matching goes in two steps. Two names are the same if they fold alike (`fold`, `NameIndex.exact`). For a name
that nothing folds like, `NameIndex.nearest` finds candidates by how alike the transliterations and the
consonant skeletons are (Persian writes no short vowels). A candidate is a suggestion for a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from typing import Literal

SortKey = tuple[tuple[int, ...], str] | tuple[str, str]

_DIRECTION_MARKS = dict.fromkeys(
    [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)
# One letter of the Persian alphabet for those that look or sound like it (after decomposition, so that hamza,
# madda and harakat are already apart), and plain Latin for letters that Unicode does not decompose.
LETTERS_ALIKE = str.maketrans(
    dict(zip("يىےكەہھةٱ", "یییکهههها", strict=True))
    | dict(zip("øłıđðə", "olidda", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th", "&": " and ", "\u0640": None, "\u200c": None, "\u200d": None}
    | dict.fromkeys("ء'’‘`´ʼʻʿʾ′")
)


_DECIMAL = re.compile(r"\d")


def ascii_digits(text: str) -> str:
    """Return the text with every decimal digit of any script (Persian, Arabic, full-width …) as 0 to 9.

    >>> ascii_digits("۱۳۹۸/٠٢")
    '1398/02'
    """
    if text.isascii():
        return text
    return _DECIMAL.sub(lambda found: str(unicodedata.decimal(found[0])), text)


def strip_direction_marks(text: str) -> str:
    r"""Return the text without the marks that turn its direction (and without a byte-order mark).

    >>> strip_direction_marks("a\u202eb")
    'ab'
    """
    return text if text.isascii() else text.translate(_DIRECTION_MARKS)


def shows_nothing(text: str) -> bool:
    r"""Say whether a text is blank to the eye: empty, or of spaces, controls and invisible marks alone.

    >>> shows_nothing(" \u200e\u200b\t"), shows_nothing("\u200eQom")
    (True, False)
    """
    if text.isascii():
        if text.isprintable():
            return not text or text.isspace()
        return not any(" " < c < "\x7f" for c in text)
    return all(unicodedata.category(c) in _INVISIBLE for c in text)


_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""Return a text as a terminal may be given it: what would act on it, or hide, shown as an escape.

    Such are controls (but the line feed and the tab), overrides of direction and invisible marks. The
    half-space, the joiner, and the marks that lay out Persian beside English stay.

    >>> visible("a\x1b]52;c;eA==\x07b\u202ec"), visible("\u2068می\u200cشود\u2069\n")
    ('a\\x1b]52;c;eA==\\x07b\\u202ec', '\u2068می\u200cشود\u2069\n')
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _SHOWN_AS_THEY_ARE else _escape(c) for c in text)


# Half-space and joiner; marks of a direction; isolates, which end with their line.
_SHOWN_AS_THEY_ARE = frozenset("\n\t\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")


def _escape(c: str) -> str:
    return " " if unicodedata.category(c) == "Zs" else repr(c)[1:-1]


def clean_name(name: str) -> str:
    r"""Return a name as it can be shown: nothing that turns the direction, no controls, single spaces.

    >>> clean_name("Bas\u202era\n  x")
    'Basra x'
    """
    shown = strip_direction_marks(name)
    if not shown.isprintable():
        shown = "".join(map(_show, shown))
    return re.sub(" +", " ", shown).strip()


def _show(c: str) -> str:
    """Return a character; nothing for an invisible mark (but a half-space), a space for a control."""
    if c.isprintable() or c in "\u200c\u200d":
        return c
    return "" if unicodedata.category(c) == "Cf" else " "


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """The name of a thing in English and Persian; `fa` is blank where there is no Persian name."""

    en: str
    fa: str = ""

    def in_language(self, code: str) -> str:
        """Return the name in "en" or "fa"; English stands where there is no Persian."""
        return self.fa if code == "fa" and self.fa else self.en


def guess_language(name: str) -> Literal["en", "fa"]:
    """Return the language of a name by its script: "fa" where most letters are those of Persian or Arabic.

    >>> guess_language("Türkiye"), guess_language("تركيه"), guess_language("۱۲")
    ('en', 'fa', 'en')
    """
    if name.isascii():
        return "en"
    letters = "".join(filter(str.isalpha, name))
    return "fa" if 2 * len(_ARABIC.findall(letters)) > len(letters) else "en"


_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufefc]")
"""A character of the Arabic script, presentation forms included."""


# ---------------------------------------------------------------------------- folding


def fold(name: str) -> str:
    """Return the form in which names are matched: two names are the same if they fold alike.

    Nothing of case, diacritics and harakat, Arabic or Persian form of a letter, digits' script, half-space,
    kashida, punctuation or spaces is left. A name of nothing else folds to itself, without its outer spaces.

    >>> fold("Türkiye") == fold("TURKIYE"), fold("سان‌مارینو") == fold("سان مارينو"), fold("Sana'a")
    (True, True, 'sanaa')
    """
    return _fold_words(name).replace(" ", "") or name.strip().casefold()


def split_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name.

    >>> split_words("Razavi-KHORASAN")
    ('razavi', 'khorasan')
    """
    return tuple(_fold_words(name).split())


@lru_cache(maxsize=65_536)
def _fold_words(name: str) -> str:
    """Return the folded words of a name, one space between them."""
    if name.isascii():
        text = name.casefold().translate(LETTERS_ALIKE)
    else:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        text = ascii_digits(apart.translate(LETTERS_ALIKE))
    words = text.split()
    if "".join(words).isalnum():
        return " ".join(words)
    # Marks above class 9 are diacritics and harakat; the others are part of a letter (a kana's voice).
    text = "".join(c for c in text if unicodedata.combining(c) <= 9)
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text)
    return " ".join(kept.split())


_UNIT_WORDS = frozenset(
    (
        *("city", "town", "municipality", "commune", "comune", "municipio", "gemeente", "stadt", "kommune"),
        *("kommun", "shi", "oblast", "raion", "province", "governorate", "district", "county", "prefecture"),
        *("region", "state", "the", "of", "de", "شهر", "شهرستان", "استان", "شهرداری", "ولایت"),
    )
)
"""Words that say what a place is, or join others."""

_SAINTS = dict.fromkeys(("saint", "sankt", "sint", "sainte", "ste", "sveti", "санкт", "سن", "سنت"), "st")
"""Saint in other languages, as names are folded."""


def keep_telling(name: str) -> str:
    """Return the words of a name that tell it from others: no word for what it is, and one word for a saint.

    >>> keep_telling("Gemeente Amsterdam"), keep_telling("St. Petersburg"), keep_telling("City")
    ('amsterdam', 'st petersburg', 'city')
    """
    words = [_SAINTS.get(word, word) for word in split_words(name)]
    telling = [word for word in words if word not in _UNIT_WORDS]
    return " ".join(telling or words)


def transliterate(name: str) -> str:
    """Return a name in lower-case ASCII letters, as written: Persian without its short vowels.

    >>> transliterate("خراسان رضوی"), transliterate("Łódź")
    ('khrsn rdwy', 'lodz')
    """
    from anyascii import anyascii

    return anyascii(_fold_words(name)).lower()


# ---------------------------------------------------------------------------- comparing

_LIKE_BUT_NOT_THE_SAME = 99.99
_PART_OF_THE_NAME = 80.0
"""What two names are worth at least where one holds all words of the other: Khorasan, Razavi Khorasan."""

# Persian consonants by their sound; ا و ی and ع ء are weak: they may stand for a vowel or for nothing.
_SOUNDS = str.maketrans(
    dict(zip("بپتطثسصجحهدذزضظرفقکگلمن", "bpttsssjhhdzzzzrfqkglmn", strict=True))
    | {"چ": "ch", "خ": "kh", "ژ": "zh", "ش": "sh", "غ": "gh"}
    | dict.fromkeys("اویع")
)
# Latin spellings of one sound, digraphs first; q, x, $ and % stand for gh, kh, sh and ch.
_SPELLINGS = (
    *(("ch", "%"), ("kh", "x"), ("gh", "q"), ("sh", "$"), ("zh", "j"), ("ph", "f"), ("th", "t"), ("ck", "k")),
    *(("ce", "se"), ("ci", "si"), ("cy", "sy"), ("c", "k"), ("g", "k")),
    *((weak, "") for weak in "aeiouvwy"),
)


@lru_cache(maxsize=65_536)
def skeleton(name: str) -> str:
    """Return the consonants of a name, each sound in one spelling, Persian and English alike.

    Vowels and weak letters (v, w, y) are dropped, kh, gh/q, sh, ch, zh folded, a doubled consonant is one.

    >>> skeleton("خوزستان"), skeleton("Khuzestan"), skeleton("Qazvin") == skeleton("قزوین")
    ('xzstn', 'xzstn', True)
    """
    from anyascii import anyascii

    text = anyascii(_fold_words(name).translate(_SOUNDS)).lower()
    for spelling, sound in _SPELLINGS:
        text = text.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", text)


def find_nearest(name: str, candidates: Iterable[str], count: int = 3) -> list[tuple[str, float]]:
    """Return the candidates most like a name with their scores, best first (for many names: NameIndex).

    >>> find_nearest("آذربایجان", ["Iraq", "Azerbaijan", "Yazd"], 1)[0][0]
    'Azerbaijan'
    """
    found = NameIndex((candidate, candidate) for candidate in candidates).nearest(name, count)
    return [(candidate, score) for candidate, _, score in found]


class NameIndex:
    """Names and the ids they stand for, ready to be asked by any spelling. One id may have many names.

    >>> index = NameIndex([("Türkiye", "TUR"), ("ترکیه", "TUR"), ("Iraq", "IRQ"), ("Georgia", "GEO")])
    >>> index.exact("turkiye"), index.exact("تركيه"), index.exact("Turkey")
    (('TUR',), ('TUR',), ())
    >>> index.nearest("Turkey", 1)
    [('Türkiye', 'TUR', 88.46)]
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a name and the id it stands for; empty names are left out."""
        self._pairs = sorted({(name, identity) for name, identity in names if name.strip()})
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, (name, _) in enumerate(self._pairs):
            self._places[fold(name)].append(place)
        self._forms: tuple[tuple[str, ...], ...] | None = None

    def __len__(self) -> int:
        """Return the number of pairs of a name and an id."""
        return len(self._pairs)

    def exact(self, name: str) -> tuple[str, ...]:
        """Return the ids of which some name folds like this one, in order; more than one means ambiguous."""
        return tuple(sorted({self._pairs[place][1] for place in self._places.get(fold(name), ())}))

    def nearest(self, name: str, count: int = 3) -> list[tuple[str, str, float]]:
        """Return the names most like this one as (name, id, score), best first, each id once.

        A score is the mean of the similarity (rapidfuzz `ratio`) of the transliterations and of the
        skeletons, at least 80 where one name holds all words of the other, 100 only where they fold alike.
        Equal scores stand in the order of name and id.
        """
        if not self._pairs or count < 1:
            return []
        from rapidfuzz import fuzz, process

        if self._forms is None:
            self._forms = tuple(zip(*(_list_forms(known) for known, _ in self._pairs), strict=True))
        plain, bare = self._forms
        asked, bones = _list_forms(name)
        scores = process.cdist([asked], plain, scorer=fuzz.ratio)[0]
        scores = (scores + process.cdist([bones], bare, scorer=fuzz.ratio)[0]) / 2
        words = frozenset(asked.split())
        parts = [place for place, known in enumerate(plain) if _is_part(words, frozenset(known.split()))]
        scores[parts] = scores[parts].clip(min=_PART_OF_THE_NAME)
        scores = scores.clip(max=_LIKE_BUT_NOT_THE_SAME)
        if folded_alike := self._places.get(fold(name)):
            scores[folded_alike] = 100
        best: dict[str, tuple[str, str, float]] = {}
        for place in (-scores).argsort(kind="stable"):
            known, identity = self._pairs[place]
            if identity not in best:
                best[identity] = (known, identity, round(float(scores[place]), 2))
                if len(best) == count:
                    break
        return list(best.values())


def _list_forms(name: str) -> tuple[str, str]:
    """Return the transliteration and the skeleton as they are compared: people write one q as k (Irak)."""
    return transliterate(name).replace("q", "k"), skeleton(name).replace("q", "k")


def _is_part(some: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether one of two names holds all words of the other and more."""
    return bool(some and others) and (some < others or others < some)


# ---------------------------------------------------------------------------- sorting and naming

_PERSIAN_ORDER = {c: rank for rank, c in enumerate("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", start=0x200)}
_PERSIAN_FORMS = str.maketrans("يىئكةۀأإٱؤ", "یییکههاااو", "\u0640\u200c\u200d")


def sort_key(name: str, lang: Literal["en", "fa"] | str) -> SortKey:
    """Return the key that sorts names as a dictionary of the language does; equal keys mean equal names.

    Persian: آ first, پ چ ژ ک گ ی in place, half-space and kashida ignored, a space before any letter, other
    scripts after (equal to ICU's order on the 31 provinces). English: by the transliterated, folded words.

    >>> sorted(["یزد", "قم", "آمل", "چابهار", "تهران", "اراک"], key=lambda name: sort_key(name, "fa"))
    ['آمل', 'اراک', 'تهران', 'چابهار', 'قم', 'یزد']
    """
    if lang != "fa":
        return transliterate(name), name
    text = unicodedata.normalize("NFC", name).translate(_PERSIAN_FORMS).casefold()
    letters = (c for c in text if not unicodedata.combining(c))
    return tuple(_rank_persian(c) for c in letters), name


def _rank_persian(c: str) -> int:
    """Return the place of a character: spaces, signs, digits (all below 0x200), Persian letters, the rest."""
    if c in _PERSIAN_ORDER:
        return _PERSIAN_ORDER[c]
    if c.isspace():
        return 0
    if c.isdecimal():
        return 0x100 + unicodedata.decimal(c)
    return 0x300 + ord(c) if c.isalpha() else 1


def mint_slug(name: str) -> str:
    """Return a name as an id can hold it: ASCII letters and digits, words joined by hyphens; never empty.

    Names that fold alike, word by word, have one slug. A name of no letters gets a short hash.

    >>> mint_slug("Razavi Khorasan"), mint_slug("Şanlıurfa"), mint_slug("قم"), mint_slug("♥")
    ('razavi-khorasan', 'sanliurfa', 'qm', 'x284d0f')
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", transliterate(name)))
    return "-".join(words) or "x" + blake2s(fold(name).encode(), digest_size=3).hexdigest()
