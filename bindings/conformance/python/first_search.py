"""The first search from Python, as docs/embedding.md shows it: prints who listens now."""

import tempfile

from tsunagari_ffi import Device, Filters, FindRequest, Language, Opening, SecretBox, TsunagariError


class NoKeystore(SecretBox):
    """For programs that only search: nothing private is ever made."""

    def seal(self, plain):
        raise TsunagariError.Locked()

    def unseal(self, sealed):
        raise TsunagariError.Locked()

    def shred(self):
        pass


anything = Filters(
    open_now=False, free=False, no_voice=False, role_place=False, channels=[], spoken=None, age=None, within_km=None, kinds=[]
)
with tempfile.TemporaryDirectory() as folder:
    device = Device.open(Opening(folder=folder, language=Language.JAPANESE), NoKeystore(), None)
    search = device.directory().find(FindRequest(text="話し相手がほしい", area=None, filters=anything, limit=3, own=False))
    for card in search.run().cards:
        print(card.name, card.ways[0].state_words if card.ways else "")
    device.shut()
