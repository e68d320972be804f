# fihris_find_package(NAME [arguments of find_package] PACKAGE DEBIAN_PACKAGE): as find_package(NAME), but a library
# that is missing is only noted, so that fihris_missing_packages() can name all of them at once.
macro(fihris_find_package name)
  set(fihris_find_arguments ${ARGN})
  list(POP_BACK fihris_find_arguments fihris_debian_package fihris_find_keyword)
  find_package(${name} QUIET ${fihris_find_arguments})
  if(NOT ${name}_FOUND)
    list(APPEND fihris_missing_libraries "${name}")
    list(APPEND fihris_missing_debian_packages "${fihris_debian_package}")
  endif()
endmacro()

# fihris_missing_packages(OUT): what is missing and how to install it; empty when nothing is.
function(fihris_missing_packages out)
  set(message "")
  if(fihris_missing_libraries)
    list(JOIN fihris_missing_libraries ", " libraries)
    list(REMOVE_DUPLICATES fihris_missing_debian_packages)
    list(JOIN fihris_missing_debian_packages " " packages)
    string(CONCAT message "Fihris needs libraries that were not found: ${libraries}.\n"
      "On Debian or Ubuntu: apt-get install ${packages}\n"
      "Elsewhere install the same libraries, or name their place with CMAKE_PREFIX_PATH.")
  endif()
  set(${out} "${message}" PARENT_SCOPE)
endfunction()
