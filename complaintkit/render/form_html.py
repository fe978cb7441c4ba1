"""How does a filled form look as a web page from which each field is copied?

It loads nothing, and reads without scripts; with them each text has a button that copies it.
"""

from complaintkit.model.form_told import FormTold
from complaintkit.render.html_page import cleared, own_parts, page_template


def form_html(form: FormTold, *, paper: str) -> str:
    """Return the form as one HTML file."""
    return page_template("form.html", cleared).render(
        form=form, say=form.words["page-words"], **own_parts("form", paper)
    )
