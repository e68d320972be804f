# The libraries Fihris links to, as imported targets. Used by the build itself and, installed beside
# fihris-config.cmake, by programs that embed Fihris: one list, so the two cannot drift apart.
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
include("${CMAKE_CURRENT_LIST_DIR}/FihrisPackages.cmake")

fihris_find_package(Threads PACKAGE libc6-dev)
fihris_find_package(ICU COMPONENTS uc i18n data PACKAGE libicu-dev)
fihris_find_package(OpenSSL COMPONENTS Crypto PACKAGE libssl-dev)
fihris_find_package(simdjson CONFIG PACKAGE libsimdjson-dev)
fihris_find_package(Xapian PACKAGE libxapian-dev)
fihris_find_package(Stemmer PACKAGE libstemmer-dev)
fihris_find_package(Zstd PACKAGE libzstd-dev)
fihris_find_package(XxHash PACKAGE libxxhash-dev)
fihris_find_package(Gumbo PACKAGE libgumbo-dev)
fihris_find_package(SQLite3 PACKAGE libsqlite3-dev)
fihris_find_package(LibArchive PACKAGE libarchive-dev)
