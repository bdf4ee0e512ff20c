"""The `Writer` that asks a model: a draft, and its repair."""

from __future__ import annotations

from bot.adapters.openai_llm.model import Model
from bot.core.models import DraftBrief, DraftRepairs, FailedClaim, Rewritten, WritingRequest, Written
from bot.core.writing.prompt_file import Prompt
from bot.core.writing.prompting import ask_for_brief, ask_for_repair, check_prompts


class OpenAIWriter:
    """Drafts briefs with a model; raises `SettingsError` ("prompt_invalid") where a prompt is not one it can fill."""

    def __init__(self, model: Model, *, prompt: Prompt, repair_prompt: Prompt) -> None:
        check_prompts(prompt, repair_prompt)
        self.model = model
        self._prompt = prompt
        self._repair_prompt = repair_prompt

    async def write(self, request: WritingRequest) -> Written:
        """Return a draft; raise `WriterError` where the model gives nothing that can be used."""
        messages = ask_for_brief(request, self._prompt)
        draft, usage = await self.model.ask(messages, prompt=self._prompt, form=DraftBrief)
        return Written(draft=draft, model=self.model.name, prompt=self._prompt.id, usage=usage)

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        """Return second tries at the failed claims; raise `WriterError` where nothing usable comes."""
        messages = ask_for_repair(request, prompt=self._prompt, repair=self._repair_prompt, draft=draft, failed=failed)
        repairs, usage = await self.model.ask(messages, prompt=self._repair_prompt, form=DraftRepairs)
        return Rewritten(draft=repairs, usage=usage)
