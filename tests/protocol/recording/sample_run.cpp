#include <protocol/base/check.hpp>
#include <tests/protocol/recording/sample_run.hpp>

namespace monazite::recording::testing {
namespace {

constexpr base::Day kFirstDay{19723};  // 2024-01-01

}  // namespace

base::Day sample_month_end(int month) {
  return base::end_of_month(base::add_months(kFirstDay, month));
}

v1::RunHeader sample_header(const SampleSize& size) {
  v1::RunHeader header;
  header.set_program_version("0.1.0");
  header.set_scenario("sample");
  header.set_scenario_text("name = \"sample\"\n[world]\nseats = 3 # with \x01 and \xC3\xBC\n");
  header.set_seed(18'446'744'073'709'551'615ULL);
  header.set_run(7);
  header.set_first_day(kFirstDay.number);
  header.set_last_day(sample_month_end(size.months - 1).number);
  for (const char* name : {"registrar", "public", "recorder", "india", "japan"})
    header.add_names(name);
  header.add_settings("seed=1");
  header.add_settings("conduct.consultation=nash");
  header.set_parent("parent.mcap");
  header.set_fork_day(kFirstDay.number + 40);
  header.add_replaced(std::string("\0\xFF\n", 3));
  return header;
}

v1::Envelope sample_envelope(base::Day day, int month, int number) {
  v1::Envelope envelope;
  envelope.set_id(static_cast<std::uint64_t>(month * 1000 + number + 1));
  envelope.set_day(day.number);
  envelope.set_from(3);
  envelope.set_to(number % 2 == 0 ? 4 : 1);
  envelope.set_conversation(5);
  switch (number % 4) {
    case 0: {
      auto& offer = *envelope.mutable_offer();
      offer.set_outcome(static_cast<std::uint64_t>(month * 31 + number));
      offer.set_statement("We can let out " + std::to_string(number) + " t a month.");
      offer.mutable_reason()->set_code(v1::REASON_CODE_CONCEDED);
      offer.mutable_reason()->set_a(month + number / 7.0);
      break;
    }
    case 1: {
      auto& observation = *envelope.mutable_observation();
      observation.set_month(static_cast<std::uint32_t>(month));
      for (int i = 1; i <= 4; ++i) {
        auto& reading = *observation.add_readings();
        reading.set_quantity(static_cast<v1::Quantity>(i));
        reading.set_value(60.0 + number / 3.0 + i);
        reading.set_as_of_day(day.number - i);
      }
      break;
    }
    case 2:
      envelope.mutable_statement()->set_text("Free words, number " + std::to_string(number));
      break;
    default:
      envelope.mutable_shipment()->set_reo_t(100.0 + number);
      break;
  }
  return envelope;
}

v1::WorldSnapshot sample_snapshot(int month, const SampleSize& size) {
  v1::WorldSnapshot snapshot;
  snapshot.set_month(static_cast<std::uint32_t>(month));
  for (int i = 0; i < size.values_per_snapshot; ++i) {
    if (month == 0) snapshot.add_names("quantity_" + std::to_string(i) + "_t");
    snapshot.add_values(1000.0 / (1 + i) + month * 0.37);
  }
  snapshot.set_state_hash(static_cast<std::uint64_t>(month) * 7919);
  return snapshot;
}

v1::NegotiationAnalysis sample_analysis(int month, const SampleSize& size) {
  v1::NegotiationAnalysis analysis;
  analysis.set_conversation(5);
  analysis.set_meeting(static_cast<std::uint32_t>(month));
  analysis.set_basis(v1::NegotiationAnalysis::BASIS_BELIEFS);
  for (int i = 0; i < size.packages_per_analysis; ++i) {
    analysis.add_first_musd(static_cast<float>((i * 7919 + month) % 1009) / 10.0F);
    analysis.add_second_musd(static_cast<float>((i * 1'047 + month) % 1013) / 10.0F);
  }
  return analysis;
}

v1::StateHash sample_hash(int month) {
  v1::StateHash hash;
  hash.set_month(static_cast<std::uint32_t>(month));
  hash.set_hash(static_cast<std::uint64_t>(month) * 7919);
  return hash;
}

void record_sample(Recorder& recorder, const SampleSize& size) {
  recorder.header(sample_header(size));
  for (int month = 0; month < size.months; ++month) {
    const base::Day end = sample_month_end(month);
    const base::Day start = base::start_of_month(end);
    for (int i = 0; i < size.envelopes_per_month; ++i) {
      const base::Day day = start + i * (end - start) / size.envelopes_per_month;
      recorder.envelope(sample_envelope(day, month, i));
    }
    if (month % 3 == 1) recorder.analysis(end, sample_analysis(month, size));
    recorder.snapshot(end, sample_snapshot(month, size));
    recorder.state_hash(end, sample_hash(month));
    MONAZITE_CHECK(recorder.end_month().has_value(), "the sample is recorded without failure");
  }
}

std::map<std::string, std::uint64_t> sample_counts(const SampleSize& size) {
  std::map<std::string, std::uint64_t> counts{{"/run/header", 1}};
  for (int month = 0; month < size.months; ++month) {
    for (int i = 0; i < size.envelopes_per_month; ++i) {
      constexpr const char* kTopics[] = {"/envelope/offer", "/envelope/observation",
                                         "/envelope/statement", "/envelope/shipment"};
      ++counts[kTopics[i % 4]];
    }
    if (month % 3 == 1) ++counts["/negotiation/analysis"];
    ++counts["/world/snapshot"];
    ++counts["/state/hash"];
  }
  return counts;
}

std::string sample_bytes(const SampleSize& size) {
  std::string bytes;
  Recorder recorder = Recorder::to_memory(bytes);
  record_sample(recorder, size);
  MONAZITE_CHECK(recorder.finish().has_value(), "the sample is recorded without failure");
  return bytes;
}

}  // namespace monazite::recording::testing
