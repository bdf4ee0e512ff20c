"""What the check of clarity rests on: how a claim opens, its dates, and whether it states one fact."""
