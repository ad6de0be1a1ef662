"""The results for people and for other programs, one module a format."""
