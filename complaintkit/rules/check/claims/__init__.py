"""Does the log bear out what a letter claims?"""
