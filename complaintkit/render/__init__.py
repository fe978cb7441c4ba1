"""How does it look? Values in, text or bytes out."""
