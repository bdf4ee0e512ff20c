"""What must outlive a restart: updates, requests, briefs, pages, reports, outgoing messages, tokens, who is served."""

from bot.adapters.store.database import Database, open_database
from bot.adapters.store.doors import ChatRows, DoorRows, NoticeRows
from bot.adapters.store.inspecting import Inspection, inspect
from bot.adapters.store.ledger import FaultRows, Ledger
from bot.adapters.store.library import LibraryRows
from bot.adapters.store.outgoing import OutgoingRows
from bot.adapters.store.pages import PageRows
from bot.adapters.store.reports import ReportRows, read_reports
from bot.adapters.store.requests import RequestRows
from bot.adapters.store.updates import UpdateRows

__all__ = [
    "ChatRows",
    "Database",
    "DoorRows",
    "FaultRows",
    "Inspection",
    "Ledger",
    "LibraryRows",
    "NoticeRows",
    "OutgoingRows",
    "PageRows",
    "ReportRows",
    "RequestRows",
    "UpdateRows",
    "inspect",
    "open_database",
    "read_reports",
]
