"""A `dateline preview` that runs while something is done to it."""

from http.client import HTTPConnection
from pathlib import Path
import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
from urllib.parse import urlsplit

SCRIPT = re.compile(rb'<script src="/\.dateline/preview\.js"[^>]*></script>')


class Preview:
    """Serves a copy of a folder's Content and Templates, which tests may edit."""

    def __init__(self, dateline: str, content: Path, *options: str, edit=None):
        self.dateline = dateline
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-preview-"))
        shutil.copytree(content, self.folder / "Content")
        self._options = options
        if edit:
            edit(self.folder)

    def __enter__(self):
        self.process = subprocess.Popen(
            [self.dateline, "preview", *self._options], cwd=self.folder, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        self.address = self.process.stdout.readline().split(" ")[0]
        self.parts = urlsplit(self.address)
        self.messages = []
        self._reading = threading.Thread(target=lambda: self.messages.extend(self.process.stderr), daemon=True)
        self._reading.start()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)

    def connect(self) -> HTTPConnection:
        return HTTPConnection(self.parts.hostname, self.parts.port, timeout=60)

    def get(self, path: str, method: str = "GET", **headers):
        """A request by itself: the response, and its body."""
        connection = self.connect()
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def replace(self, path: str, old: str, new: str):
        """Edits a file as most editors do."""
        file = self.folder / path
        file.write_text(file.read_text().replace(old, new))

    def write(self, path: str, text: str):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def build(self, *options: str) -> Path:
        """What a build makes of the same folder."""
        output = self.folder / "built"
        shutil.rmtree(output, ignore_errors=True)
        subprocess.run(
            [self.dateline, "build", "--output", output, *options], cwd=self.folder, check=True, capture_output=True)
        return output

    @property
    def memory(self) -> int:
        """What the process holds in memory, in KiB."""
        return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())[1])

    @property
    def descriptors(self) -> int:
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))


class Events:
    """One that listens to what the preview tells browsers."""

    def __init__(self, preview: Preview):
        self._connection = preview.connect()
        self._connection.request("GET", "/.dateline/events")
        self._response = self._connection.getresponse()

    def next(self) -> dict:
        while True:
            line = self._response.readline()
            if not line:
                raise EOFError("the stream of events has ended")
            if line.startswith(b"data: "):
                return json.loads(line[6:])

    def close(self):
        self._response.close()
        self._connection.close()


def until(condition, seconds: float = 10) -> bool:
    """Waits until a condition is met; whether it ever was."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return condition()
