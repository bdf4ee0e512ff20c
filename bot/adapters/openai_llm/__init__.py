"""Writer and judge that ask a model behind an OpenAI-compatible endpoint. Import them late: the SDK is heavy."""
