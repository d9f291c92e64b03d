package jp.tsunagari.ui.model

import jp.tsunagari.core.Keystore
import jp.tsunagari.core.LockState
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class LockModelTest {
    private val store = MemoryChoices()

    @Test
    fun `a wrong PIN says so, the right one opens`() = living {
        val model = locked()
        model.unlock("0000")
        val wrong = model.shown.shows { it.said != null }
        assertEquals(LockSaid.Wrong, wrong.said)
        assertEquals(LockState.Locked, wrong.state)
        model.unlock("4649")
        model.shown.shows { it.state == LockState.Open(hasLock = true) && it.said == null }
    }

    @Test
    fun `after many wrong tries the time is said from which another one counts`() = living {
        val model = locked()
        repeat(6) { tried ->
            model.unlock("0000")
            model.shown.shows { it.done == tried + 1 && !it.busy }
        }
        assertInstanceOf(LockSaid.Later::class.java, model.shown.value.said)
    }

    @Test
    fun `with the lock on the emergency row is there`() = living {
        assertTrue(locked().shown.shows { it.emergency.isNotEmpty() }.state == LockState.Locked)
    }

    @Test
    fun `a PIN needs four characters, twice the same, and is set only then`() = living {
        api.lock.begin()
        val model = LockModel(api, scope, store)
        for ((new, again, said) in listOf(
            Triple("", "", LockSaid.TooShort),
            Triple("464", "464", LockSaid.TooShort),
            Triple("4649", "4640", LockSaid.Differ),
        )) {
            model.setPin("", new, again)
            model.shown.shows { it.said == said && !it.busy }
            assertEquals(LockState.Open(hasLock = false), api.lock.state())
        }
        model.setPin("", "4649", "4649")
        model.shown.shows { it.said == LockSaid.Set && it.state == LockState.Open(hasLock = true) }
    }

    @Test
    fun `the PIN can be changed and taken away by who knows it`() = living {
        val model = open()
        model.setPin("0000", "1234", "1234")
        model.shown.shows { it.said == LockSaid.Wrong && !it.busy }
        model.setPin("4649", "1234", "1234")
        model.shown.shows { it.said == LockSaid.Altered && !it.busy }
        model.takeAway("1234")
        model.shown.shows { it.said == LockSaid.Taken && it.state == LockState.Open(hasLock = false) }
    }

    @Test
    fun `a finger opens once it was allowed, and not after the PIN was changed`() = living {
        val model = open()
        model.setFinger("4649", Finger)
        model.shown.shows { it.said == LockSaid.FingerOn && !it.busy }
        assertTrue(store.choices.value.finger)
        api.lock.lock()
        model.shown.shows { it.state == LockState.Locked && !it.busy }
        model.unlockWith(Finger)
        model.shown.shows { it.state is LockState.Open && !it.busy }
        model.setPin("4649", "1234", "1234")
        model.shown.shows { it.said == LockSaid.Altered && !it.busy }
        assertFalse(store.choices.value.finger)
        api.lock.lock()
        model.shown.shows { it.state == LockState.Locked && !it.busy }
        model.unlockWith(Finger)
        model.shown.shows { it.said == LockSaid.FingerNot }
    }

    private suspend fun Life.open(): LockModel {
        api.lock.begin()
        api.lock.setPin("", "4649")
        return LockModel(api, scope, store).also { model -> model.shown.shows { it.state != null } }
    }

    private suspend fun Life.locked(): LockModel {
        val model = open()
        api.lock.lock()
        model.shown.shows { it.state == LockState.Locked }
        return model
    }

    private object Finger : Keystore {
        override fun seal(plain: ByteArray): ByteArray = plain

        override fun open(sealed: ByteArray): ByteArray = sealed

        override fun shred() = Unit
    }
}
