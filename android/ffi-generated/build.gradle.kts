plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
}

val target = rootProject.extra["tsunagari.target"]

// What scripts/build-android writes.
val libraries = file("$rootDir/../dist/android/jniLibs")

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
        jniLibs.srcDir(libraries)
    }
}

// An app without them would be built all the same, and end with its first call.
val checkLibraries = tasks.register("checkLibraries") {
    val folder = libraries
    doLast {
        if (folder.walk().none { it.extension == "so" }) {
            throw GradleException("There is no library in $folder: run scripts/build-android first.")
        }
    }
}
tasks.matching { it.name == "mergeReleaseJniLibFolders" }.configureEach { dependsOn(checkLibraries) }

dependencies {
    api(libs.coroutines.core)
    implementation("net.java.dev.jna:jna:${libs.versions.jna.get()}@aar")
}
