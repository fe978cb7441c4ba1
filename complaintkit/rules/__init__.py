"""What follows from the record? Pure functions of values and today."""
