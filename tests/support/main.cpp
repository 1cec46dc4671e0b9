// Catch2 3 comes with a main; Catch2 2 builds it here, once for all test programs.
#if !__has_include(<catch2/catch_test_macros.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
