"""From typed expressions to claims: what is measured, how it is said, by whom, of what."""
