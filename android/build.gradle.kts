import org.jetbrains.kotlin.gradle.dsl.JvmTarget
import org.jetbrains.kotlin.gradle.tasks.KotlinCompile

// Before: scripts/make-bindings, which writes what ffi-generated compiles, and scripts/build-android for the libraries.
plugins {
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.android) apply false
    alias(libs.plugins.kotlin.jvm) apply false
}

// Where Cargo builds.
extra["tsunagari.target"] = System.getenv("CARGO_TARGET_DIR") ?: "$rootDir/../target"

subprojects {
    // Nothing is made inside the source tree.
    layout.buildDirectory.set(file("${rootProject.extra["tsunagari.target"]}/gradle/$name"))
    tasks.withType<KotlinCompile>().configureEach {
        compilerOptions {
            jvmTarget.set(JvmTarget.JVM_17)
            allWarningsAsErrors.set(this@subprojects.name != "ffi-generated")
        }
    }
    tasks.withType<JavaCompile>().configureEach { options.release.set(17) }
    tasks.withType<Test>().configureEach {
        useJUnitPlatform()
        val target = rootProject.extra["tsunagari.target"]
        systemProperty("jna.library.path", "$target/ci")
        systemProperty("tsunagari.android", rootDir)
        systemProperty("user.timezone", "Asia/Tokyo")
    }
}
