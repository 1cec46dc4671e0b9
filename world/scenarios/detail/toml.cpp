// The one place where toml++ itself is compiled.
#define TOML_IMPLEMENTATION
#include <world/scenarios/detail/toml.hpp>
