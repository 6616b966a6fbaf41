#!/usr/bin/env python3
"""Measures newsroom at several sizes, and its peers from Debian on the same texts in the same run; prints two tables.

    bench.py TOOLS NEWSROOM WORK PEERS SIZE…

TOOLS has the programs generate and measure, NEWSROOM is the program, WORK is filled with data and caches. Peers are measured at
PEERS articles, 0 for not at all; one that is not installed is left out, and said so. A terminal of 120 columns and 40 rows;
times are from a start until the list is there and from a key to the last byte of its answer, medians of three; building and
importing is done once, but for small archives.
"""
import contextlib, fcntl, glob, html, json, os, pty, re, select, shutil, signal, sqlite3, statistics, struct, subprocess, sys
import termios, time
from email.utils import format_datetime
from datetime import datetime, timezone

WORD = "unesco"
NOWHERE = "qqqqq"
FEEDS = 100


# MARK: A terminal


class Terminal:
    """A program in a pseudo-terminal. What it writes is not drawn, only timed and searched."""

    def __init__(self, command):
        self.seen = b""
        self.start = self.last = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
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
        """Waits for a text; gives the seconds from the last key, or from the start, until it was there."""
        deadline = time.perf_counter() + timeout
        while text.encode() not in re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", self.seen):
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{text!r} did not appear")
            self.read(0.2)
        found = self.last - self.start
        self.settle()
        return found

    def answer(self, timeout=20):
        """Waits for an answer of any kind; gives the seconds from the last key to its last byte."""
        deadline = time.perf_counter() + timeout
        while not self.seen and time.perf_counter() < deadline:
            self.read(0.2)
        return self.settle()

    def settle(self, seconds=0.2):
        while self.read(seconds):
            pass
        return self.last - self.start

    def press(self, keys):
        self.settle(0.1)
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


def browse(command, ready, keys):
    """Starts a program three times and presses keys; gives the median of the start and of each key, and the memory."""
    rows, memory = [], 0
    for _ in range(3):
        terminal = Terminal(command)
        try:
            times = [terminal.until(ready)]
            for key, text in keys:
                terminal.press(key)
                times.append(terminal.until(text) if text else terminal.answer())
            memory = max(memory, terminal.memory())
        finally:
            terminal.end()
        rows.append(times)
    return [statistics.median(column) for column in zip(*rows)], memory


# MARK: newsroom

TYPED = ["education unesco", "delegation vis", "高等教育", '"higher learning"', "org:org-3 dig", "образ", "-the", "kind:visit"]


def browser(program, folder, cache):
    # Every start is measured at the list, not where the one before was left.
    return [program, "--data", folder, "--cache", cache]


def newsroom(folder, work, program):
    """newsroom as its peers are measured, the catalogue built anew."""
    cache = f"{work}/catalogue"
    shutil.rmtree(cache, ignore_errors=True)
    search = [program, "search", "--data", folder, "--cache", cache, "--limit", "60", WORD]
    build = seconds(search)
    keys = [("\r", "Publisher"), ("q", None), ("/" + WORD, None)]
    (start, opened, back, found), memory = browse(browser(program, folder, cache), "Articles", keys)
    nothing = median(lambda: seconds(search[:-1] + [NOWHERE]), 9)
    # newsroom looks at the files before it answers, each time.
    return "newsroom", build, start, opened, back, found, median(lambda: seconds(search), 9), nothing, nothing, memory


def typing(command):
    """Every key of the queries, to the last byte of its answer, counts included; and the memory afterwards."""
    terminal = Terminal(command)
    times = []
    try:
        terminal.until("Articles")
        for text in TYPED:
            terminal.press("/")
            for key in text:
                terminal.press(key)
                times.append(terminal.answer(1))
            for _ in range(2):
                terminal.press("\x1b")
        return sorted(times), terminal.memory()
    finally:
        terminal.end()


def noticing(command, folder):
    """The seconds from a start until a file that came meanwhile is in the list."""
    path = f"{folder}/articles/newcomer.json"
    with open(path, "w") as file:
        file.write('{"uri":"urn:newcomer","headlines":[{"value":"Newcomer"}],"versionCreated":"2031-01-01"}')
    terminal = Terminal(command)
    try:
        return terminal.until("Newcomer")
    finally:
        terminal.end()
        os.remove(path)


def generated(size, tools, folder, *length):
    """A data directory of so many articles, made when it is not there."""
    if not os.path.isdir(folder):
        subprocess.run([f"{tools}/generate", str(size), folder, "lines", *length], check=True, stdout=subprocess.DEVNULL)
    return folder


def measured(tools, folder, cache, report):
    """What the catalogue itself takes, built where it is not there."""
    with open(f"{report}.txt", "w") as details:
        subprocess.run([f"{tools}/measure", folder, cache, f"{report}.json"], check=True, stdout=details)
    return json.load(open(f"{report}.json"))


def built(size, tools, folder, cache, report):
    """What building takes; of small archives, which take less than a second, the median of five."""
    builds = []
    for _ in range(5 if size <= 10_000 else 1):
        shutil.rmtree(cache, ignore_errors=True)
        builds.append(measured(tools, folder, cache, report))
    return sorted(builds, key=lambda build: build["update"])[len(builds) // 2]


def rate(build):
    return f"{build['records'] / build['update'] * 1000:,.0f}"


def column(size, tools, program, work):
    """The figures of one size, by the names of their rows."""
    folder, run = generated(size, tools, f"{work}/{size}"), f"{work}/{size}-run"
    short = generated(size, tools, f"{work}/{size}-short", "short")
    shutil.rmtree(run, ignore_errors=True)
    os.makedirs(run)
    cache = f"{run}/catalogue"
    build = built(size, tools, folder, cache, f"{run}/build")
    again = measured(tools, folder, cache, f"{run}/again")
    build_short = built(size, tools, short, f"{run}/catalogue-short", f"{run}/build-short")
    files = sum(os.path.getsize(path) for path in glob.glob(f"{folder}/articles/*"))
    text = sum(len(headline.encode()) + len(body.encode()) for _, _, headline, body in articles(folder))
    catalogue = sum(os.path.getsize(path) for path in glob.glob(f"{cache}/*"))
    command = browser(program, folder, cache)
    (start, opened, back), _ = browse(command, "Articles", [("\r", "Publisher"), ("q", None)])
    keys, memory = typing(command)
    return {
        "articles, as JSON": f"{files / 1e6:.1f} MB",
        "text in them": f"{text / 1e6:.1f} MB",
        "building, records of 1.7 kB a second": rate(build),
        "building, records of 1.0 kB a second": rate(build_short),
        "building, processor time a record": f"{build['update, processor'] / build['records']:.3f} ms",
        "first articles in the list after": milliseconds(build["first articles"]),
        "catalogue, bytes a byte of text": f"{catalogue / text:.2f}",
        "start to the first list on the screen": milliseconds(start * 1000),
        "a key: the catalogue's rows, median": milliseconds(again["keys"]),
        "a key: the catalogue's rows, p99": milliseconds(again["keys, p99"]),
        "a key: last byte on the screen, counts included, median": milliseconds(statistics.median(keys) * 1000),
        "a key: last byte on the screen, counts included, p99": milliseconds(keys[len(keys) * 99 // 100] * 1000),
        "organisation tree with counts": milliseconds(again["tree education"]),
        "organisation page": milliseconds(again["organisation page"]),
        "opening an article": milliseconds(opened * 1000),
        "back": milliseconds(back * 1000),
        "resident memory after typing": f"{memory:.0f} MB",
        "a new file noticed, from the start": milliseconds(noticing(command, folder) * 1000),
    }


def milliseconds(value):
    return f"{value:.1f} ms" if value < 1000 else f"{value / 1000:.1f} s"


# MARK: Peers


def newsboat(work):
    with open(f"{work}/urls", "w") as urls:
        urls.write('"query:All:age >= 0"\n')
        urls.writelines(f"file://{os.path.abspath(path)}\n" for path in sorted(glob.glob(f"{work}/feeds/*.xml")))
    with open(f"{work}/newsboat.conf", "w") as configuration:
        configuration.write("show-read-feeds yes\nauto-reload no\nmax-items 0\n")
    base = ["newsboat", "-q", "-u", f"{work}/urls", "-c", f"{work}/newsboat.db", "-C", f"{work}/newsboat.conf"]
    build = seconds(base + ["-x", "reload"])
    keys = [("\r", "Articles"), ("\r", "Feed:"), ("q", None), ("/" + WORD + "\r", None)]
    (start, listed, opened, back, found), memory = browse(base, "All", keys)
    return "newsboat", build, start + listed, opened, back, found, None, None, None, memory


def notmuch(work):
    with open(f"{work}/notmuch.conf", "w") as configuration:
        configuration.write(
            f"[database]\npath={os.path.abspath(work)}/mail\n[user]\nname=Staff\nprimary_email=staff@example.org\n"
            "[new]\ntags=unread\n")
    environment = os.environ | {"NOTMUCH_CONFIG": f"{work}/notmuch.conf"}
    build = seconds(["notmuch", "new", "--quiet"], env=environment)
    search, nothing, new = (
        median(lambda: seconds(["notmuch", *words], env=environment), 9)
        for words in (["search", "--limit=60", WORD], ["search", "--limit=60", NOWHERE], ["new", "--quiet"]))
    return "notmuch", build, None, None, None, None, search, nothing, new + nothing, None


def sfeed(work):
    began = time.perf_counter()
    with open(f"{work}/table", "w") as table:
        for path in sorted(glob.glob(f"{work}/feeds/*.xml")):
            with open(path) as source:
                subprocess.run(["sfeed"], stdin=source, stdout=table, check=True)
    build = time.perf_counter() - began
    (start,), memory = browse(["sfeed_curses", f"{work}/table"], f"/{count(f'{work}/table')}", [])
    return "sfeed_curses, titles only", build, start, None, None, None, None, None, None, memory


def count(path):
    with open(path, "rb") as file:
        return sum(1 for _ in file)


def ripgrep(work):
    search, nothing = (median(lambda: seconds(["rg", "-il", word, f"{work}/mail"])) for word in (WORD, NOWHERE))
    return "ripgrep", None, None, None, None, None, search, nothing, nothing, None


def full_text_alone(folder, work):
    """What SQLite takes for the words alone, with nothing around it: a measure of the machine and the hour."""
    texts = [(headline, re.sub(r"<[^>]*>", " ", body)) for _, _, headline, body in articles(folder)]
    with contextlib.closing(sqlite3.connect(f"{work}/words.db")) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE VIRTUAL TABLE words USING fts5(headline, body, content = '')")
        began = time.perf_counter()
        database.executemany("INSERT INTO words(headline, body) VALUES (?, ?)", texts)
        database.commit()
        build = time.perf_counter() - began
    return "the words alone in SQLite's FTS5", build, *[None] * 8


def peers(folder, work, program):
    """Prints the table of the programs that do the same."""
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    write_peers(folder, work)
    rows, missing = [newsroom(folder, work, program), full_text_alone(folder, work)], []
    for name, measure in (("newsboat", newsboat), ("notmuch", notmuch), ("sfeed_curses", sfeed), ("rg", ripgrep)):
        if shutil.which(name) is None:
            missing.append(name)
            continue
        try:
            rows.append(measure(work))
        except TimeoutError as error:
            print(f"{name}: {error}", file=sys.stderr)
    heads = ["importing", "start to list", "opening", "back", "search, in the list", "search, command", "a word nowhere",
             "the same, new texts looked for", "memory"]
    print("|", " | ".join(["", *heads]), "|")
    print("|", " | ".join(["---"] * (len(heads) + 1)), "|")
    for name, *times, memory in rows:
        print("|", " | ".join([name] + [shown(time) for time in times] + [f"{memory:.0f} MB" if memory else "–"]), "|")
    if missing:
        print(f"\nNot installed: {', '.join(missing)}")


def main():
    tools, program, work, peer_size, *sizes = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    os.environ.update(XDG_STATE_HOME=f"{work}/state", XDG_CONFIG_HOME=f"{work}/config")
    load = os.getloadavg()[0]
    columns = [column(int(size), tools, program, work) for size in sizes]
    print(f"{os.cpu_count()} cores, {datetime.now():%d %B %Y}, load {load:.1f} before\n")
    print("|", " | ".join([""] + [f"{int(size):,}" for size in sizes]), "|")
    print("|", " | ".join(["---"] * (len(sizes) + 1)), "|")
    for name in columns[0]:
        print("|", " | ".join([name] + [column[name] for column in columns]), "|")
    if int(peer_size) > 0:
        print(f"\nThe same texts, {int(peer_size):,} articles:\n")
        peers(f"{work}/{peer_size}", f"{work}/peers", program)


if __name__ == "__main__":
    main()
