plugins {
    alias(libs.plugins.kotlin.jvm)
}

dependencies {
    api(project(":core-api"))
    api(libs.junit.jupiter)
}
