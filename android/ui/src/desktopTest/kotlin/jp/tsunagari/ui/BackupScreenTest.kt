package jp.tsunagari.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performTextClearance
import androidx.compose.ui.test.performTextInput
import java.time.LocalDate
import jp.tsunagari.ui.model.BackupTask
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

@OptIn(ExperimentalTestApi::class)
class BackupScreenTest {
    private val stage = Stage()

    @Test
    fun `a place comes first, then a passphrase twice`() = stage.play({ Backup(BackupTask.MAKE) }) {
        tap(stage.label("backup_pick_new"))
        assertEquals(listOf("pick MAKE"), stage.pressed)
        type("backup_secret", PASSPHRASE)
        type("backup_again", "another one")
        tap(stage.label("backup_make"))
        shows(stage.label("backup_differ"))
        type("backup_again", PASSPHRASE, clear = true)
        tap(stage.label("backup_make"))
        shows("控えをつくり、読みなおして確かめました（11月24日（火） 02:00）。")
    }

    @Test
    fun `a backup is checked, and a wrong passphrase is said`() = stage.play({ Backup(BackupTask.CHECK) }) {
        type("backup_secret", "not this one")
        tap(stage.label("backup_check"))
        shows(stage.label("backup_wrong"))
        type("backup_secret", PASSPHRASE, clear = true)
        tap(stage.label("backup_check"))
        shows("この控えは開けます。11月24日（火） 02:00のものです。")
    }

    @Test
    fun `what is kept here is replaced only by who says so`() =
        stage.play({ Backup(BackupTask.RESTORE) }) {
            type("backup_secret", PASSPHRASE)
            tap(stage.label("backup_restore"))
            shows(stage.label("backup_replace"))
            assertEquals(1, moods())
            tap(stage.label("backup_replace_do"))
            shows("控えからもどしました（11月24日（火） 02:00のもの）。鍵は、必要ならもう一度つけてください。")
            assertEquals(0, moods())
        }

    @Test
    fun `one can keep what is here`() = stage.play({ Backup(BackupTask.RESTORE, replace = true) }) {
        tap(stage.label("backup_replace_not"))
        shows(stage.label("backup_words"))
        assertEquals(1, moods())
    }

    @Test
    fun `scheduled backups say how they go, and end`() = stage.play({ Backup(scheduled = true) }) {
        shows(stage.label("backup_never"))
        tap(stage.label("backup_end"))
        shows(stage.label("backup_ended"))
        tap(stage.label("backup_schedule"))
        tap(stage.label("backup_pick_folder"))
        assertEquals(listOf("pick SCHEDULE"), stage.pressed)
    }

    @Test
    fun `with the lock on a backup can only be checked`() = stage.play({ Backup() }) {
        runBlocking {
            stage.api.lock.setPin("", PIN)
            stage.api.lock.lock()
        }
        hides(stage.label("backup_make"))
        assertEquals(0, count(stage.label("backup_restore")))
        tap(stage.label("kept_unlock"))
        assertEquals(listOf("unlock"), stage.pressed)
    }

    private fun moods() = runBlocking {
        val day = LocalDate.of(2026, 11, 24)
        stage.api.journal.entries(day..day).size
    }

    private fun SkikoComposeUiTest.type(label: String, text: String, clear: Boolean = false) {
        val field = onNodeWithText(stage.label(label))
        if (clear) field.performTextClearance()
        field.performTextInput(text)
        waitForIdle()
    }
}
