#!/usr/bin/env python3
"""Writes the inputs from which the fuzzers start: seeds.py FOLDER SOURCE…

What the sources (folders of JSON) hold goes to FOLDER/json as files, and their bodies, other texts and names to FOLDER/html,
FOLDER/text, FOLDER/wrap and FOLDER/query. Of each the same few hundred every time, named by what they hold, so that running it
again adds nothing."""
import hashlib, json, pathlib, sys

folder = pathlib.Path(sys.argv[1])


MOST = 300
seeds = {}


def write(kind, data):
    seeds.setdefault(kind, {})[hashlib.sha1(data).hexdigest()[:16]] = data


def texts(value):
    if isinstance(value, str):
        data = value.encode("utf-8", "replace")[:4000]
        write("html" if "<" in value else "text", data)
        # A width of 40 columns stands before the text.
        write("wrap", b"\x27" + data)
        if len(value) < 80:
            write("query", data)
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            texts(part)


for source in sys.argv[2:]:
    for path in sorted(pathlib.Path(source).rglob("*.json")):
        data = path.read_bytes()
        if len(data) > 20_000:
            continue
        write("json", b"\x00" + data[:4000])
        try:
            texts(json.loads(data))
        except (ValueError, RecursionError):
            write("text", data[:4000])

for query in ["org:unesco-iite", "org:~unesco-iite,ibe", '"a phrase" -without', "(a OR b) year:2024 before:2024-06-30", "-org:x word*"]:
    write("query", query.encode())

for kind, inputs in seeds.items():
    place = folder / kind
    place.mkdir(parents=True, exist_ok=True)
    for name in sorted(inputs)[:MOST]:
        if not (place / name).exists():
            (place / name).write_bytes(inputs[name])
