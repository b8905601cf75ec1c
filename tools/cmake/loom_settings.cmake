# Compiler settings that every target of Loom shares.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

set(LOOM_SANITIZE "" CACHE STRING "address (with undefined), thread or undefined")
option(LOOM_TESTS "Build the tests" ON)

find_program(LOOM_CCACHE ccache)
if(LOOM_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LOOM_CCACHE})
endif()

add_library(loom_settings INTERFACE)
target_compile_options(loom_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# g++ 12 reports overlapping copies in std::string concatenation that are none (GCC bug 105651), when optimising.
target_compile_options(loom_settings INTERFACE $<$<CONFIG:Release>:-O2> $<$<CONFIG:Release>:-Wno-restrict>)

if(LOOM_SANITIZE STREQUAL "address")
  set(loom_sanitizers address,undefined)
elseif(LOOM_SANITIZE)
  set(loom_sanitizers ${LOOM_SANITIZE})
endif()
if(LOOM_SANITIZE)
  target_compile_options(loom_settings INTERFACE
    -fsanitize=${loom_sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(loom_settings INTERFACE -fsanitize=${loom_sanitizers})
endif()
