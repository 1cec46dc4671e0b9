#pragma once

/// What most tests include, compiled once for all of them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <tests/support/catch.hpp>
