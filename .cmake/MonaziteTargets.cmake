include_guard()

add_custom_target(monazite_benchmarks)  # all programs of monazite_bench()

# monazite_flags(TARGET): warnings, sanitizers and floating-point rules for one target of ours.
# -ffp-contract=off keeps results the same bytes whatever the machine's fused instructions.
function(monazite_flags target)
  target_compile_options(${target} PRIVATE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow
                                           -Wconversion -Wnon-virtual-dtor -Wold-style-cast)
  if(MONAZITE_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(MONAZITE_DEVELOPMENT)
    target_compile_definitions(${target} PRIVATE MONAZITE_DEVELOPMENT=1)
  endif()
  if(MONAZITE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${MONAZITE_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${MONAZITE_SANITIZE})
  endif()
endfunction()

# monazite_library(NAME HEADERS ... SOURCES ... DEPENDS ... [PRIVATE_DEPENDS ...])
# A static library of one folder, with the alias monazite::NAME. Files are listed in alphabetical
# order. What may be included is exactly what DEPENDS names: the link list is the dependency rule.
function(monazite_library name)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
  set(target monazite_${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    monazite_flags(${target})
    target_link_libraries(${target} PRIVATE ${arg_PRIVATE_DEPENDS})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(monazite::${name} ALIAS ${target})
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_compile_features(${target} ${scope} cxx_std_20)
  target_link_libraries(${target} ${scope} ${arg_DEPENDS})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name} VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# monazite_test(NAME SOURCES ... DEPENDS ... [LABELS ...]): a Catch2 program; each of its test cases
# becomes a CTest test. Labels: "slow" keeps it out of the fast suite, "threads" puts it under
# ThreadSanitizer in CI.
function(monazite_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LABELS" ${ARGN})
  set(target monazite_${name}_tests)
  add_executable(${target} ${arg_SOURCES})
  monazite_flags(${target})
  target_link_libraries(${target} PRIVATE monazite::test_support ${arg_DEPENDS})
  target_compile_definitions(${target} PRIVATE
    MONAZITE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" MONAZITE_TEST_DIR="${PROJECT_SOURCE_DIR}/tests")
  set(labels)
  if(arg_LABELS)
    # Two labels are one property: the separator has to survive three expansions.
    string(REPLACE ";" "\\\\;" joined "${arg_LABELS}")
    set(labels LABELS "${joined}")
  endif()
  catch_discover_tests(${target} TEST_PREFIX "${name}/" PROPERTIES TIMEOUT 600 ${labels})
endfunction()

# monazite_bench(NAME SOURCES ... DEPENDS ...): a plain program that prints a table, built to
# BUILD/bench/NAME and run by `./monazite bench`. It is no test: it has no time limit and no verdict.
function(monazite_bench name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
  set(target monazite_${name}_bench)
  add_executable(${target} EXCLUDE_FROM_ALL ${arg_SOURCES})
  monazite_flags(${target})
  target_link_libraries(${target} PRIVATE ${arg_DEPENDS})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${target} PRIVATE MONAZITE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name}
                        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bench")
  add_dependencies(monazite_benchmarks ${target})
endfunction()
