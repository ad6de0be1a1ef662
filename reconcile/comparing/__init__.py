"""What claims that answer one question come to when laid against each other."""
