"""What in a letter would cost the writer their reader, and what is missing?"""
