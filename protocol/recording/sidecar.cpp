#include <cstdio>

#include <nlohmann/json.hpp>

#include <protocol/recording/bytes.hpp>
#include <protocol/recording/sidecar.hpp>

namespace monazite::recording {
namespace {

using base::ErrorCode;
using base::Result;

/// Nobody writes a sidecar of this size; a larger file is something else.
constexpr std::uint64_t kMostBytes = 1U << 20;

}  // namespace

std::string sidecar_path(const std::string& recording_path) {
  const std::string ending = ".mcap";
  std::string stem = recording_path;
  if (stem.size() > ending.size() && stem.substr(stem.size() - ending.size()) == ending) {
    stem.resize(stem.size() - ending.size());
  }
  return stem + ".machine.json";
}

Result<void> write_sidecar(const std::string& recording_path, const Sidecar& sidecar) {
  auto sink = open_file_sink(sidecar_path(recording_path));
  if (!sink) return tl::unexpected<base::Error>(std::move(sink.error()));
  // Bytes that are no UTF-8 (a host's odd path) become question marks instead of an exception.
  const std::string text =
      nlohmann::json(sidecar).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  auto written = (*sink)->write(text);
  if (written) written = (*sink)->close();
  if (!written) (void)std::remove(sidecar_path(recording_path).c_str());  // half of it is none
  return written;
}

Result<Sidecar> read_sidecar(const std::string& recording_path) {
  const std::string path = sidecar_path(recording_path);
  auto source = open_file_source(path);
  if (!source) return tl::unexpected<base::Error>(std::move(source.error()));
  const auto damaged = [&] {
    return base::fail(ErrorCode::kDamaged, path + " is not a JSON object of texts");
  };
  if ((*source)->size() > kMostBytes) return damaged();
  std::string text(static_cast<std::size_t>((*source)->size()), '\0');
  if (auto got = (*source)->read(0, text.size(), text.data()); !got) {
    return tl::unexpected<base::Error>(std::move(got.error()));
  }
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return damaged();
  Sidecar sidecar;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) return damaged();
    sidecar[key] = value.get<std::string>();
  }
  return sidecar;
}

}  // namespace monazite::recording
