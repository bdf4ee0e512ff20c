"""What C4 rests on: the names of a claim, and the words of the articles that may bear them out."""
