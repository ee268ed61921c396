"""Runs commands, and says how long they took and how much memory."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
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


# A command's peak memory is at least that of the process that starts it: a small one does.
_starter = ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def measured(command: list) -> Run:
    try:
        return _starter.submit(run, [str(word) for word in command]).result()
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{error.cmd} ended with {error.returncode}:\n{error.stderr.decode()[-2000:]}")


def run(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
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
