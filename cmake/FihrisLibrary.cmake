# fihris_add_library(NAME SOURCES ... HEADERS ... PUBLIC ... PRIVATE ...)
# One room of the house as a library: fihris_NAME with the alias fihris::NAME.
# HEADERS are the public ones, below include/; each must compile on its own (VERIFY_INTERFACE_HEADER_SETS).
function(fihris_add_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE" ${ARGN})
  set(target fihris_${name})
  add_library(${target} ${ARG_SOURCES})
  add_library(fihris::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${ARG_HEADERS})
  target_include_directories(${target} PRIVATE src)
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:fihris_warnings>)
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${name}
    POSITION_INDEPENDENT_CODE ON
    VERIFY_INTERFACE_HEADER_SETS ON
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_property(GLOBAL APPEND PROPERTY FIHRIS_LIBRARIES ${target})
endfunction()

# Warnings reach our own sources only, never a program that embeds the libraries.
add_library(fihris_warnings INTERFACE)
target_compile_options(fihris_warnings INTERFACE
  $<BUILD_INTERFACE:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor>
  # GCC 12 sees overlapping copies in std::string's own operator+ (GCC bug 105329).
  $<BUILD_INTERFACE:$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>>)
