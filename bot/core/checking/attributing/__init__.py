"""What C5 rests on: who is said to say what, how surely, and what of it a claim loses."""
