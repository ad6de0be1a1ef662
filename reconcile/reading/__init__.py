"""Files in any format in, articles and problems out."""
