import org.jetbrains.kotlin.gradle.dsl.JvmTarget
import org.jetbrains.kotlin.gradle.tasks.KotlinCompile

// Before: scripts/make-bindings, which writes what ffi-generated compiles; scripts/build-android for the libraries; and for
// the tests of core-rust once scripts/test-kotlin, which takes the snippet of docs/embedding.md that they run.
plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.android) apply false
    alias(libs.plugins.kotlin.compose) apply false
    alias(libs.plugins.kotlin.jvm) apply false
}

// Where Cargo builds.
extra["tsunagari.target"] = System.getenv("CARGO_TARGET_DIR") ?: "$rootDir/../target"

subprojects {
    group = "jp.tsunagari"
    version = "0.1.0"
    // Nothing is made inside the source tree.
    layout.buildDirectory.set(file("${rootProject.extra["tsunagari.target"]}/gradle/$name"))
    tasks.withType<KotlinCompile>().configureEach {
        compilerOptions {
            jvmTarget.set(JvmTarget.JVM_17)
            allWarningsAsErrors.set(this@subprojects.name != "ffi-generated")
        }
    }
    // Elsewhere the Android plugin says which Java it is; it refuses --release, since classes of Android come from compileSdk.
    pluginManager.withPlugin("org.jetbrains.kotlin.jvm") {
        tasks.withType<JavaCompile>().configureEach { options.release.set(17) }
    }
    tasks.withType<Test>().configureEach {
        useJUnitPlatform()
        val target = rootProject.extra["tsunagari.target"]
        systemProperty("jna.library.path", "$target/ci")
        systemProperty("tsunagari.android", rootDir)
        systemProperty("user.timezone", "Asia/Tokyo")
    }
}
