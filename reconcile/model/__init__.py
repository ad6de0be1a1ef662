"""Values only: no input or output, no patterns, no words of any language."""
