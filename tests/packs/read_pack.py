#!/usr/bin/env python3
"""Reads signed packs from docs/sync/packs.md alone: a second program that must come to the same result as the core.

Usage: read_pack.py [--root HEX] FILE.tsuna …   Files are read in order, each on top of those before it. Checks framing, the
chain of charters, heads, the root of the manifest, checkpoints, entries with their endorsements, and the proofs of single
records. Standard library alone: no zstd, so files have to be plain, and changes of automerge are not folded: the
root of a shard is computed where it has no entries. Exits 1 with one sentence when something does not hold."""

import hashlib
import sys

KINDS = {1: "charter", 2: "head", 3: "lines", 4: "checkpoint", 5: "entry", 6: "endorsement", 7: "file", 8: "note", 9: "proof"}
PLAIN = set(b"abcdefghijklmnopqrstuvwxyz0123456789")

def sha(data):
    return hashlib.sha256(data).digest()

def need(holds, sentence):
    if not holds:
        raise ValueError(sentence)

# Ed25519 (RFC 8032 §5.1.7), for reading only: nothing here is secret.
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    need(y < P, "a key or signature is no point")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    need(x * x % P == square, "a key or signature is no point")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P

def add(one, two):
    a, b = (one[1] - one[0]) * (two[1] - two[0]) % P, (one[1] + one[0]) * (two[1] + two[0]) % P
    c, d = 2 * one[3] * two[3] * D % P, 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(number, base):
    if number < 2:
        return base if number else (0, 1, 1, 0)
    half = times(number >> 1, add(base, base))
    return add(half, base) if number & 1 else half

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def verifies(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    need(s < ORDER, "a signature has a second form")
    x, y, z, t = point(key)
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    x, y, z, _ = add(times(s, BASE), times(k, (P - x, y, z, P - t)))
    x, y = x * pow(z, P - 2, P) % P, y * pow(z, P - 2, P) % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]

def cbor(data):
    """One value in canonical form, and nothing behind it."""
    value, end = item(data, 0, 8)
    need(end == len(data), "there is something behind a value")
    return value

def item(data, at, depth):
    need(at < len(data), "a value is cut short")
    major, low = data[at] >> 5, data[at] & 31
    if data[at] in (0xF4, 0xF5):
        return data[at] == 0xF5, at + 1
    need(major in (0, 1, 2, 3, 4, 5) and low < 28, "a value is of a kind that nothing here has")
    number, at = low, at + 1
    if low >= 24:
        size = 1 << low - 24
        number, at = int.from_bytes(data[at : at + size], "big"), at + size
        need(at <= len(data), "a value is cut short")
        need(number >= (24, 1 << 8, 1 << 16, 1 << 32)[low - 24], "a number is longer than it has to be")
    if major < 2:
        need(number < 1 << 63, "a number is too large")
        return (-1 - number if major else number), at
    if major < 4:
        need(at + number <= len(data), "a text is cut short")
        raw = data[at : at + number]
        return (raw.decode("utf-8") if major == 3 else raw), at + number
    need(depth > 0, "values lie too deep in each other")
    items, last = [] if major == 4 else {}, (0, b"")
    for _ in range(number):
        value, at = item(data, at, depth - 1)
        if major == 4:
            items.append(value)
            continue
        need(isinstance(value, str), "a key of a map is no text")
        order = (len(value.encode()), value.encode())
        need(last < order, "the keys of a map are out of order")
        last = order
        items[value], at = item(data, at, depth - 1)
    return items, at

def fields(data, **types):
    """A map with exactly these keys, each of its type."""
    read = cbor(data) if isinstance(data, bytes) else data
    need(isinstance(read, dict) and set(read) == set(types), f"a map has other keys than {sorted(types)}")
    for name, kind in types.items():
        need(type(read[name]) is kind and (kind is not int or read[name] >= 0), f"`{name}` holds what it cannot hold")
    return read

def is_id(text, more=b""):
    return 0 < len(text) <= 120 and set(text.encode()) <= PLAIN | set(b"-" + more)

class Signed:  # A body, its kind, and who signed both.
    def __init__(self, kind, data):
        parts = cbor(data)
        need(isinstance(parts, list) and len(parts) == 3, f"a {kind} is not signed as things are")
        need(parts[0] == f"tsunagari/{kind}/1", f"this is no {kind}")
        self.body, pairs = parts[1], parts[2]
        keys = [key for key, _ in pairs]
        need(keys == sorted(set(keys)) and len(keys) <= 16, "signatures are out of order, or one key stands twice")
        self.message = parts[0].encode() + b"\0" + self.body
        self.hash = sha(self.message)
        self.pairs = dict(pairs)
    def signers(self, keys):
        return {key for key in self.pairs if key in keys and verifies(key, self.message, self.pairs[key])}
    def only_by(self, key):
        need(set(self.pairs) == {key} and self.signers({key}), "it is not signed by who says that they made it")

def node(left, right):
    return sha(b"\1" + left + right)

def root(leaves):
    if len(leaves) < 2:
        return sha(b"\0" + leaves[0] if leaves else b"")
    at = 1 << (len(leaves) - 1).bit_length() - 1
    return node(root(leaves[:at]), root(leaves[at:]))

def climb(hash_, index, count, path):
    need(0 <= index < count, "a proof is of no place")
    if count == 1:
        need(not path, "a proof is too long")
        return hash_
    at = 1 << (count - 1).bit_length() - 1
    if index < at:
        return node(climb(hash_, index, at, path[:-1]), path[-1])
    return node(path[-1], climb(hash_, index - at, count - at, path[:-1]))

class Pack:
    """What is known of one pack after the files so far."""
    def __init__(self, root_hash):
        self.root_hash = root_hash
        self.charter = self.charter_hash = self.head = self.about = None
        self.lines, self.line_bytes, self.checkpoints, self.entries, self.endorsed = {}, {}, {}, {}, set()
    def take_charter(self, signed):
        new = fields(signed.body, pack=str, version=int, prev=bytes, prefix=str, title=str, publisher=str, root=dict,
                     head=dict, desks=dict, listed=dict, drop=str, since=int)
        need(is_id(new["pack"]) and is_id(new["prefix"], b"._"), "a charter has a name that may look like another")
        for role in (new["root"], new["head"]):
            fields(role, keys=list, threshold=int)
            need(len(set(role["keys"])) == len(role["keys"]) >= role["threshold"] > 0, "a role has a key twice or too few")
        for desk in new["desks"].values():
            fields(desk, **{"class": str, "prefix": str, "keys": list})
            need(desk["prefix"].startswith(new["prefix"]), "a desk writes outside its pack")
        old = self.charter
        if old and signed.hash == self.charter_hash:
            return
        if old:
            need((new["pack"], new["prefix"], new["prev"]) == (old["pack"], old["prefix"], self.charter_hash)
                 and new["version"] == old["version"] + 1, "a charter does not follow the one before it")
            self.enough(signed, old["root"], "the old root")
        else:
            need(new["version"] == 1 and not new["prev"], "the first charter is missing")
            need(self.root_hash in (None, signed.hash.hex()), "it is of another publisher")
        self.enough(signed, new["root"], "the root")
        self.charter, self.charter_hash = new, signed.hash
    def enough(self, signed, role, who):
        need(len(signed.signers(role["keys"])) >= role["threshold"], f"too few keys of {who} signed it")
    def read_head(self, signed, size):
        new = fields(signed.body, pack=str, seq=int, prev=bytes, charter=int, manifest=bytes, built=int, review=int)
        need(size <= 400 and self.charter, "a head is too large, or its charter is missing")
        need(new["pack"] == self.charter["pack"] and new["charter"] == self.charter["version"], "a head is of another charter")
        self.enough(signed, self.charter["head"], "those who publish")
        return new
    def take_head(self, signed, size):
        new = self.read_head(signed, size)
        if self.head and signed.hash != self.head[1]:
            old = self.head[0]
            need(new["seq"] > old["seq"] and new["built"] >= old["built"], "a head is older than the one before it")
            need(new["seq"] > old["seq"] + 1 or new["prev"] == self.head[1], "a head does not follow the one before it")
        self.head = new, signed.hash
    def take_lines(self, data):
        change = fields(data, since=int, about=list, lines=list, gone=list)
        if change["since"] == 0:
            self.lines, self.line_bytes = {}, {}
        for line in change["lines"]:
            read = fields(line, **{"shard": str, "gen": int, "from": bytes, "last": list, "root": bytes, "records": int})
            self.lines[read["shard"]], self.line_bytes[read["shard"]] = read, line
        for shard in change["gone"]:
            self.lines.pop(shard), self.line_bytes.pop(shard)
        self.about = change["about"][0] if change["about"] else self.about
        leaves = [self.about] + [self.line_bytes[shard] for shard in sorted(self.lines, key=str.encode)]
        need(self.head and root(leaves) == self.head[0]["manifest"], "the lines are not those that the head names")
    def desk(self, shard):
        desk = self.charter["desks"].get(shard.rpartition(".")[0])
        need(desk and desk["class"] != "field", f"nobody may write “{shard}”")
        return desk, {key for key, _ in desk["keys"]}, 2 if desk["class"] == "core" else 1
    def take_of_shard(self, kind, signed):
        body = cbor(signed.body)
        need(self.charter and body["pack"] == self.charter["pack"], "a part is of another pack")
        _, keys, needed = self.desk(body["shard"])
        if kind == "checkpoint":
            need(len(signed.signers(keys)) >= needed, "too few of those who may write a shard signed its checkpoint")
            self.checkpoints[signed.hash] = body
        elif kind == "entry":
            signed.only_by(body["author"])
            need(body["author"] in keys, "somebody wrote who may not")
            self.entries[body["shard"], body["gen"], body["author"], body["n"]] = signed.hash, body["prev"]
        else:
            signed.only_by(body["by"])
            self.endorsed.add((body["entry"], body["by"]))
    def close(self):
        """Each shard is what its line says."""
        for shard, line in self.lines.items():
            desk, keys, needed = self.desk(shard)
            need(line["from"] in self.checkpoints, f"what “{shard}” starts from is another or missing")
            start = self.checkpoints[line["from"]]
            need((start["shard"], start["gen"]) == (shard, line["gen"]), f"“{shard}” starts from another generation")
            for author, last in line["last"]:
                prev = b""
                for n in range(1, last + 1):
                    entry = self.entries.get((shard, line["gen"], author, n))
                    need(entry and entry[1] == prev, f"entries of “{shard}” are missing or do not join")
                    prev = entry[0]
                    by = {by for hash_, by in self.endorsed if hash_ == prev and by in keys and by != author}
                    need(by or needed == 1, f"an entry of “{shard}” has no second signature")
            ids = [cbor(record)["id"] for record in start["records"]]
            need(ids == sorted(set(ids), key=str.encode), f"records of “{shard}” are out of order or twice")
            need(all(is_id(one, b"._") and one.startswith(desk["prefix"]) for one in ids), f"an id may not be in “{shard}”")
            if not line["last"]:
                same = root(start["records"]) == line["root"] and len(ids) == line["records"]
                need(same, f"the records of “{shard}” are not those that were published")
        return f"number {self.head[0]['seq']}: {len(self.lines)} shards, {sum(one['records'] for one in self.lines.values())} records"
    def prove(self, proof):
        head = Signed("head", proof["head"])
        stated = self.read_head(head, len(proof["head"]))
        need(climb(sha(b"\0" + proof["line"]), *proof["in_manifest"]) == stated["manifest"], "the line is not in the manifest of the head")
        line, record = cbor(proof["line"]), cbor(proof["record"])
        need(climb(sha(b"\0" + proof["record"]), *proof["in_shard"]) == line["root"] and proof["in_shard"][1] == line["records"],
             "the record is not in its shard")
        desk, _, needed = self.desk(line["shard"])
        need(is_id(record["id"], b"._") and record["id"].startswith(desk["prefix"]), "the record may not have this id")
        need(len(head.signers(self.charter["head"]["keys"])) >= needed, "for a core record one head key is not enough")
        return f"record {record['id']}: {record.get('name', '')} {record.get('ch/tel/display', '')}"

def parts_of(data):
    need(data[:8] == b"TSUNAPCK" and data[8:10] == b"\0\2", "this is no file of version 2")
    need(data[10] == 0, "this is packed; only plain files are read here")
    length, rest = int.from_bytes(data[11:19], "big"), data[19:]
    need(length == len(rest), "the file is cut short or too large")
    need(sha(rest[:-32]) == rest[-32:], "the file was changed on the way")
    at = 0
    while at < length - 32:
        kind, size = rest[at], int.from_bytes(rest[at + 1 : at + 5], "big")
        need(size <= 2 << 20 and at + 5 + size <= length - 32, "a part is too large")
        need(kind in KINDS or kind >= 128, "a newer program reads this")
        yield KINDS.get(kind), rest[at + 5 : at + 5 + size]
        at += 5 + size

def read(data, pack):
    said = []
    for kind, part in parts_of(data):
        if kind == "charter":
            pack.take_charter(Signed(kind, part))
        elif kind == "head":
            pack.take_head(Signed(kind, part), len(part))
        elif kind == "lines":
            pack.take_lines(part)
        elif kind in ("checkpoint", "entry", "endorsement"):
            pack.take_of_shard(kind, Signed(kind, part))
        elif kind == "file":
            name, _, body = part.partition(b"\0")
            need(cbor(pack.about)["files"].get(name.decode()) == [sha(body), len(body)], "a table is another than it should be")
        elif kind == "proof":
            proof = fields(part, record=bytes, in_shard=list, line=bytes, in_manifest=list, head=bytes, charters=list)
            for charter in [] if pack.charter else proof["charters"]:
                pack.take_charter(Signed("charter", charter))
            said.append(pack.prove(proof))
    return said + ([pack.close()] if pack.head else [])

def main(arguments):
    known, arguments = (arguments[1], arguments[2:]) if arguments[:1] == ["--root"] else (None, arguments)
    pack = Pack(known)
    for name in arguments:
        try:
            with open(name, "rb") as file:
                said = read(file.read(), pack)
        except (KeyError, IndexError, TypeError, ValueError) as why:
            sys.exit(f"{name}: {why}")
        print(f"{name}: " + ("; ".join(said) or "nothing in it was verified"))

if __name__ == "__main__":
    main(sys.argv[1:])
