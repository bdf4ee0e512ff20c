"""Every verdict of a brief that code alone can give, given once more from the articles: no model, no network.

Nothing that a brief says of itself is believed. The articles are cut into sentences anew, and claims, differences,
origins and headline are held against that cut. What a judge said cannot be recomputed: it only has to fit the receipt.
"""

from bot.core.rechecking.flaws import Flaw, Kind, Rechecked, Stored
from bot.core.rechecking.reading import MOST_BYTES, parse_briefs
from bot.core.rechecking.verdicts import recheck

__all__ = ["MOST_BYTES", "Flaw", "Kind", "Rechecked", "Stored", "parse_briefs", "recheck"]
