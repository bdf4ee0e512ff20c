"""Quantities of a text in a form that no longer depends on how they are written."""

from bot.core.checking.quantities.quantity import Amount, Clock, Code, Day, Quantity, agree
from bot.core.checking.quantities.scanning import find_quantities

__all__ = ["Amount", "Clock", "Code", "Day", "Quantity", "agree", "find_quantities"]
