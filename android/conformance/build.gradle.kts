plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

val target = rootProject.extra["tsunagari.target"]

// The scenarios that all languages run: bindings/conformance.
android {
    namespace = "jp.tsunagari.conformance"
    compileSdk = 35
    defaultConfig { minSdk = 26 }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    sourceSets["test"].kotlin.srcDirs("$rootDir/../bindings/conformance/kotlin", "$target/conformance/scenarios")
}

dependencies {
    testImplementation(project(":ffi-generated"))
    testImplementation(libs.jna)
    testImplementation(libs.junit.jupiter)
    testImplementation(libs.kotlin.reflect)
    testRuntimeOnly(platform(libs.junit.bom))
    testRuntimeOnly(libs.junit.launcher)
}
