package jp.tsunagari.core.fake

import java.time.Clock
import jp.tsunagari.core.Changed
import jp.tsunagari.core.Language
import jp.tsunagari.core.TsunagariApi
import kotlinx.coroutines.flow.Flow

/** The API without the core: for tests and previews. It keeps everything in memory and behaves as the contract says. */
class FakeTsunagari(val control: FakeControl = FakeControl(), clock: Clock = Clock.systemDefaultZone()) :
    TsunagariApi {
    private val device = FakeDevice(control, clock)
    private val entries = FakeEntries(device)

    override val directory = FakeDirectory(device, entries)
    override val lock = FakeLock(device)
    override val journal = FakeJournal(device, entries)
    override val keepsakes = FakeKeepsakes(device, entries)
    override val checkIns = FakeCheckIns(device)
    override val home = FakeHome(device, entries)
    override val backups = FakeBackups(device)
    override val codes = FakeCodes(device)

    override fun changes(): Flow<Changed> = device.changes()

    override suspend fun speak(language: Language) = device.speak(language)

    override fun close() = device.close()
}
