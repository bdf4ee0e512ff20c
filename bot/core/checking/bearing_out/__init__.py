"""What C2 rests on: which sentences bear a quantity out, and which say otherwise."""
