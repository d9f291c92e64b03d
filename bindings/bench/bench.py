"""The calls of `scripts/bench bindings` from Python: reads lines `KIND COUNT`, answers with nanoseconds."""

import sys
import time
from pathlib import Path

from tsunagari_ffi import Device, Filters, FindRequest, Language, Opening, QrReader, SecretBox


class Plain(SecretBox):
    """Keeps bytes as they are: only the crossing is measured."""

    def seal(self, plain):
        return plain

    def unseal(self, sealed):
        return sealed

    def shred(self):
        pass


folder = Path(sys.argv[1])
device = Device.open(Opening(folder=str(folder / "data"), language=Language.JAPANESE), Plain(), None)
journal, directory, reader = device.journal(), device.directory(), QrReader()
first = journal.entries("2026-11-01", "2026-11-01")[0].id
texts = (folder / "texts.txt").read_text(encoding="utf-8").splitlines()
anything = Filters(
    open_now=False, free=False, no_voice=False, role_place=False, channels=[], spoken=None, age=None, within_km=None, kinds=[]
)


def entries(day, count):
    assert len(journal.entries(day, day)) == count


def keystroke(at):
    request = FindRequest(text=texts[at % len(texts)], area="高松市", filters=anything, limit=50, own=False)
    directory.find(request).run()


kinds = {
    "noop": lambda _: reader.cancel(),
    "one": lambda _: journal.entry(first),
    "fifty": lambda _: entries("2026-11-01", 50),
    "thousand": lambda _: entries("2026-11-05", 1000),
    "keystroke": keystroke,
}
for line in sys.stdin:
    kind, count = line.split()
    call = kinds.get(kind)
    if call is None:
        print("-", flush=True)
        continue
    begun = time.perf_counter_ns()
    for at in range(int(count)):
        call(at)
    print(time.perf_counter_ns() - begun, flush=True)
