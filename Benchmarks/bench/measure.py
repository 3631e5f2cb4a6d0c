"""Runs one command and measures its whole process tree."""
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from bench.report import Failure


@dataclass
class Cost:
    """What a command and every process it waited for took."""

    cpu: float  # seconds, user and system
    wall: float  # seconds
    peak: float  # megabytes (10^6 bytes) resident, of the largest single process


def measure(what, command, folder):
    """Runs `command` in `folder`, its output in files there; a status other than 0 is a Failure.

    The figures are the kernel's for the child and the descendants it waited for. A peak below this process's own,
    some 20 MB, can't be seen, because the child begins as a copy of it.
    """
    print(f"{what} ...", file=sys.stderr, flush=True)
    log = os.path.join(folder, what.replace(" ", "-"))
    with open(log + ".stdout", "wb") as out, open(log + ".stderr", "wb") as err:
        start = time.monotonic()
        try:
            process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        except OSError as error:
            raise Failure(f"{what} did not start: {error}") from error
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            process.kill()
            raise
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failure(f"{what} ended with status {process.returncode}: {last_line(log + '.stderr')}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / 1e6)


def last_line(path):
    with open(path, encoding="utf-8", errors="replace") as handle:
        lines = [line.strip() for line in handle if line.strip()]
    return lines[-1] if lines else "nothing on stderr"
