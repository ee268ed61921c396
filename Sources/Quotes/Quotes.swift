// Quotes: see README.md in the next commit.
