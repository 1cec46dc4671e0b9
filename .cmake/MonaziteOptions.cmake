# What a person may choose when configuring. The presets set these; nothing here changes global flags.
option(MONAZITE_DEVELOPMENT "Check the costly invariants (conservation of mass and money) at run time" OFF)
option(MONAZITE_TESTS "Build the tests and benchmarks" ON)
option(MONAZITE_FUZZ "Build the fuzzers (needs clang, see tests/fuzz/CMakeLists.txt)" OFF)
set(MONAZITE_TOGETHER 10 CACHE STRING "How many sources of a folder are compiled as one (OFF: each by itself): a build from nothing takes a third of the time, one after a change more")
option(MONAZITE_WARNINGS_AS_ERRORS "Treat warnings in our own code as errors" ON)
set(MONAZITE_VIEWER "AUTO" CACHE STRING "Build the viewer: ON, OFF, or AUTO (if its libraries are there)")
set_property(CACHE MONAZITE_VIEWER PROPERTY STRINGS AUTO ON OFF)
set(MONAZITE_SANITIZE "" CACHE STRING "Sanitizers for our own targets, as given to -fsanitize= (empty: none)")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(MONAZITE_CCACHE ccache)
if(MONAZITE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without being told so, ccache leaves alone what uses a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
                                  "${MONAZITE_CCACHE}")
endif()
