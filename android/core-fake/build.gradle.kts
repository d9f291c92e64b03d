plugins {
    alias(libs.plugins.kotlin.jvm)
}

dependencies {
    api(project(":core-api"))
    testImplementation(project(":core-contract"))
    testRuntimeOnly(platform(libs.junit.bom))
    testRuntimeOnly(libs.junit.launcher)
}
