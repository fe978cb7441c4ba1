"""How does a filled form look as a web page from which each field is copied?

It loads nothing, and reads without scripts; with them each text has a button that copies it. A
text says in which language it is, so that it is read aloud in that.
"""

from complaintkit.model.form_told import FormTold
from complaintkit.render.html_page import cleared, own_parts, page_template
from complaintkit.rules.language import language_of


def form_html(form: FormTold, *, paper: str) -> str:
    """Return the form as one HTML file."""
    return page_template("form.html", cleared).render(
        form=form,
        say=form.words["page-words"],
        language_of=language_of,
        **own_parts("form", paper),
    )
