"""The command that writes a dossier: of a country, a province, a border or two provinces."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphmap.cli.command import read_session, tell
from graphmap.cli.look import Look, look_options, office_option
from graphmap.cli.names import complete_subject
from graphmap.cli.options import language_option, overwrite_option

if TYPE_CHECKING:
    from graphmap.views.dossier_parts import Dossier, DossierKind

KINDS = ("country", "province", "border", "pair")
"""What a dossier can be about; a test holds them to those of the model."""

FORMS = (".html", ".pdf", ".docx")
"""What a dossier can be written as, by the end of the file's name."""


@click.command("dossier")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("names", nargs=-1, required=True, metavar="NAME...", shell_complete=complete_subject)
@click.option(
    "-o", "--output", "file", required=True, type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.html|.pdf|.docx", help="Where to, and as what: by the end of the name.",
)  # fmt: skip
@look_options
@language_option("en", "fa")
@office_option
@click.option("--reference", default="", help="The number of the paper; without it a line stays to fill in.")
@overwrite_option
def write_dossier(
    kind: DossierKind,
    names: tuple[str, ...],
    file: Path,
    look: Look,
    lang: str,
    office: Path | None,
    reference: str,
    overwrite: bool,
) -> None:
    """Write a dossier that a minister reads and signs: two to four sheets, to print or to edit.

    `country TUR`, `province IR-03`, `border IRQ` (the provinces that border it) or `pair IR-03 IR-04`, each
    by a code or any of its names, in either script: who competes with whom, a map, who is there by document,
    joint acts, gaps, missions, what is not known and which document would settle it, sources. PDF is printed
    by the Chromium of this machine, DOCX needs `pip install "graphmap[docx]"`.
    """
    from graphmap.language import load_language
    from graphmap.text import clean_name
    from graphmap.views.dossier import find_subject, make_dossier
    from graphmap.views.office import NO_OFFICE, read_office
    from graphmap.writing import check_file

    form = file.suffix.lower()
    if form not in FORMS:
        raise click.UsageError(f"-o {file}: right would be a name that ends in {', '.join(FORMS)}.")
    check_file(file, overwrite)
    signed_by = NO_OFFICE if office is None else read_office(office)
    with read_session(look.store_url) as session:
        snapshot = session.snapshot(look.believed_on)
        subject = find_subject(snapshot, kind, names)
        language = load_language(lang)
        dossier = make_dossier(
            snapshot, subject, language, look.as_of, look.presume, signed_by, clean_name(reference)
        )
    look.say(lang)
    _write(dossier, form, file, overwrite)
    tell(language.words("told-wrote-dossier", file=str(file), title=dossier.title))


def _write(dossier: Dossier, form: str, file: Path, overwrite: bool) -> None:
    from graphmap.views.dossier_page import render_dossier
    from graphmap.writing import write_bytes, write_text

    if form == ".html":
        write_text(render_dossier(dossier), file, overwrite)
    elif form == ".pdf":
        from graphmap.views.browser import print_page

        write_bytes(print_page(render_dossier(dossier)), file, overwrite)
    else:
        from graphmap.cli.command import say
        from graphmap.views.dossier_docx import write_docx

        for left_out in write_docx(dossier, file, overwrite):
            say(left_out)
