"""Which claims answer the same question."""
