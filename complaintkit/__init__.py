"""complaintkit: keep the record, know the next step, write the one-page letter."""

__version__ = "0.1.0"
