pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode.set(RepositoriesMode.FAIL_ON_PROJECT_REPOS)
    repositories {
        google()
        mavenCentral()
    }
}

rootProject.name = "tsunagari"
include(":core-api")
include(":core-contract")
include(":core-fake")
include(":ui")
include(":ffi-generated")
include(":core-rust")
include(":conformance")
include(":app")
