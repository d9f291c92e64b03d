package jp.tsunagari.core.fake

import java.nio.file.Path
import java.time.Duration
import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.BackupApi
import jp.tsunagari.core.BackupContent
import jp.tsunagari.core.BackupSchedule
import jp.tsunagari.core.Changed
import jp.tsunagari.core.HomeApi
import jp.tsunagari.core.HomeChoice
import jp.tsunagari.core.QuietLine
import jp.tsunagari.core.TsunagariError
import kotlin.io.path.isDirectory

/** The line that [FakeControl.homeLine] says, until it is refused. */
class FakeHome internal constructor(private val device: FakeDevice, private val entries: FakeEntries) : HomeApi {
    override suspend fun line(): QuietLine? = device.call("home.line") {
        val choice = device.kept.home
        device.control.homeLine?.takeIf { !choice.off && it.id !in choice.never }
    }

    override suspend fun choice(): HomeChoice = device.call("home.choice") { device.kept.home }

    override suspend fun setArea(area: String?) = choose("home.setArea") { choice ->
        val named = entries.area(area)
        choice.copy(area = named?.code, areaName = named?.name)
    }

    override suspend fun setAge(age: AgeBand?) = choose("home.setAge") { it.copy(age = age) }

    override suspend fun neverAgain(id: String) = choose("home.neverAgain") {
        if (id != device.control.homeLine?.id) throw TsunagariError.NotFound()
        it.copy(never = it.never + id)
    }

    override suspend fun setOff(off: Boolean) = choose("home.setOff") { it.copy(off = off) }

    private suspend fun choose(name: String, change: (HomeChoice) -> HomeChoice) =
        device.keep(name, Changed.HOME) { it.copy(home = change(it.home)) }
}

/** Backups in memory, under the paths that were given. */
class FakeBackups internal constructor(private val device: FakeDevice) : BackupApi {
    private val files = mutableMapOf<String, File>()
    private var passphrase = ""

    override suspend fun backUp(path: String, passphrase: String): BackupContent = device.call("backups.backUp") {
        write(path, passphrase)
    }

    override suspend fun check(path: String, passphrase: String): BackupContent =
        device.call("backups.check") { open(path, passphrase).says }

    override suspend fun restore(path: String, passphrase: String, replace: Boolean): BackupContent =
        device.change("backups.restore", Changed.LOCK) {
            val file = open(path, passphrase)
            if (device.stored != null && !device.isOpen) throw TsunagariError.Locked()
            if ((device.stored ?: FakeKept()) != FakeKept() && !replace) throw TsunagariError.AlreadyKept()
            device.stored = file.kept
            device.isOpen = true
            file.says
        }

    override suspend fun schedule(folder: String, passphrase: String, everyDays: Int) =
        device.keep("backups.schedule", Changed.BACKUP) {
            secret(passphrase)
            if (!Path.of(folder).isDirectory()) throw TsunagariError.NotFound()
            this.passphrase = passphrase
            it.copy(schedule = BackupSchedule(folder, everyDays, worked = null, inTrouble = false))
        }

    override suspend fun endSchedule() = device.keep("backups.endSchedule", Changed.BACKUP) { it.copy(schedule = null) }

    override suspend fun scheduleState(): BackupSchedule? =
        device.call("backups.scheduleState") { device.kept.schedule }

    override suspend fun backUpIfDue(): Boolean {
        val made = device.call("backups.backUpIfDue") {
            val kept = device.kept
            val schedule = kept.schedule ?: return@call false
            val due = schedule.worked?.plus(Duration.ofDays(schedule.everyDays.toLong()))
            if (due != null && due > device.instant()) return@call false
            write(Path.of(schedule.folder, "tsunagari.backup").toString(), passphrase)
            device.stored = kept.copy(schedule = schedule.copy(worked = device.instant()))
            true
        }
        if (made) device.tell(Changed.BACKUP)
        return made
    }

    private fun write(path: String, passphrase: String): BackupContent {
        secret(passphrase)
        val kept = device.kept
        if (Path.of(path).toAbsolutePath().parent?.isDirectory() != true) throw TsunagariError.NotFound()
        val says = BackupContent(device.instant(), rows = 1)
        files[path] = File(kept, passphrase, says)
        return says
    }

    private fun open(path: String, passphrase: String): File {
        val file = files[path] ?: throw TsunagariError.NotFound()
        return if (file.passphrase == passphrase) file else throw TsunagariError.WrongSecret()
    }

    private fun secret(passphrase: String) {
        if (passphrase.length < SHORTEST) throw TsunagariError.Invalid("passphrase")
    }

    private class File(
        val kept: FakeKept,
        val passphrase: String,
        val says: BackupContent,
    )

    private companion object {
        const val SHORTEST = 8
    }
}
