plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.kotlin.android)
    alias(libs.plugins.kotlin.compose)
}

// What needs Compose for the desktop (src/desktop, src/desktopTest) is built by pom.xml alone.
android {
    namespace = "jp.tsunagari.ui"
    compileSdk = 35
    defaultConfig { minSdk = 26 }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    buildFeatures { compose = true }
}

dependencies {
    api(project(":core-api"))
    api(libs.compose.material3)
    implementation(libs.compose.foundation)
    testImplementation(project(":core-fake"))
    testImplementation(libs.junit.jupiter)
    testRuntimeOnly(platform(libs.junit.bom))
    testRuntimeOnly(libs.junit.launcher)
}
