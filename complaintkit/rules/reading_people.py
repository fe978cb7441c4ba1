"""How do an entry's text fields become the people and bodies in a case?"""

from complaintkit.model.people import Behalf, Company, Contact, Officer, Party
from complaintkit.rules.reading import Fields, inner, text, texts


def contact(fields: Fields) -> Contact | None:
    """Return the person who complains, or None where nothing is known."""
    found = Contact(
        name=text(fields, "name"),
        address=texts(fields, "address"),
        email=text(fields, "email"),
        phone=text(fields, "phone"),
    )
    return None if found == Contact() else found


def company(fields: Fields) -> Company:
    """Return the company complained to."""
    head = inner(fields, "head")
    return Company(
        name=text(fields, "name"),
        address=texts(fields, "address"),
        country=text(fields, "country"),
        region=text(fields, "region"),
        email=text(fields, "email"),
        phone=text(fields, "phone"),
        head=Officer(name=text(head, "name"), title=text(head, "title")) if head else None,
        account=text(fields, "account"),
        customer_since=text(fields, "customer_since"),
    )


def party(fields: Fields) -> Party:
    """Return another body in the dispute."""
    return Party(
        name=text(fields, "name"),
        role=text(fields, "role"),
        address=texts(fields, "address"),
        email=text(fields, "email"),
    )


def behalf(fields: Fields) -> Behalf | None:
    """Return whom the person speaks for, or None."""
    return (
        Behalf(name=text(fields, "name"), authority=text(fields, "authority")) if fields else None
    )
