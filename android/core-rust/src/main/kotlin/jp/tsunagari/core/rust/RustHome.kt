package jp.tsunagari.core.rust

import jp.tsunagari.core.AgeBand
import jp.tsunagari.core.BackupApi
import jp.tsunagari.core.BackupContent
import jp.tsunagari.core.BackupSchedule
import jp.tsunagari.core.EntryId
import jp.tsunagari.core.HomeApi
import jp.tsunagari.core.HomeChoice
import jp.tsunagari.core.QuietLine
import jp.tsunagari.ffi.AgeBand as FfiAgeBand
import jp.tsunagari.ffi.BackupContent as FfiBackupContent
import jp.tsunagari.ffi.BackupSchedule as FfiBackupSchedule
import jp.tsunagari.ffi.Backups
import jp.tsunagari.ffi.Home
import jp.tsunagari.ffi.HomeChoice as FfiHomeChoice
import jp.tsunagari.ffi.QuietLine as FfiQuietLine

internal class RustHome(private val home: Home, private val calls: Calls) : HomeApi {
    override suspend fun line(): QuietLine? = calls.call { home.line()?.toDomain() }

    override suspend fun choice(): HomeChoice = calls.call { home.choice().toDomain() }

    override suspend fun setArea(area: String?) = calls.call { home.setArea(area) }

    override suspend fun setAge(age: AgeBand?) = calls.call { home.setAge(age?.toFfi()) }

    override suspend fun neverAgain(id: String) = calls.call { home.neverAgain(id) }

    override suspend fun setOff(off: Boolean) = calls.call { home.setOff(off) }
}

internal class RustBackups(private val backups: Backups, private val calls: Calls) : BackupApi {
    override suspend fun backUp(path: String, passphrase: String): BackupContent =
        calls.call { backups.backUp(path, passphrase).toDomain() }

    override suspend fun check(path: String, passphrase: String): BackupContent =
        calls.call { backups.check(path, passphrase).toDomain() }

    override suspend fun restore(path: String, passphrase: String, replace: Boolean): BackupContent =
        calls.call { backups.restore(path, passphrase, replace).toDomain() }

    override suspend fun schedule(folder: String, passphrase: String, everyDays: Int) =
        calls.call { backups.schedule(folder, passphrase, everyDays.unsignedShort("every_days")) }

    override suspend fun endSchedule() = calls.call { backups.endSchedule() }

    override suspend fun scheduleState(): BackupSchedule? = calls.call { backups.scheduleState()?.toDomain() }

    override suspend fun backUpIfDue(): Boolean = calls.call { backups.backUpIfDue() }
}

internal fun FfiQuietLine.toDomain() = QuietLine(id, text, why, record?.let(::EntryId), search)

internal fun FfiHomeChoice.toDomain() = HomeChoice(area, areaName, age?.toDomain(), never.toSet(), off)

internal fun AgeBand.toFfi(): FfiAgeBand = when (this) {
    AgeBand.UNDER18 -> FfiAgeBand.UNDER18
    AgeBand.FROM18 -> FfiAgeBand.FROM18
    AgeBand.FROM30 -> FfiAgeBand.FROM30
    AgeBand.FROM50 -> FfiAgeBand.FROM50
    AgeBand.FROM65 -> FfiAgeBand.FROM65
}

internal fun FfiAgeBand.toDomain(): AgeBand = when (this) {
    FfiAgeBand.UNDER18 -> AgeBand.UNDER18
    FfiAgeBand.FROM18 -> AgeBand.FROM18
    FfiAgeBand.FROM30 -> AgeBand.FROM30
    FfiAgeBand.FROM50 -> AgeBand.FROM50
    FfiAgeBand.FROM65 -> AgeBand.FROM65
}

internal fun FfiBackupContent.toDomain() = BackupContent(made, rows.signed())

internal fun FfiBackupSchedule.toDomain() = BackupSchedule(folder, everyDays.toInt(), worked, inTrouble)
