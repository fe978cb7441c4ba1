"""Which words of a text would cost the writer their reader?"""
