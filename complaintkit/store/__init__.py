"""Where do things lie on disk?"""
