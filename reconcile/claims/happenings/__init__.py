"""Which happening a sentence tells of, and on what day."""
