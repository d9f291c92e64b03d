"""What the scenarios stand on in Python: a keystore, a clock, alarms, ears and a camera, and one canonical rendering."""

import dataclasses
import datetime
import enum
import pathlib
import re
import threading

from tsunagari_ffi import AlarmSetter, Clock, Frame, FrameSource, ImportWatcher, Listener, SecretBox, TsunagariError


def snake(name):
    return name.lower() if name.isupper() else re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def fields(value):
    """Fields of a record or of a variant, by name."""
    # Python alone puts a mark before a word that it has itself, such as `from`.
    return {name.removeprefix("_"): item for name, item in vars(value).items()}


def render(value):
    """A value in the form that all languages share."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.6f}"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(render(item) for item in value) + "]"
    if hasattr(value, "_pointer") or hasattr(value, "_handle"):
        return "<object>"
    owner = type(value).__qualname__.rsplit(".", 2)
    name = snake(owner[-1]) if len(owner) > 1 else ""
    inside = ", ".join(f"{key}: {render(item)}" for key, item in sorted(fields(value).items()))
    return f"{name}{{{inside}}}" if inside or not name else name


def render_error(error):
    inside = ", ".join(f"{key}: {render(item)}" for key, item in sorted(fields(error).items()))
    name = snake(type(error).__name__)
    return f"{name}{{{inside}}}" if inside else name


class Telling:
    """Collects what the scenarios tell, one line a step."""

    def __init__(self):
        self.lines = []

    def begin(self, name):
        self.lines.append(f"== {name}")

    def step(self, number, call):
        try:
            value = call()
        except TsunagariError as error:
            self.lines.append(f"{number} ! {render_error(error)}")
            return None
        self.lines.append(f"{number} {render(value)}")
        return value


class Keystore(SecretBox):
    """Seals with a byte of its own; can be locked, and thrown away."""

    def __init__(self, key):
        self.key, self.locked = key, False

    def be_locked(self, locked):
        self.locked = locked

    def seal(self, plain):
        self._ready()
        return bytes([self.key]) + bytes(byte ^ self.key for byte in plain)

    def unseal(self, sealed):
        self._ready()
        if not sealed or sealed[0] != self.key:
            raise TsunagariError.KeyMismatch()
        return bytes(byte ^ self.key for byte in sealed[1:])

    def shred(self):
        self.key = 0

    def _ready(self):
        if self.locked:
            raise TsunagariError.Locked()


class FixedClock(Clock):
    """Stands still until it is moved."""

    def __init__(self, at, zone):
        self.at, self.place = datetime.datetime.fromisoformat(at), zone

    def move_to(self, at, zone):
        self.at, self.place = datetime.datetime.fromisoformat(at), zone

    def now(self):
        return self.at

    def zone(self):
        return self.place


class Alarms(AlarmSetter):
    """A platform's alarms; after `fails_after` calls it refuses."""

    def __init__(self, fails_after):
        self.left, self.alarms = fails_after, {}

    def allow(self, calls):
        self.left = calls

    def _take(self):
        if self.left == 0:
            raise TsunagariError.Unexpected("alarms")
        self.left -= 1

    def cancel(self, id):
        self._take()
        self.alarms.pop(id, None)

    def set(self, alarm):
        self._take()
        self.alarms[alarm.id] = alarm

    def are_set(self):
        return [alarm.at for alarm in sorted(self.alarms.values(), key=lambda alarm: alarm.at)]

    def first(self):
        return min(self.alarms.values(), key=lambda alarm: alarm.at).id


class Ears(Listener):
    """Hears of changes."""

    def __init__(self):
        self.lock, self.said = threading.Lock(), []

    def changed(self, what):
        with self.lock:
            self.said.append(what)

    def heard(self):
        with self.lock:
            said, self.said = self.said, []
        return said


class Watcher(ImportWatcher):
    """Watches an import; throws at the first call where it shall."""

    def __init__(self, throws):
        self.throws, self.calls = throws, 0

    def progress(self, progress):
        self.calls += 1
        if self.throws:
            raise TsunagariError.Cancelled()

    def was_told(self):
        return self.calls > 0


class Camera(FrameSource):
    """Shows the modules of a code, four points each, after some empty pictures."""

    def __init__(self, modules, size, empty):
        self.modules, self.size, self.empty = modules, size, empty

    def next(self):
        side = (self.size + 8) * 4
        if self.empty > 0:
            self.empty -= 1
            return Frame(width=side, height=side, luminance=bytes([255]) * (side * side))
        picture = bytearray([255]) * (side * side)
        for y in range(self.size * 4):
            for x in range(self.size * 4):
                if self.modules[y // 4 * self.size + x // 4]:
                    picture[(y + 16) * side + x + 16] = 0
        return Frame(width=side, height=side, luminance=bytes(picture))


class Files:
    """Files beside the data folder, and damage in it."""

    def __init__(self, folder):
        self.data = pathlib.Path(folder)
        self.beside = self.data.parent / "files"
        self.beside.mkdir(exist_ok=True)

    def path(self, name):
        return str(self.beside / name)

    def write(self, name, text):
        (self.beside / name).write_text(text, encoding="utf-8")
        return self.path(name)

    def tear(self, name):
        """Leaves the first half of a file of the data folder."""
        file = self.data / name
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
