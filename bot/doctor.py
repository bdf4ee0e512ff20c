"""What `footnote doctor` looks at, and what it says: never a secret, always what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.app import OPENAI, SAMPLES, SampleLoader, item_of, open_texts, read_knowledge, read_prompt
from bot.core.errors import FootnoteError, SettingsError, WriterError
from bot.core.models import DraftBrief, DraftRepairs
from bot.core.writing.schema import strict_schema
from bot.ports import Texts
from bot.settings import Settings, read_settings


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at."""

    subject: str
    ok: bool
    sentence: str


async def examine() -> tuple[Diagnosis, ...]:
    """Look at the settings, the prompts, the word lists, the reading of pages and the model, in that order."""
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
        await _model(settings, texts),
    )


def _prompts(settings: Settings, texts: Texts) -> Diagnosis:
    try:
        prompts = [read_prompt("brief", settings.brief_prompt), read_prompt("repair", settings.repair_prompt)]
        for form in (DraftBrief, DraftRepairs):
            strict_schema(form)
    except FootnoteError as error:
        return _problem(texts, "prompts", error)
    names = ", ".join(prompt.id for prompt in prompts)
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
        await SampleLoader().load(item_of(next(iter(SAMPLES))))
    except FootnoteError:
        return Diagnosis(texts.say("doctor-pages"), False, texts.say("doctor-pages-broken"))
    return Diagnosis(texts.say("doctor-pages"), True, texts.say("doctor-pages-ok"))


async def _model(settings: Settings, texts: Texts) -> Diagnosis:
    subject = texts.say("doctor-model")
    if not settings.has_model:
        half = bool(settings.openai_model or settings.openai_api_key or settings.openai_base_url)
        missing = "OPENAI_MODEL" if not settings.openai_model else "OPENAI_API_KEY"
        message = "doctor-model-half" if half else "doctor-model-none"
        return Diagnosis(subject, not half, texts.say(message, missing=missing))
    from contextlib import AsyncExitStack

    from bot.app import open_writer

    try:
        host = urlsplit(settings.openai_base_url or OPENAI).hostname or "?"
    except ValueError:
        return _problem(texts, "model", SettingsError("model_url_invalid"))
    named = {"model": settings.openai_model or "", "host": host}
    async with AsyncExitStack() as stack:
        try:
            form = await open_writer(settings, stack).probe()
        except WriterError as error:
            reason = texts.say(f"fault-{error.code}")
            known = error.params.get("known")
            hint = texts.say("doctor-model-known", names=known) if known else ""
            message = texts.say(f"doctor-model-{error.code}") if error.code in _ADVICE else ""
            sentence = texts.say("doctor-model-bad", reason=reason, **named)
            return Diagnosis(subject, False, " ".join(part for part in (sentence, message, hint) if part))
        except SettingsError as error:
            return _problem(texts, "model", error)
    return Diagnosis(subject, True, texts.say("doctor-model-ok", form=form, **named))


_ADVICE = frozenset({"unauthorised", "unavailable", "timed_out", "quota", "rejected", "too_long"})


def _problem(texts: Texts, subject: str, error: FootnoteError) -> Diagnosis:
    return Diagnosis(texts.say(f"doctor-{subject}"), False, texts.say(f"error-{error.code}", **error.params))
