"""The subcommands besides `check`: a module of the command's name with `run(options) -> exit code`."""
