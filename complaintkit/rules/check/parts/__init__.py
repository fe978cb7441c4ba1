"""Which parts does a text hold, and which does it lack?"""
