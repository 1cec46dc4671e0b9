# Installs what a strategy written elsewhere needs: headers, static libraries and a CMake package, so
# that another project says
#
#   find_package(monazite REQUIRED)
#   target_link_libraries(my_agent PRIVATE monazite::strategies monazite::session)
#
# cmake --install build/release --component development --prefix WHERE; see docs/strategies.md.
include_guard()
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(MONAZITE_INSTALL_INCLUDE "${CMAKE_INSTALL_INCLUDEDIR}/monazite")
set(MONAZITE_INSTALL_CMAKE "${CMAKE_INSTALL_LIBDIR}/cmake/monazite")

# monazite_install(NAME...): these libraries, the targets monazite::NAME. What they link must be among
# them or come from a package that monazite-config.cmake finds.
function(monazite_install)
  foreach(name IN LISTS ARGN)
    install(TARGETS monazite_${name} EXPORT monazite-targets COMPONENT development
            ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}/monazite" COMPONENT development
            FILE_SET HEADERS DESTINATION "${MONAZITE_INSTALL_INCLUDE}" COMPONENT development)
  endforeach()
  # Protobuf's own code.
  install(DIRECTORY "${PROJECT_BINARY_DIR}/generated/" DESTINATION "${MONAZITE_INSTALL_INCLUDE}"
          COMPONENT development FILES_MATCHING PATTERN "*.pb.h")
  install(EXPORT monazite-targets NAMESPACE monazite:: DESTINATION "${MONAZITE_INSTALL_CMAKE}"
          COMPONENT development)
  configure_package_config_file("${PROJECT_SOURCE_DIR}/.cmake/monazite-config.cmake.in"
                                "${PROJECT_BINARY_DIR}/monazite-config.cmake"
                                INSTALL_DESTINATION "${MONAZITE_INSTALL_CMAKE}")
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/monazite-config-version.cmake"
                                   COMPATIBILITY SameMinorVersion)
  install(FILES "${PROJECT_BINARY_DIR}/monazite-config.cmake"
                "${PROJECT_BINARY_DIR}/monazite-config-version.cmake"
          DESTINATION "${MONAZITE_INSTALL_CMAKE}" COMPONENT development)
endfunction()
