plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

val target = rootProject.extra["tsunagari.target"]

android {
    namespace = "jp.tsunagari.ffi"
    compileSdk = 35
    defaultConfig {
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    sourceSets["main"].apply {
        kotlin.srcDir("$target/conformance/kotlin")
        jniLibs.srcDir("$target/android/jniLibs")
    }
}

dependencies {
    api(libs.coroutines.core)
    implementation("net.java.dev.jna:jna:${libs.versions.jna.get()}@aar")
}
