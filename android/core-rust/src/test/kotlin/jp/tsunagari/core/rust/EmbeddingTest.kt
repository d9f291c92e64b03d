package jp.tsunagari.core.rust

import jp.tsunagari.embedding.open
import jp.tsunagari.embedding.whoListensNow
import kotlin.io.path.createTempDirectory
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The first search as docs/embedding.md shows it; scripts/test-kotlin takes it out of there. */
class EmbeddingTest {
    @Test
    fun `the first search of the page finds`() = runBlocking {
        val place = createTempDirectory("tsunagari")
        open(place.toString()).use { api -> assertTrue(whoListensNow(api).size >= 3) }
        place.toFile().deleteRecursively()
        Unit
    }
}
