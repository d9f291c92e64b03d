package jp.tsunagari.ui

import androidx.compose.runtime.Composable
import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.writeBytes
import org.jetbrains.skia.Bitmap
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Image
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Draws the screens, as wide as on a phone and as long as they are, into the folder `screens` of what is built. */
class ScreenshotTest {
    private val folder = Path.of(System.getProperty("tsunagari.screens")).createDirectories()

    @Test
    fun home() = draw("home", HEIGHT) { Home() }

    @Test
    fun find() = draw("find", 2400) { Find() }

    @Test
    fun detail() = draw("detail", 3200) { Detail() }

    @Test
    fun warning() = draw("warning", HEIGHT) { Detail("fake.warned") }

    private fun draw(
        name: String,
        height: Int,
        screen: @Composable Stage.() -> Unit,
    ) {
        for (spoken in Spoken.entries) {
            for (fontScale in listOf(1, 2)) {
                val (light, dark) = listOf(false, true).map { dark ->
                    val long = if (fontScale == 1 || height == HEIGHT) height else height * 7 / 4
                    val image = Stage(spoken, dark).use { shot(it, long, fontScale.toFloat(), screen) }
                    val file = "$name-${spoken.name.lowercase()}-${if (dark) "dark" else "light"}-$fontScale.png"
                    folder.resolve(file).writeBytes(checkNotNull(image.encodeToData(EncodedImageFormat.PNG)).bytes)
                    brightness(image)
                }
                assertTrue(light > BRIGHT && dark < DIM) { "$name $spoken: light $light, dark $dark" }
            }
        }
    }

    private fun shot(
        stage: Stage,
        height: Int,
        fontScale: Float,
        screen: @Composable Stage.() -> Unit,
    ): Image = ImageComposeScene(WIDTH, height, Density(2f, fontScale)) { stage.screen() }.use { scene ->
        scene.render(0)
        // A second later nothing moves any more.
        scene.render(1_000_000_000)
    }

    private fun brightness(image: Image): Double {
        val bitmap = Bitmap.makeFromImage(image)
        val rows = (0 until image.height step STEP).map { y ->
            (0 until image.width step STEP).map { x -> bitmap.getColor(x, y) shr 8 and 0xFF }.average()
        }
        return rows.average()
    }

    private companion object {
        const val BRIGHT = 180
        const val DIM = 100
        const val STEP = 8
    }
}
