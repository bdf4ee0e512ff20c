"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_access()
    _make_briefs()
    _make_messages()
    _make_requests()
    _make_accounts()


def _make_access() -> None:
    op.create_table(
        "footnote_access",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_footnote_access")),
    )
    op.create_table(
        "footnote_chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_footnote_chats")),
    )
    op.create_table(
        "footnote_listed_chats",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_footnote_listed_chats")),
    )


def _make_briefs() -> None:
    op.create_table(
        "footnote_articles",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_footnote_articles")),
    )
    op.create_table(
        "footnote_briefs",
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("request_id", "number", name=op.f("pk_footnote_briefs")),
    )


def _make_messages() -> None:
    op.create_table(
        "footnote_updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_footnote_updates")),
    )
    op.create_table(
        "footnote_outgoing",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_footnote_outgoing")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_footnote_outgoing_request_id"), "footnote_outgoing", ["request_id"], unique=False)
    op.create_index(op.f("ix_footnote_outgoing_state"), "footnote_outgoing", ["state"], unique=False)
    op.create_table(
        "footnote_notices",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("name", "day", name=op.f("pk_footnote_notices")),
    )


def _make_requests() -> None:
    op.create_table(
        "footnote_requests",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("request_id", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("request", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_footnote_requests")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_footnote_requests_asked_at"), "footnote_requests", ["asked_at"], unique=False)
    op.create_index(
        op.f("ix_footnote_requests_chat_id_message_id"), "footnote_requests", ["chat_id", "message_id"], unique=False
    )
    op.create_index(op.f("ix_footnote_requests_request_id"), "footnote_requests", ["request_id"], unique=True)
    op.create_index(op.f("ix_footnote_requests_state"), "footnote_requests", ["state"], unique=False)


def _make_accounts() -> None:
    op.create_table(
        "footnote_usage",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("estimate", sa.BigInteger(), nullable=False),
        sa.Column("input_tokens", sa.BigInteger(), nullable=False),
        sa.Column("output_tokens", sa.BigInteger(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("reserved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_footnote_usage")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_footnote_usage_day"), "footnote_usage", ["day"], unique=False)

    op.create_table(
        "footnote_faults",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "code", name=op.f("pk_footnote_faults")),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_footnote_usage_day"), table_name="footnote_usage")
    op.drop_table("footnote_usage")
    op.drop_table("footnote_updates")
    op.drop_index(op.f("ix_footnote_requests_state"), table_name="footnote_requests")
    op.drop_index(op.f("ix_footnote_requests_request_id"), table_name="footnote_requests")
    op.drop_index(op.f("ix_footnote_requests_chat_id_message_id"), table_name="footnote_requests")
    op.drop_index(op.f("ix_footnote_requests_asked_at"), table_name="footnote_requests")
    op.drop_table("footnote_requests")
    op.drop_index(op.f("ix_footnote_outgoing_state"), table_name="footnote_outgoing")
    op.drop_index(op.f("ix_footnote_outgoing_request_id"), table_name="footnote_outgoing")
    op.drop_table("footnote_outgoing")
    op.drop_table("footnote_notices")
    op.drop_table("footnote_listed_chats")
    op.drop_table("footnote_faults")
    op.drop_table("footnote_chats")
    op.drop_table("footnote_briefs")
    op.drop_table("footnote_articles")
    op.drop_table("footnote_access")
