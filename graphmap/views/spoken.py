"""The messages that the script of a page says itself, from the same files as all else (graphmap/words)."""

from graphmap.scales import RIVALRY

MET = (*RIVALRY, "possible")
"""The verdicts of which each has messages of its own."""

SPOKEN = (
    *("list-mark", "list-last", "and-more", "clause-mark"),
    *("sentence-none", "sentence-all", "sentence-counted", "sentence-in-sector"),
    *(f"sentence-rivals-{verdict}" for verdict in MET),
    *(f"sentence-country-{verdict}" for verdict in MET),
    *(f"sentence-province-{verdict}" for verdict in MET),
    *(f"sentence-cell-{verdict}" for verdict in MET),
    *("sentence-none-certain", "sentence-possible-more", "sentence-at", "sentence-joint", "sentence-where"),
    *("sentence-country", "sentence-country-none", "sentence-border-list"),
    *("sentence-province", "sentence-province-none", "sentence-alone-cannot-tell", "sentence-alone-aside"),
    *("sentence-pair", "sentence-pair-none", "sentence-border", "sentence-border-none"),
    *("sentence-two", "sentence-two-none", "sentence-two-apart", "sentence-line", "sentence-met"),
    *("sentence-shared", "sentence-only-countries", "sentence-only-sectors"),
    *("pair-since", "pair-since-latest", "pair-listed", "pair-first"),
    *("sentence-basis", "basis-ties", "basis-undated", "basis-sectors", "basis-presumed", "basis-possible"),
    *("findings-all", "findings-fewer", "findings-more", "findings-possible", "findings-strong"),
    *("findings-same-country", "findings-shared", "findings-count", "unknown", "date-unknown"),
    *("absence-cannot-tell", "absence-none-recorded"),
    *("evidence-constant", "evidence-more", "evidence-beside", "evidence-beside-hide"),
    *("evidence-not-counted", "row-clause", "page-take-off"),
    *("sources-retrieved", "page-country", "page-province", "page-sector", "page-level"),
    *("evidence-province", "evidence-city", "evidence-country", "evidence-target", "evidence-kind"),
    *("evidence-sectors", "evidence-since", "evidence-until", "evidence-last-sign", "evidence-standing"),
    *("evidence-source", "evidence-search"),
    *("page-day", "page-other-day", "basis-beside", "basis-source", "basis-sources"),
)
"""Their names; the page carries them as lists (messages.Messages.describe)."""
