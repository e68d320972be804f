# Types that two files of the product define differently, found by GCC's link-time reader (-Wodr). The objects of the
# build bear its notes beside their code, so that nothing is compiled twice: that takes a tenth more time than a plain
# build. Include this before the folders of the product.
#
# fihris_odr_check(TARGETS ...): the target odr_check, which reads them all together and makes no code.
if(FIHRIS_CHECK_ODR)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    message(FATAL_ERROR "FIHRIS_CHECK_ODR needs GCC.")
  endif()
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-flto=auto> $<$<COMPILE_LANGUAGE:CXX>:-ffat-lto-objects>)
endif()

function(fihris_odr_check)
  if(NOT FIHRIS_CHECK_ODR)
    return()
  endif()
  set(parts)
  foreach(target IN LISTS ARGN)
    get_target_property(type ${target} TYPE)
    if(type MATCHES "EXECUTABLE|SHARED_LIBRARY")
      list(APPEND parts $<TARGET_OBJECTS:${target}>)
    else()
      list(APPEND parts $<TARGET_FILE:${target}>)
    endif()
  endforeach()
  add_custom_target(odr_check
    COMMAND ${CMAKE_CXX_COMPILER} -flto=auto -Wodr -Werror=odr -r -nostdlib -flinker-output=rel
            -Wl,--whole-archive "${parts}" -o "${CMAKE_CURRENT_BINARY_DIR}/odr_check.o"
    COMMAND ${CMAKE_COMMAND} -E rm "${CMAKE_CURRENT_BINARY_DIR}/odr_check.o"
    COMMENT "Looking for types that are defined twice" COMMAND_EXPAND_LISTS VERBATIM)
  add_dependencies(odr_check ${ARGN})
endfunction()
