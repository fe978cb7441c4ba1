"""What are the nouns? Frozen dataclasses and enums, standard library only."""
