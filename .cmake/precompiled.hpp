#pragma once

/// What most of our sources include, compiled once for all of them: the messages take a third of the
/// time that a source takes to compile. Sources still include what they use; clang sees to that, which
/// reads them without this.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
