"""Runs the first search of docs/embedding.md, which scripts/snippet takes out of there into embedding.py."""

import tempfile

import embedding

with tempfile.TemporaryDirectory() as folder:
    names = embedding.who_listens_now(folder)
assert len(names) >= 3, names
print("docs/embedding.md: the first search in Python works")
