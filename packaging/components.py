#!/usr/bin/env python3
"""components.py VERSION shared|static: prints what the program is made of, as CycloneDX 1.5.

Nothing in it is random, so that the same build gives the same bytes.
"""
import datetime
import json
import os
import re
import subprocess
import sys

version, linkage = sys.argv[1:]
LICENCES = {"grdb.swift": "MIT", "swift-argument-parser": "Apache-2.0 WITH Swift-exception"}
C_LIBRARIES = [
    ("ICU", "icu-uc", "Unicode-3.0"), ("SQLite", "sqlite3", "blessing"), ("libxml2", "libxml-2.0", "MIT"),
    ("ncurses", "ncursesw", "X11-distribute-modifications-variant"), ("zlib", "zlib", "Zlib"), ("liblzma", "liblzma", "0BSD"),
]


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def component(name, number, licence, purl=None, note=None):
    entry = {"type": "library", "bom-ref": purl or f"{name}@{number}", "name": name, "version": number,
             "licenses": [{"expression": licence}]}
    if purl:
        entry["purl"] = purl
    if note:
        entry["properties"] = [{"name": "newsroom:linkage", "value": note}]
    return entry


swift = re.search(r"Swift version (\S+)", output("swift", "--version")).group(1)
components = [component("Swift runtime and Foundation", swift, "Apache-2.0 WITH Swift-exception", note="static")]
with open("Package.resolved", encoding="utf-8") as file:
    for pin in json.load(file)["pins"]:
        address = pin["location"].removesuffix(".git").removeprefix("https://")
        number = pin["state"]["version"]
        components.append(component(
            pin["identity"], number, LICENCES[pin["identity"]], f"pkg:swift/{address}@{number}", "static"))
for name, module, licence in C_LIBRARIES:
    components.append(component(name, output("pkg-config", "--modversion", module), licence, note=linkage))

moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
root = {"type": "application", "bom-ref": f"newsroom@{version}", "name": "newsroom", "version": version,
        "licenses": [{"expression": "MIT"}]}
print(json.dumps({
    "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
    "metadata": {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": root},
    "components": components,
    "dependencies": [{"ref": root["bom-ref"], "dependsOn": [entry["bom-ref"] for entry in components]}],
}, indent=2, ensure_ascii=False))
