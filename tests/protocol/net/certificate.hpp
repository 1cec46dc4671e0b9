#pragma once

#include <string>

namespace monazite::test_support {

/// Writes a self-signed certificate for localhost and its key (PEM) into `folder`: cert.pem and
/// key.pem. Good for a day.
void write_certificate(const std::string& folder);

}  // namespace monazite::test_support
