"""The writer that asks a model behind an OpenAI-compatible endpoint. Import its modules late: the SDK is heavy."""
