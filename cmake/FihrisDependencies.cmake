# The libraries Fihris links to, as imported targets. Used by the build itself and, installed beside
# fihris-config.cmake, by programs that embed Fihris: one list, so the two cannot drift apart.
include(CMakeFindDependencyMacro)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")

find_dependency(Threads)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(OpenSSL COMPONENTS Crypto)
find_dependency(simdjson CONFIG)
find_dependency(Xapian)
find_dependency(Stemmer)
find_dependency(Zstd)
find_dependency(XxHash)
find_dependency(Gumbo)
