"""One frozen `Settings`: config/default.toml, then `.env`, then the environment; secrets also from files."""

from __future__ import annotations

import os
import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from bot.core.errors import SettingsError

_PACKAGE = Path(__file__).parent
_SECRETS = ("OPENAI_API_KEY", "TELEGRAM_BOT_TOKEN", "DATABASE_URL", "FOOTNOTE_FETCH_PROXY")
_OWN_NAMES = ("OPENAI_", "TELEGRAM_BOT_TOKEN", "DATABASE_URL", "FOOTNOTE_")
_PROXY = re.compile(r"https?://(?:[^\s/?#@]+@)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::([1-9][0-9]{0,4}))?/?", re.ASCII)


def resource(folder: str) -> Path:
    """Return where `prompts` or `config` lies: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


class Settings(BaseSettings):
    """What an operator may set; the defaults and their meaning are written in config/default.toml."""

    model_config = SettingsConfigDict(
        env_prefix="FOOTNOTE_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    openai_api_key: SecretStr | None = Field(None, validation_alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(None, validation_alias="OPENAI_BASE_URL")
    openai_model: str | None = Field(None, validation_alias="OPENAI_MODEL")
    telegram_bot_token: SecretStr | None = Field(None, validation_alias="TELEGRAM_BOT_TOKEN")
    database_url: SecretStr = Field(validation_alias=AliasChoices("DATABASE_URL", "database_url"))
    """Secret because the address of a database server may hold a password."""
    telegram_api: str = Field(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?$")
    allowed_chats: frozenset[int]
    burst_seconds: float = Field(ge=0, le=10)
    parallel_requests: int = Field(ge=1, le=64)
    daily_tokens: int = Field(ge=0)
    price_input: float = Field(ge=0)
    price_output: float = Field(ge=0)
    price_currency: str = Field(pattern=r"^[A-Z]{3}$")
    model_pause: float = Field(ge=0)
    log_level: Literal["debug", "info", "warning", "error"]
    model_timeout: float = Field(gt=0)
    model_deadline: float = Field(gt=0)
    model_input_budget: int = Field(ge=1000)
    request_extra: dict[str, Any] = Field(default_factory=dict)
    """Fields added to every model call, as JSON: {"temperature": 0}."""
    repair_rounds: int = Field(ge=0, le=2)
    judge_model: str = Field(pattern=r"^\S{1,200}$")
    brief_prompt: str = Field(pattern=r"^v[0-9]+$")
    repair_prompt: str = Field(pattern=r"^v[0-9]+$")
    judge_prompt: str = Field(pattern=r"^v[0-9]+$")
    compare_prompt: str = Field(pattern=r"^v[0-9]+$")
    max_articles: int = Field(ge=1, le=20)
    min_words: int = Field(ge=1)
    load_deadline: float = Field(gt=0)
    fetch_deadline: float = Field(gt=0)
    fetch_max_bytes: int = Field(ge=10_000)
    fetch_max_document_bytes: int = Field(ge=10_000)
    fetch_interval: float = Field(ge=0, le=60)
    fetch_contact: str = Field(pattern=r"^([!-'*-\[\]-~]{1,200})?$")
    fetch_proxy: SecretStr = Field(validation_alias=AliasChoices("FOOTNOTE_FETCH_PROXY", "fetch_proxy"))
    """Secret because it may hold a password."""
    fetch_allow_networks: tuple[str, ...]
    fetch_allow_ports: frozenset[Annotated[int, Field(ge=1, le=65_535)]]
    interface_language: str = Field(pattern=r"^(auto|[a-z]{2,3})$")

    @field_validator("fetch_allow_networks")
    @classmethod
    def _are_networks(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        for network in given:
            ip_network(network)
        return given

    @field_validator("fetch_proxy")
    @classmethod
    def _is_proxy(cls, given: SecretStr) -> SecretStr:
        found = _PROXY.fullmatch(given.get_secret_value())
        if given.get_secret_value() and (not found or int(found[1] or 80) > 65_535):
            raise ValueError("it has not the form http://host:port")
        return given

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        defaults = TomlConfigSettingsSource(settings_cls, resource("config") / "default.toml")
        return init_settings, env_settings, dotenv_settings, defaults

    @property
    def secret_words(self) -> tuple[str, ...]:
        """What must never be shown or logged: the token, the key, the passwords of the database and the proxy."""
        held = [secret.get_secret_value() for secret in (self.telegram_bot_token, self.openai_api_key) if secret]
        passwords = [_password(address.get_secret_value()) for address in (self.database_url, self.fetch_proxy)]
        return tuple(word for word in (*held, *passwords) if word)

    @property
    def has_model(self) -> bool:
        """Whether a model is configured: a name, and an endpoint or a key for the usual one."""
        return bool(self.openai_model and (self.openai_base_url or self.openai_api_key))

    @property
    def judging_model(self) -> str | None:
        """The name of the model that compares each claim with its sentences once more; None where none does."""
        if not self.has_model or self.judge_model == "none":
            return None
        return self.openai_model if self.judge_model == "same" else self.judge_model


def read_settings(**given: object) -> Settings:
    """Return the settings; raise `SettingsError` naming the setting that is wrong, never its value."""
    try:
        return Settings(**{**_secrets_from_files(), **given})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"]) or "settings"
        raise SettingsError("setting_wrong", name=_shown(name), reason=_reason(first)) from None
    except OSError as error:
        raise SettingsError("setting_unreadable", reason=type(error).__name__) from None
    except ValueError as error:
        field = re.search(r'field "(\w+)"', str(error))
        if field:
            raise SettingsError("setting_wrong", name=_shown(field.group(1)), reason="it is not valid JSON") from None
        raise SettingsError("setting_unreadable", reason=type(error).__name__) from None


def _password(address: str) -> str | None:
    try:
        return urlsplit(address).password
    except ValueError:
        return None


def _reason(error: ErrorDetails) -> str:
    if error["type"] == "string_pattern_mismatch":
        return "it does not have the form that config/default.toml describes"
    return error["msg"].removeprefix("Value error, ")


def _shown(name: str) -> str:
    head = name.split(".", maxsplit=1)[0]
    return head.upper() if head.upper().startswith(_OWN_NAMES) else f"FOOTNOTE_{head.upper()}"


def _secrets_from_files() -> dict[str, str]:
    """`NAME_FILE` names a file that holds the secret `NAME`, as container platforms hand them over."""
    found = {}
    given = {**dotenv_values(".env"), **os.environ}
    for name in _SECRETS:
        path = given.get(f"{name}_FILE")
        if not path or given.get(name):
            continue
        try:
            found[name] = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise SettingsError("secret_unreadable", name=f"{name}_FILE") from None
    return found
