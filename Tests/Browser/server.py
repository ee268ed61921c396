"""Serves a build on the loopback interface, below the path its base URL has, as a static host would."""

from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread
from urllib.parse import urlsplit

from output import Output


@contextmanager
def served(output: Output, base_url: str):
    """Yields the URL at which the build's root answers, ending in a slash."""
    prefix = urlsplit(base_url).path.rstrip("/")

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(output.folder))

        def translate_path(self, path: str) -> str:
            inside = path == prefix or path.startswith(prefix + "/")
            return super().translate_path(path[len(prefix):] if inside else "/no such file")

        def send_error(self, code, message=None, explain=None):
            page = output.file("/404.html")
            if code != 404 or page is None:
                return super().send_error(code, message, explain)
            body = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.copyfile(BytesIO(body), self.wfile)

        def copyfile(self, source, outputfile):
            # A browser that goes on to another page does not wait for the last one.
            with suppress(ConnectionError):
                super().copyfile(source, outputfile)

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}/"
        server.shutdown()
