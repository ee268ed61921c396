"""Runs commands, and says how long they took and how much memory."""

from dataclasses import dataclass
import os
from statistics import median
import subprocess
import time


@dataclass
class Run:
    #: Seconds from start to end.
    wall: float
    #: Seconds of processors, the system's included.
    cpu: float
    #: The most memory at one time, in MB (10⁶ bytes).
    memory: float


def measured(command: list) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{process.args} ended with {process.returncode}:\n{errors.decode()[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


class Series:
    """The runs of one tool in one case, in the order of the rounds."""

    def __init__(self, name: str):
        self.name = name
        self.runs: list[Run] = []

    @property
    def wall(self) -> list[float]:
        return [run.wall for run in self.runs]

    def row(self, other: "Series") -> str:
        """Wall time, processor time and memory, and how many times the other's wall time, round by round."""
        ratios = [mine / theirs for mine, theirs in zip(self.wall, other.wall)]
        cpu = median(run.cpu for run in self.runs)
        memory = median(run.memory for run in self.runs)
        return f"{self.name:14} {spread(self.wall, 's')}  {cpu:7.2f} s cpu  {memory:6.0f} MB  {spread(ratios, '×')}"


def spread(values: list[float], unit: str) -> str:
    """The median, and the least and the greatest."""
    return f"{median(values):7.3f} {unit} ({min(values):.3f}–{max(values):.3f})"
