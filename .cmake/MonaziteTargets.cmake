include_guard()

# Targets that the launcher and CI name. None of them belongs to "all".
add_custom_target(monazite_benchmarks)      # the programs of monazite_bench()
add_custom_target(monazite_threads_tests)   # the test programs labelled "threads"
add_custom_target(monazite_portable_check)  # the portable core through clang 14 and libc++

# monazite_flags(TARGET): warnings, sanitizers and floating-point rules for one target of ours.
# -ffp-contract=off keeps results the same bytes whatever the machine's fused instructions.
function(monazite_flags target)
  target_compile_options(${target} PRIVATE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow
                                           -Wconversion -Wnon-virtual-dtor -Wold-style-cast
                                           # GCC 12 sees overlaps in std::string that cannot be (GCC bug 105651).
                                           $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  if(MONAZITE_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(MONAZITE_DEVELOPMENT)
    target_compile_definitions(${target} PRIVATE MONAZITE_DEVELOPMENT=1 _GLIBCXX_ASSERTIONS=1)
  endif()
  if(MONAZITE_SANITIZE)
    # g++ warns wrongly of uninitialised values in code that it has instrumented itself.
    target_compile_options(${target} PRIVATE -fsanitize=${MONAZITE_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all
      $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    if(MONAZITE_SANITIZE MATCHES thread)
      # ThreadSanitizer knows no fences; Boost.Asio has locks as well.
      target_compile_definitions(${target} PRIVATE BOOST_ASIO_DISABLE_FENCED_BLOCK)
    endif()
    target_link_options(${target} PRIVATE -fsanitize=${MONAZITE_SANITIZE})
  endif()
endfunction()

# g++ forgets in a precompiled header which code is the system's, and warns of what the system's code seems to
# do once it is inlined. The first of either compiler is for ccache.
set(MONAZITE_PRECOMPILED_OPTIONS
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread>
    "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")

# monazite_precompile(TARGET): has a target of ours that works with messages read them precompiled.
# monazite_make_precompiled(): what it needs, once.
function(monazite_make_precompiled)
  add_library(monazite_precompiled OBJECT "${PROJECT_SOURCE_DIR}/.cmake/precompiled.cpp")
  monazite_flags(monazite_precompiled)
  target_compile_options(monazite_precompiled PRIVATE ${MONAZITE_PRECOMPILED_OPTIONS})
  target_link_libraries(monazite_precompiled PRIVATE monazite::messages tl::expected)
  target_compile_features(monazite_precompiled PRIVATE cxx_std_20)
  target_precompile_headers(monazite_precompiled PRIVATE "${PROJECT_SOURCE_DIR}/.cmake/precompiled.hpp")
endfunction()
function(monazite_precompile target)
  target_compile_options(${target} PRIVATE ${MONAZITE_PRECOMPILED_OPTIONS})
  target_precompile_headers(${target} REUSE_FROM monazite_precompiled)
endfunction()

# monazite_together(TARGET [APART FILES...]): has sources of a target of ours compiled as one, ten by ten, which
# takes a third of the time; clang-tidy reads a whole folder as one. So the names in the anonymous namespaces of
# one folder differ; files that are alike by design, whose names are the same on purpose, are named as APART.
function(monazite_together target)
  cmake_parse_arguments(arg "" "" "APART" ${ARGN})
  if(NOT MONAZITE_TOGETHER)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${MONAZITE_TOGETHER})
  # To g++ a source that another includes is a header, in which a class must not have parts that only this
  # source knows.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  if(arg_APART)
    set_source_files_properties(${arg_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()

# monazite_library(NAME HEADERS ... SOURCES ... DEPENDS ... [PRIVATE_DEPENDS ...] [APART ...])
# A static library of one folder, with the alias monazite::NAME. Files are listed in alphabetical
# order. What may be included is exactly what DEPENDS names: the link list is the dependency rule.
# APART: see monazite_together.
function(monazite_library name)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;DEPENDS;PRIVATE_DEPENDS;APART" ${ARGN})
  set(target monazite_${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    monazite_flags(${target})
    monazite_together(${target} APART ${arg_APART})
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
    if(folder MATCHES "^(protocol/(net|recording)|agents/parties|world/(mandates|scenarios|engine|lab)|viz/)")
      monazite_precompile(${target})
    endif()
    target_link_libraries(${target} PRIVATE ${arg_PRIVATE_DEPENDS})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(monazite::${name} ALIAS ${target})
  target_sources(${target} ${scope} FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_compile_features(${target} ${scope} cxx_std_20)
  target_link_libraries(${target} ${scope} ${arg_DEPENDS})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  # Every header compiles alone: clang sees to it in the portable core, CMake in what is left.
  monazite_is_portable(portable)
  if(portable)
    monazite_check_portable(${target} ${arg_HEADERS})
  else()
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
endfunction()

# Whether this folder is of the portable core, which is everything but protocol/net, world/lab, world/app
# and the viewer, so that it can be compiled to WebAssembly too.
function(monazite_is_portable answer)
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
  if(folder MATCHES "^(protocol/net|world/lab|world/app|viz)")
    set(${answer} NO PARENT_SCOPE)
  else()
    set(${answer} YES PARENT_SCOPE)
  endif()
endfunction()

# Has clang 14 with libc++ read each header of a library of the portable core alone; its sources are read with
# libc++ by clang-tidy. One command per file: it runs in parallel, and again only when something it includes
# has changed.
function(monazite_check_portable target)
  if(NOT ARGN)
    return()
  endif()
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
  get_target_property(type ${target} TYPE)
  set(properties INCLUDE_DIRECTORIES COMPILE_DEFINITIONS)
  if(type STREQUAL "INTERFACE_LIBRARY")
    set(properties INTERFACE_INCLUDE_DIRECTORIES INTERFACE_COMPILE_DEFINITIONS)
  endif()
  list(GET properties 0 directories)
  list(GET properties 1 definitions)
  # /usr/include is where the compiler looks anyway; named, it would come before libc++'s own headers.
  set(directories "$<FILTER:$<TARGET_PROPERTY:${target},${directories}>,EXCLUDE,^/usr/include$>")
  # Some libraries bring an empty definition along.
  set(definitions "$<FILTER:$<TARGET_PROPERTY:${target},${definitions}>,EXCLUDE,^$>")
  set(stamps)
  foreach(file IN LISTS ARGN)
    if(IS_ABSOLUTE "${file}")
      continue()  # generated
    endif()
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/portable/${file}.checked")
    cmake_path(GET stamp PARENT_PATH stamp_folder)
    file(MAKE_DIRECTORY "${stamp_folder}")
    add_custom_command(
      OUTPUT "${stamp}"
      COMMAND clang++-14 -x c++ -std=c++20 -stdlib=libc++ -fsyntax-only -Wno-pragma-once-outside-header
              "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},;-D>>"
              "$<$<BOOL:${directories}>:-isystem$<JOIN:${directories},;-isystem>>"
              -MD -MF "${stamp}.d" -MT "${stamp}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}"
      COMMAND ${CMAKE_COMMAND} -E touch "${stamp}"
      DEPENDS "${file}" monazite_generated
      DEPFILE "${stamp}.d"
      COMMENT "clang++-14 -stdlib=libc++ ${folder}/${file}"
      COMMAND_EXPAND_LISTS VERBATIM)
    list(APPEND stamps "${stamp}")
  endforeach()
  add_custom_target(${target}_portable DEPENDS ${stamps})
  add_dependencies(monazite_portable_check ${target}_portable)
endfunction()

# monazite_test_flags(TARGET): those of all our targets. What is tested is optimised, test code hardly: that
# takes longer to compile than it saves when it runs; instrumented test code not at all.
function(monazite_test_flags target)
  monazite_flags(${target})
  target_compile_options(${target} PRIVATE ${MONAZITE_PRECOMPILED_OPTIONS})
  if(MONAZITE_SANITIZE)
    # What is tried is sanitized, and memory in the tests; checks of undefined behaviour in test code
    # take a third of its compilation.
    target_compile_options(${target} PRIVATE -O0 -fno-sanitize=undefined)
  else()
    target_compile_options(${target} PRIVATE -O1)
  endif()
endfunction()

# monazite_test(NAME SOURCES ... DEPENDS ... [LABELS ...] [APART ...]): a Catch2 program; each of its test cases
# becomes a CTest test. Instrumented programs take longer to start than most of their cases, so there a program is
# one test. Labels: "slow" keeps it out of the fast suite, "threads" puts it under ThreadSanitizer in CI.
function(monazite_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;LABELS;APART" ${ARGN})
  set(target monazite_${name}_tests)
  add_executable(${target} ${arg_SOURCES})
  monazite_together(${target} APART ${arg_APART})
  monazite_test_flags(${target})
  target_link_libraries(${target} PRIVATE monazite::test_support ${arg_DEPENDS})
  target_precompile_headers(${target} REUSE_FROM monazite_test_precompiled)
  target_compile_definitions(${target} PRIVATE
    MONAZITE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" MONAZITE_TEST_DIR="${PROJECT_SOURCE_DIR}/tests")
  set(labels)
  if("threads" IN_LIST arg_LABELS)
    add_dependencies(monazite_threads_tests ${target})
  endif()
  if(arg_LABELS)
    # One word, since Catch2's versions differ in how they pass a list on: "slow_threads" is found
    # by `ctest -L slow` and by `ctest -L threads`.
    list(JOIN arg_LABELS "_" joined)
    set(labels LABELS "${joined}")
  endif()
  if(MONAZITE_SANITIZE)
    add_test(NAME "${name}/all" COMMAND ${target})
    set_tests_properties("${name}/all" PROPERTIES TIMEOUT 1800 ${labels})
  else()
    catch_discover_tests(${target} TEST_PREFIX "${name}/" PROPERTIES TIMEOUT 600 ${labels})
  endif()
endfunction()

# monazite_allocator(TARGET): gives a program mimalloc in place of the C library's allocator, whose locks
# cost a run with a recording a fifth of its time. Not under sanitizers, which bring their own.
function(monazite_allocator target)
  if(NOT MONAZITE_SANITIZE)
    # Nothing refers to it by name, so a linker that drops unused libraries must be told to keep it.
    target_link_libraries(${target} PRIVATE -Wl,--push-state,--no-as-needed mimalloc -Wl,--pop-state)
  endif()
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
  monazite_allocator(${target})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name}
                        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bench")
  add_dependencies(monazite_benchmarks ${target})
endfunction()
