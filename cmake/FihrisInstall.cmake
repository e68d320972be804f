# Install rules: libraries, headers, the command, and two ways to find them — find_package(fihris) and
# pkg-config. Both may be moved to another prefix after the installation.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(fihris_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/fihris")
get_property(fihris_libraries GLOBAL PROPERTY FIHRIS_LIBRARIES)

install(TARGETS ${fihris_libraries} EXPORT fihris-targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
# The C library; programs in C find it as -lfihris.
install(TARGETS fihris_c EXPORT fihris-targets
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(TARGETS fihris_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(EXPORT fihris-targets NAMESPACE fihris:: DESTINATION "${fihris_cmake_dir}")

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/fihris-config.cmake.in" "${PROJECT_BINARY_DIR}/fihris-config.cmake"
  INSTALL_DESTINATION "${fihris_cmake_dir}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/fihris-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/fihris-config.cmake"
  "${PROJECT_BINARY_DIR}/fihris-config-version.cmake"
  cmake/FihrisDependencies.cmake
  cmake/FihrisPackages.cmake
  cmake/FindGumbo.cmake
  cmake/FindStemmer.cmake
  cmake/FindXapian.cmake
  cmake/FindXxHash.cmake
  cmake/FindZstd.cmake
  DESTINATION "${fihris_cmake_dir}")

# Static libraries, dependents first; `-lfihris_NAME` as the files are called.
set(fihris_pc_libs "")
foreach(library IN LISTS fihris_libraries)
  string(PREPEND fihris_pc_libs "-l${library} ")
endforeach()
string(STRIP "${fihris_pc_libs}" fihris_pc_libs)
# From the folder of fihris.pc back to the prefix, so that the tree may be moved.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
  BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig"
  OUTPUT_VARIABLE fihris_pc_prefix)
string(REGEX REPLACE "/$" "" fihris_pc_prefix "${fihris_pc_prefix}")
configure_file(cmake/fihris.pc.in "${PROJECT_BINARY_DIR}/fihris.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/fihris.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

# What the command says of itself: manual pages and completion.
if(NOT CMAKE_CROSSCOMPILING)
  set(fihris_about "${PROJECT_BINARY_DIR}/about")
  add_custom_command(OUTPUT "${fihris_about}/man1/fihris.1"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${fihris_about}/man1"
    COMMAND fihris_cli manual "${fihris_about}/man1"
    COMMAND fihris_cli completion bash > "${fihris_about}/fihris.bash"
    COMMAND fihris_cli completion zsh > "${fihris_about}/_fihris"
    COMMAND fihris_cli completion fish > "${fihris_about}/fihris.fish"
    DEPENDS fihris_cli VERBATIM)
  add_custom_target(fihris_about ALL DEPENDS "${fihris_about}/man1/fihris.1")
  install(DIRECTORY "${fihris_about}/man1" DESTINATION "${CMAKE_INSTALL_MANDIR}")
  install(FILES "${fihris_about}/fihris.bash" RENAME fihris
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
  install(FILES "${fihris_about}/_fihris" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
  install(FILES "${fihris_about}/fihris.fish"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endif()
install(FILES packaging/man/fihris-index-directory.5 DESTINATION "${CMAKE_INSTALL_MANDIR}/man5")
install(FILES packaging/man/fihris-query.7 DESTINATION "${CMAKE_INSTALL_MANDIR}/man7")

install(FILES LICENSE README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
