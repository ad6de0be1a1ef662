"""What a figure measures: the words around it, its label, the figure it goes on from."""
