plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

val target = rootProject.extra["tsunagari.target"]

android {
    namespace = "jp.tsunagari.core.rust"
    compileSdk = 35
    defaultConfig { minSdk = 26 }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    // What docs/embedding.md shows: scripts/test-kotlin takes it out of there.
    sourceSets["test"].kotlin.srcDir("$target/conformance/embedding")
}

dependencies {
    api(project(":core-api"))
    implementation(project(":ffi-generated"))
    testImplementation(project(":core-contract"))
    // On the JVM of the tests, with the library that Cargo built for it.
    testImplementation(libs.jna)
    testImplementation(libs.kotlin.reflect)
    testRuntimeOnly(platform(libs.junit.bom))
    testRuntimeOnly(libs.junit.launcher)
}
