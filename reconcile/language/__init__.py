"""From characters to typed expressions: tokens, phrases, numerals, quantities, dates, sentences.

All words of a language live in the tables under `data/`.
"""
