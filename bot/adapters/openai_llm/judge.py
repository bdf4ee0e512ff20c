"""The `Judge` that asks a model: whether sentences say what claims say, and whether two versions can both be true."""

from __future__ import annotations

from bot.adapters.openai_llm.model import Model
from bot.core.judging import Compared, Judged, Pair, Question
from bot.core.writing.judging import ask_for_comparison, ask_for_judgement, check_judge_prompts
from bot.core.writing.opinions import DraftComparisons, DraftOpinions, read_comparisons, read_opinions
from bot.core.writing.prompt_file import Prompt


class OpenAIJudge:
    """Reads claims with a model; raises `SettingsError` ("prompt_invalid") where a prompt is not one it can fill."""

    def __init__(self, model: Model, *, prompt: Prompt, compare_prompt: Prompt) -> None:
        check_judge_prompts(prompt, compare_prompt)
        self.model = model
        self._prompt = prompt
        self._compare_prompt = compare_prompt

    async def judge(self, questions: tuple[Question, ...]) -> Judged:
        """Return what the sentences say of each claim; raise `WriterError` where nothing usable comes."""
        messages = ask_for_judgement(questions, self._prompt)
        draft, usage = await self.model.ask(messages, prompt=self._prompt, form=DraftOpinions)
        opinions = read_opinions(draft, questions)
        return Judged(opinions=opinions, model=self.model.name, prompt=self._prompt.id, usage=usage)

    async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
        """Return which pairs of versions cannot both be true; raise `WriterError` where nothing usable comes."""
        messages = ask_for_comparison(pairs, self._compare_prompt)
        draft, usage = await self.model.ask(messages, prompt=self._compare_prompt, form=DraftComparisons)
        exclusive = read_comparisons(draft, pairs)
        return Compared(exclusive=exclusive, model=self.model.name, prompt=self._compare_prompt.id, usage=usage)
