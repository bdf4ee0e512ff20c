"""What the commands of the terminal do; `bot.cli` says how they are called."""
