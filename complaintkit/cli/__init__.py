"""How do we ask and show?"""
