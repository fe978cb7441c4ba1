"""For whom is a copy of the record?"""

from enum import StrEnum


class Audience(StrEnum):
    """Who gets a copy. `me` is the person: their own full copy, private parts included."""

    COMPANY = "company"
    AGENCY = "agency"
    COURT = "court"
    ADVISER = "adviser"
    ME = "me"

    @property
    def sees_figures(self) -> bool:
        """Whether the copy shows how the company did, in figures."""
        return self is not Audience.COMPANY

    @property
    def sees_gaps(self) -> bool:
        """Whether the copy says what the record lacks."""
        return self in (Audience.COURT, Audience.ADVISER, Audience.ME)
