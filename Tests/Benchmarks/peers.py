#!/usr/bin/env python3
"""Measures newsroom and its peers from Debian on the same texts, in one run, and prints a table.

    peers.py FOLDER WORK NEWSROOM

FOLDER was written by `generate … lines`; WORK is filled with the same articles as feeds, mail and tables; NEWSROOM is the program.
A peer that is not installed is left out, and said so. Times are seconds or milliseconds from a key or a start to the last byte
of the answer, medians of three; importing is done once. A terminal of 120 columns and 40 rows.
"""
import fcntl, glob, html, json, os, pty, re, select, shutil, signal, statistics, struct, subprocess, sys, termios, time
from email.utils import format_datetime
from datetime import datetime, timezone

WORD = "unesco"
FEEDS = 100


class Terminal:
    """A program in a pseudo-terminal. What it writes is not drawn, only timed and searched."""

    def __init__(self, command, environment):
        self.seen = b""
        self.start = self.last = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(environment, TERM="xterm-256color", LANG="C.UTF-8")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execvp(command[0], command)
        os.set_blocking(self.fd, False)

    def read(self, seconds):
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 18)
        except OSError:
            return False
        self.seen += data
        self.last = time.perf_counter()
        return bool(data)

    def until(self, text, timeout=300):
        """Waits for a text, then for quiet; gives the seconds from the last key, or from the start, to the last byte."""
        deadline = time.perf_counter() + timeout
        while text.encode() not in re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", self.seen):
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{text!r} did not appear")
            self.read(0.2)
        return self.quiet()

    def quiet(self, seconds=0.3):
        while self.read(seconds):
            pass
        return self.last - self.start

    def press(self, keys):
        self.quiet(0.1)
        self.seen = b""
        self.start = self.last = time.perf_counter()
        os.write(self.fd, keys.encode())

    def memory(self):
        status = open(f"/proc/{self.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def articles(folder):
    for path in sorted(glob.glob(f"{folder}/articles/*.jsonl")):
        for line in open(path, encoding="utf-8"):
            record = json.loads(line)
            body = record["bodies"][0]["value"]
            date = datetime.fromisoformat(record["versionCreated"][:10]).replace(tzinfo=timezone.utc)
            yield record["uri"], date, record["headlines"][0]["value"], body


def write_peers(folder, work):
    """The same articles as RSS feeds and as mail."""
    os.makedirs(f"{work}/feeds")
    for name in ("cur", "new", "tmp"):
        os.makedirs(f"{work}/mail/{name}")
    feeds = [open(f"{work}/feeds/{n:03}.xml", "w", encoding="utf-8") for n in range(FEEDS)]
    for number, feed in enumerate(feeds):
        feed.write(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {number}</title>')
    for number, (uri, date, headline, body) in enumerate(articles(folder)):
        feeds[number % FEEDS].write(
            f"<item><title>{html.escape(headline)}</title><link>{uri}</link><guid>{uri}</guid>"
            f"<pubDate>{format_datetime(date)}</pubDate><description>{html.escape(body)}</description></item>\n")
        text = re.sub(r"<[^>]*>", " ", body)
        subject = " ".join(headline.split())
        with open(f"{work}/mail/cur/{number}.host:2,S", "w", encoding="utf-8") as mail:
            mail.write(
                f"From: news@example.org\nTo: staff@example.org\nMessage-ID: <{number}@example.org>\nSubject: {subject}\n"
                f"Date: {format_datetime(date)}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n")
    for feed in feeds:
        feed.write("</channel></rss>\n")
        feed.close()


def seconds(command, **options):
    began = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - began


def median(body, times=3):
    return statistics.median(body() for _ in range(times))


def shown(value):
    if value is None:
        return "–"
    return f"{value:.1f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def browse(command, environment, ready, keys):
    """Starts a program three times and presses keys; gives the median of the start and of each key, and the memory."""
    rows, memory = [], 0
    for _ in range(3):
        terminal = Terminal(command, environment)
        try:
            times = [terminal.until(ready)]
            for key, text in keys:
                terminal.press(key)
                times.append(terminal.until(text) if text else terminal.quiet())
            memory = max(memory, terminal.memory())
        finally:
            terminal.end()
        rows.append(times)
    return [statistics.median(column) for column in zip(*rows)], memory


def newsroom(folder, work, program):
    environment = dict(XDG_CACHE_HOME=f"{work}/cache", XDG_STATE_HOME=f"{work}/state", XDG_CONFIG_HOME=f"{work}/config")
    command = [program, "--data", folder]
    build = seconds([program, "search", "--data", folder, "--limit", "1", WORD], env=os.environ | environment)
    keys = [("\r", "Publisher"), ("q", None), ("/" + WORD, None)]
    (start, opened, back, found), memory = browse(command, environment, "Articles", keys)
    search = median(lambda: seconds([program, "search", "--data", folder, "--limit", "60", WORD], env=os.environ | environment))
    return "newsroom", build, start, opened, back, found, search, memory


def newsboat(work):
    with open(f"{work}/urls", "w") as urls:
        urls.write('"query:All:age >= 0"\n')
        urls.writelines(f"file://{os.path.abspath(path)}\n" for path in sorted(glob.glob(f"{work}/feeds/*.xml")))
    with open(f"{work}/newsboat.conf", "w") as configuration:
        configuration.write("show-read-feeds yes\nauto-reload no\nmax-items 0\n")
    base = ["newsboat", "-q", "-u", f"{work}/urls", "-c", f"{work}/newsboat.db", "-C", f"{work}/newsboat.conf"]
    build = seconds(base + ["-x", "reload"])
    keys = [("\r", "Articles"), ("\r", "Feed:"), ("q", None), ("/" + WORD + "\r", None)]
    (start, listed, opened, back, found), memory = browse(base, {}, "All", keys)
    return "newsboat", build, start + listed, opened, back, found, None, memory


def notmuch(work):
    with open(f"{work}/notmuch.conf", "w") as configuration:
        configuration.write(
            f"[database]\npath={os.path.abspath(work)}/mail\n[user]\nname=Staff\nprimary_email=staff@example.org\n"
            "[new]\ntags=unread\n")
    environment = os.environ | {"NOTMUCH_CONFIG": f"{work}/notmuch.conf"}
    build = seconds(["notmuch", "new", "--quiet"], env=environment)
    search = median(lambda: seconds(["notmuch", "search", "--limit=60", WORD], env=environment))
    return "notmuch", build, None, None, None, None, search, None


def sfeed(work):
    os.makedirs(f"{work}/tables")
    began = time.perf_counter()
    for path in glob.glob(f"{work}/feeds/*.xml"):
        with open(path) as source, open(f"{work}/tables/{os.path.basename(path)[:-4]}", "w") as table:
            subprocess.run(["sfeed"], stdin=source, stdout=table, check=True)
    build = time.perf_counter() - began
    command = ["sfeed_curses"] + sorted(glob.glob(f"{work}/tables/*"))
    (start,), memory = browse(command, {}, "000", [])
    return "sfeed_curses, titles only", build, start, None, None, None, None, memory


def ripgrep(work):
    search = median(lambda: seconds(["rg", "-il", WORD, f"{work}/mail"]))
    return "ripgrep", None, None, None, None, None, search, None


def main():
    folder, work, program = sys.argv[1:]
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    write_peers(folder, work)
    rows, missing = [newsroom(folder, work, program)], []
    for name, measure in (("newsboat", newsboat), ("notmuch", notmuch), ("sfeed_curses", sfeed), ("rg", ripgrep)):
        if shutil.which(name) is None:
            missing.append(name)
            continue
        try:
            rows.append(measure(work))
        except TimeoutError as error:
            print(f"{name}: {error}", file=sys.stderr)
    print("| | importing | start to list | opening | back | search, in the list | search, command | memory |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, *times, memory in rows:
        print("|", " | ".join([name] + [shown(time) for time in times] + [f"{memory:.0f} MB" if memory else "–"]), "|")
    if missing:
        print(f"Not installed: {', '.join(missing)}")


if __name__ == "__main__":
    main()
