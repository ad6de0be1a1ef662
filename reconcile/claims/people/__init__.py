"""Whom a figure counts: everyone, a group, single people, the attacker too, those who hold it."""
