#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <protocol/base/calendar.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/recording/recorder.hpp>

/// A made-up run with every kind of record, for the tests of this folder.
namespace monazite::recording::testing {

struct SampleSize {
  int months = 6;
  int envelopes_per_month = 12;
  int values_per_snapshot = 20;
  int packages_per_analysis = 50;
};

[[nodiscard]] v1::RunHeader sample_header(const SampleSize& size);
/// The `number`-th envelope of a month: its kind, texts and numbers follow from the two numbers.
[[nodiscard]] v1::Envelope sample_envelope(base::Day day, int month, int number);
[[nodiscard]] v1::WorldSnapshot sample_snapshot(int month, const SampleSize& size);
[[nodiscard]] v1::NegotiationAnalysis sample_analysis(int month, const SampleSize& size);
[[nodiscard]] v1::StateHash sample_hash(int month);

/// The last day of a month of the sample, which begins on 2024-01-01.
[[nodiscard]] base::Day sample_month_end(int month);
/// Records the whole run; does not finish.
void record_sample(Recorder& recorder, const SampleSize& size);
/// How many records of each topic that makes.
[[nodiscard]] std::map<std::string, std::uint64_t> sample_counts(const SampleSize& size);
/// A finished recording.
[[nodiscard]] std::string sample_bytes(const SampleSize& size);

}  // namespace monazite::recording::testing
