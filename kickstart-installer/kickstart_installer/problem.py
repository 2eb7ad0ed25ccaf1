"""What stops an installation."""


class Problem(Exception):
    """The installation cannot go on; the message says what failed and what was expected."""


class Refused(Problem):
    """The kickstart asks for something this installer does not do; nothing was written to a disk."""

    def __init__(self, line: int, command: str, reason: str):
        super().__init__(f"kickstart line {line}: {command}: {reason}")
        self.line = line
        self.command = command
