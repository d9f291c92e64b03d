package jp.tsunagari.ui.model

import java.time.DayOfWeek
import java.time.LocalTime
import jp.tsunagari.core.CheckInAbout
import jp.tsunagari.core.Resting
import jp.tsunagari.core.SelfTest
import jp.tsunagari.core.Told
import jp.tsunagari.core.TsunagariError
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class CheckInsModelTest {
    private val alarms = SetAlarms()

    @Test
    fun `nothing is asked and no alarm is set before somebody asks for it`() = living {
        val model = begun()
        assertEquals(emptyList<Any>(), model.shown.value.value?.all)
        assertEquals(emptyList<Any>(), alarms.all)
    }

    @Test
    fun `what is made comes next at some time, and its alarms are set`() = living {
        val model = made()
        val shown = model.shown.value.value?.all?.single()
        assertNotNull(shown?.next)
        model.done.shows { it.draft == null }
        eventually { alarms.all.firstOrNull()?.at == shown?.next?.at?.toInstant() }
    }

    @Test
    fun `what is taken away can be brought back as it was`() = living {
        val model = made()
        val one = model.one()
        model.less(one.id)
        model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.rarer == 1 }
        model.switchOn(one.id, false)
        val off = model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.on == false }.value?.all?.single()
        model.remove(checkNotNull(off).checkIn)
        model.shown.shows { it.value?.all?.isEmpty() == true }
        eventually { alarms.all.isEmpty() }
        model.done.shows { it.removed != null }
        model.undo()
        val back = model.shown.shows { shown -> shown.value?.all?.singleOrNull()?.checkIn?.rarer == 1 }
        assertEquals(one.rule, back.value?.all?.single()?.checkIn?.rule)
        assertEquals(false, back.value?.all?.single()?.checkIn?.on)
        model.done.shows { it.removed == null }
    }

    @Test
    fun `less often sets fewer alarms, and as often as chosen brings them back`() = living {
        val model = made()
        eventually { alarms.all.isNotEmpty() }
        val before = alarms.all.size
        model.less(model.one().id)
        eventually { alarms.all.size < before }
        model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.rarer == 1 }
        model.asOften(model.one())
        model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.rarer == 0 }
        eventually { alarms.all.size == before }
    }

    @Test
    fun `rest is silent until its end, also with the lock on`() = living {
        val model = made()
        eventually { alarms.all.isNotEmpty() }
        api.lock.setPin("", "4649")
        api.lock.lock()
        model.shown.shows { it.problem is TsunagariError.Locked && it.value == null }
        model.rest(null)
        model.silence.shows { it?.rest == Resting.UntilSaid }
        eventually { alarms.all.isEmpty() }
        model.endRest()
        model.silence.shows { it?.rest == Resting.No }
        assertNull(model.done.value.problem)
    }

    @Test
    fun `enough for today, wanting to be alone and quiet hours are kept`() = living {
        val model = made()
        model.enoughForToday()
        model.silence.shows { it?.enoughToday == true }
        model.setAlone(true)
        model.silence.shows { it?.alone == true }
        model.setQuiet(LocalTime.of(22, 0), LocalTime.of(7, 30))
        model.silence.shows { it?.quietFrom == LocalTime.of(22, 0) && it.quietTo == LocalTime.of(7, 30) }
    }

    @Test
    fun `what cannot be made stays open, and says why`() = living {
        val model = begun()
        model.make()
        DayOfWeek.entries.forEach { day -> model.draft { it.day(day, false) } }
        model.save()
        val problem = model.done.shows { it.problem != null }.problem
        assertEquals("days", assertInstanceOf(TsunagariError.Invalid::class.java, problem).field)
        assertNotNull(model.done.value.draft)
        model.draft { it.day(DayOfWeek.MONDAY, true) }
        assertNull(model.done.value.problem)
    }

    @Test
    fun `what was kept although the phone refused is not done twice`() = living {
        val model = made()
        eventually { alarms.all.isNotEmpty() }
        alarms.refuses = true
        model.less(model.one().id)
        model.done.shows { it.problem is TsunagariError.Unexpected }
        alarms.refuses = false
        model.again()
        model.done.shows { it.problem == null }
        eventually { api.control.calls.last() == "checkIns.selfTest" || "checkIns.apply" in api.control.calls }
        model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.rarer == 1 }
        assertEquals(1, api.control.calls.count { it == "checkIns.less" })
    }

    @Test
    fun `what could not be made is made with another try`() = living {
        val model = begun()
        model.make()
        val held = api.control.hold("checkIns.add")
        model.save()
        held.reached()
        api.lock.setPin("", "4649")
        api.lock.lock()
        held.letGo()
        model.done.shows { it.problem is TsunagariError.Locked }
        api.lock.unlock("4649")
        model.again()
        model.shown.shows { it.value?.all?.size == 1 }
    }

    @Test
    fun `words that are being written hide with the lock`() = living {
        val model = begun()
        model.make()
        model.draft { it.about(CheckInAbout.Own("みず")) }
        api.lock.setPin("", "4649")
        api.lock.lock()
        model.done.shows { it.draft == null }
    }

    @Test
    fun `whoever presses twice makes one check-in, brings one back, and has one as often as chosen`() = living {
        val model = begun()
        model.make()
        repeat(2) { model.save() }
        model.done.shows { it.draft == null }
        model.shown.shows { it.value?.all?.size == 1 }
        model.less(model.one().id)
        model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.rarer == 1 }
        val rarer = model.one()
        repeat(2) { model.asOften(rarer) }
        model.shown.shows { it.value?.all?.singleOrNull()?.checkIn?.rarer == 0 }
        model.remove(model.one())
        model.done.shows { it.removed != null }
        repeat(2) { model.undo() }
        model.done.shows { it.removed == null }
        eventually { api.control.busy == 0 }
        assertEquals(1, api.checkIns.list().size)
        assertNull(model.done.value.problem)
    }

    @Test
    fun `a self-test waits for its alarm, and there is none without permission`() = living {
        val model = made()
        model.beginSelfTest()
        model.shown.shows { it.value?.selfTest is SelfTest.Waiting }
        assertTrue(alarms.all.any { it.checkIn == null })
        api.checkIns.apply(alarms, Told.PERMISSION_LOST)
        model.shown.shows { it.value?.selfTest == SelfTest.NoPermission }
        assertEquals(false, model.silence.value?.maySpeak)
    }

    private suspend fun Life.begun(): CheckInsModel {
        api.lock.begin()
        return CheckInsModel(api, scope, alarms).also { model -> model.shown.shows { it.value != null } }
    }

    private suspend fun Life.made(): CheckInsModel = begun().also { model ->
        model.make()
        model.save()
        model.shown.shows { it.value?.all?.size == 1 }
    }

    private fun CheckInsModel.one() = checkNotNull(shown.value.value).all.single().checkIn
}
