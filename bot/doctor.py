"""What `footnote doctor` looks at, and what it says: never a secret, always what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.app import OPENAI, open_texts, read_knowledge, read_prompt
from bot.core.access import Access
from bot.core.errors import DeliveryError, FootnoteError, SettingsError, WriterError
from bot.core.models import DraftBrief, DraftRepairs
from bot.core.writing.judging import check_judge_prompts
from bot.core.writing.opinions import DraftComparisons, DraftOpinions
from bot.core.writing.prompting import check_prompts
from bot.core.writing.schema import strict_schema
from bot.loading import SAMPLES, SampleLoader, check_proxy, item_of
from bot.ports import Texts
from bot.settings import Settings, read_settings


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at."""

    subject: str
    ok: bool
    sentence: str


async def examine() -> tuple[Diagnosis, ...]:
    """Look at all that a brief and the bot need, in the order in which it is asked for."""
    texts = open_texts("en")
    try:
        settings = read_settings()
    except FootnoteError as error:
        return (_problem(texts, "settings", error),)
    return (
        Diagnosis(texts.say("doctor-settings"), True, texts.say("doctor-settings-ok")),
        _prompts(settings, texts),
        _lists(texts),
        await _pages(texts),
        *await _proxy(settings, texts),
        await _model(settings, texts),
        *await _judge(settings, texts),
        await _telegram(settings, texts),
        *await _database(settings, texts),
    )


def _prompts(settings: Settings, texts: Texts) -> Diagnosis:
    try:
        brief, repair = read_prompt("brief", settings.brief_prompt), read_prompt("repair", settings.repair_prompt)
        judge, compare = read_prompt("judge", settings.judge_prompt), read_prompt("compare", settings.compare_prompt)
        check_prompts(brief, repair)
        check_judge_prompts(judge, compare)
        for form in (DraftBrief, DraftRepairs, DraftOpinions, DraftComparisons):
            strict_schema(form)
    except FootnoteError as error:
        return _problem(texts, "prompts", error)
    names = ", ".join(prompt.id for prompt in (brief, repair, judge, compare))
    return Diagnosis(texts.say("doctor-prompts"), True, texts.say("doctor-prompts-ok", names=names))


def _lists(texts: Texts) -> Diagnosis:
    try:
        knowledge = read_knowledge()
    except (OSError, ValueError, KeyError, TypeError) as error:
        sentence = texts.say("doctor-lists-broken", reason=type(error).__name__)
        return Diagnosis(texts.say("doctor-lists"), False, sentence)
    counts = {"outlets": len(knowledge.outlets), "loaded": len(knowledge.loaded)}
    return Diagnosis(texts.say("doctor-lists"), True, texts.say("doctor-lists-ok", **counts))


async def _pages(texts: Texts) -> Diagnosis:
    """Whether the reading process starts and finds the article in a sample page."""
    try:
        async with AsyncExitStack() as stack:
            await SampleLoader(stack).load(item_of(next(iter(SAMPLES))))
    except FootnoteError:
        return Diagnosis(texts.say("doctor-pages"), False, texts.say("doctor-pages-broken"))
    return Diagnosis(texts.say("doctor-pages"), True, texts.say("doctor-pages-ok"))


async def _proxy(settings: Settings, texts: Texts) -> tuple[Diagnosis, ...]:
    if not settings.fetch_proxy.get_secret_value():
        return ()
    try:
        await check_proxy(settings)
    except SettingsError as error:
        return (_problem(texts, "proxy", error),)
    return (Diagnosis(texts.say("doctor-proxy"), True, texts.say("doctor-proxy-ok")),)


async def _model(settings: Settings, texts: Texts) -> Diagnosis:
    subject = texts.say("doctor-model")
    if not settings.has_model:
        half = bool(settings.openai_model or settings.openai_api_key or settings.openai_base_url)
        missing = "OPENAI_MODEL" if not settings.openai_model else "OPENAI_API_KEY"
        message = "doctor-model-half" if half else "doctor-model-none"
        return Diagnosis(subject, not half, texts.say(message, missing=missing))
    return await _probe(settings, texts, name=settings.openai_model or "", subject="model")


async def _judge(settings: Settings, texts: Texts) -> tuple[Diagnosis, ...]:
    """Which model compares claims with their sentences; asked only where it is not the one that writes."""
    if not settings.has_model:
        return ()
    name = settings.judging_model
    if name is None:
        return (Diagnosis(texts.say("doctor-judge"), True, texts.say("doctor-judge-none")),)
    if name == settings.openai_model:
        return (Diagnosis(texts.say("doctor-judge"), True, texts.say("doctor-judge-same", model=name)),)
    return (await _probe(settings, texts, name=name, subject="judge"),)


async def _probe(settings: Settings, texts: Texts, *, name: str, subject: str) -> Diagnosis:
    """Whether a model answers; `subject` is what it is for, as in the ids of the sentences."""
    from bot.app import open_model

    try:
        host = urlsplit(settings.openai_base_url or OPENAI).hostname or "?"
    except ValueError:
        return _problem(texts, subject, SettingsError("model_url_invalid"))
    named = {"model": name, "host": host}
    async with AsyncExitStack() as stack:
        try:
            form = await open_model(settings, stack, name=name).probe()
        except WriterError as error:
            told = texts.say("doctor-model-bad", reason=texts.say(f"fault-{error.code}"), **named)
            sentence = " ".join((told, *_advice(error, texts, subject=subject)))
            return Diagnosis(texts.say(f"doctor-{subject}"), False, sentence)
        except SettingsError as error:
            return _problem(texts, subject, error)
    return Diagnosis(texts.say(f"doctor-{subject}"), True, texts.say("doctor-model-ok", form=form, **named))


def _advice(error: WriterError, texts: Texts, *, subject: str) -> Iterator[str]:
    if error.code == "rejected" and subject == "judge":
        yield texts.say("doctor-judge-rejected")
    elif error.code in _ADVICE:
        yield texts.say(f"doctor-model-{error.code}")
    if known := error.params.get("known"):
        yield texts.say("doctor-model-known", names=known)


_ADVICE = frozenset({"unauthorised", "unavailable", "timed_out", "quota", "rejected", "too_long"})


async def _telegram(settings: Settings, texts: Texts) -> Diagnosis:
    """Whether the token is right; without one there is no bot, which is no fault of the commands."""
    subject = texts.say("doctor-telegram")
    if settings.telegram_bot_token is None:
        return Diagnosis(subject, True, texts.say("doctor-telegram-none"))
    from bot.adapters.bot_api.client import connect, open_bot

    host = urlsplit(settings.telegram_api).hostname or "?"
    bot = open_bot(token=settings.telegram_bot_token.get_secret_value(), api=settings.telegram_api, limiter=None)
    try:
        await connect(bot)
        return Diagnosis(subject, True, texts.say("doctor-telegram-ok", name=bot.username))
    except SettingsError as error:
        return _problem(texts, "telegram", error)
    except DeliveryError:
        return _problem(texts, "telegram", SettingsError("telegram_unreachable", host=host))
    finally:
        await bot.shutdown()


async def _database(settings: Settings, texts: Texts) -> tuple[Diagnosis, ...]:
    """Whether the database is sound, and who may use the bot; looked at without changing anything."""
    from bot.adapters.store import inspect

    subject = texts.say("doctor-database")
    try:
        found = await inspect(settings.database_url.get_secret_value())
    except FootnoteError as error:
        return (_problem(texts, "database", error),)
    if not found.exists:
        state = "new"
    elif found.in_use:
        state = "in-use"
    else:
        state = "ok" if found.is_current else "old"
    told = texts.say(f"doctor-database-{state}", path=found.path, requests=found.requests)
    return (Diagnosis(subject, True, told), _access(found.access, settings, texts))


def _access(access: Access, settings: Settings, texts: Texts) -> Diagnosis:
    subject, listed = texts.say("doctor-access"), access.listed | settings.allowed_chats
    if access.owner_id is None:
        return Diagnosis(subject, True, texts.say("doctor-access-unclaimed"))
    state = "open" if access.is_open else "closed"
    return Diagnosis(subject, True, texts.say(f"doctor-access-{state}", count=len(listed)))


def _problem(texts: Texts, subject: str, error: FootnoteError) -> Diagnosis:
    return Diagnosis(texts.say(f"doctor-{subject}"), False, texts.say(f"error-{error.code}", **error.params))
