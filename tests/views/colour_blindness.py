"""How colours look to WCAG and to eyes that lack a cone: luminance, contrast, protanopia, deuteranopia."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 1."""

# Machado, Oliveira and Fernandes 2009, severity 1, for linear red, green and blue.
_PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
_DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)


def read_colour(code: str) -> Colour:
    """Read a colour as style sheets write it, #rrggbb."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _open_gamma(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _close_gamma(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def measure_luminance(colour: Colour) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    red, green, blue = map(_open_gamma, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    low, high = sorted((measure_luminance(one), measure_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _see(rows: tuple[Colour, Colour, Colour]) -> Callable[[Colour], Colour]:
    def see(colour: Colour) -> Colour:
        linear = tuple(map(_open_gamma, colour))
        red, green, blue = (
            _close_gamma(sum(share * part for share, part in zip(row, linear, strict=True))) for row in rows
        )
        return red, green, blue

    return see


def _see_grey(colour: Colour) -> Colour:
    grey = _close_gamma(measure_luminance(colour))
    return grey, grey, grey


EYES: Mapping[str, Callable[[Colour], Colour]] = {
    "all cones": lambda colour: colour,
    "greyscale": _see_grey,
    "protanopia": _see(_PROTANOPIA),
    "deuteranopia": _see(_DEUTERANOPIA),
}
"""How a colour is seen, by whom."""
