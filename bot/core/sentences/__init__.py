"""Sentences with exact places: `split` a text, `label` an article."""

from bot.core.sentences.splitting import label, split

__all__ = ["label", "split"]
