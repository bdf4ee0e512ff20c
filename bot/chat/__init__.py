"""Telegram, the driving side: updates in, requests out. Nothing here decides what a brief says."""
