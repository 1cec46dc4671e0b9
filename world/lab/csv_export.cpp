#include <cstdio>
#include <fstream>
#include <map>

#include <google/protobuf/util/json_util.h>

#include <world/lab/chronicle.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/csv_export.hpp>
#include <world/lab/results_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

/// All digits, so that a reader gets the same double back.
std::string number_cell(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

class CsvFile {
 public:
  CsvFile(const std::string& folder, const std::string& name, const std::string& head)
      : file_{folder + "/" + name, 0}, out_(file_.path, std::ios::binary) {
    out_ << head << "\n";
  }
  void row(const std::string& line) {
    out_ << line << "\n";
    ++file_.rows;
  }
  /// Ends the file; an error if any of it could not be written.
  base::Result<WrittenFile> finish() {
    out_.close();
    if (out_.fail()) {
      return base::fail(base::ErrorCode::kIo,
                        "cannot write " + file_.path + "; choose another folder, or free space");
    }
    return file_;
  }

 private:
  WrittenFile file_;
  std::ofstream out_;
};

/// The name of the body that an envelope carries, as in the .proto.
std::string kind_of(const v1::Envelope& e) {
  const auto* field =
      v1::Envelope::descriptor()->FindFieldByNumber(static_cast<int>(e.body_case()));
  return field == nullptr ? "none" : field->name();
}

struct Package {
  bool has = false;
  std::uint64_t outcome = 0;
};

Package package_of(const v1::Envelope& e) {
  if (e.has_offer()) return {true, e.offer().outcome()};
  if (e.has_acceptance()) return {true, e.acceptance().outcome()};
  if (e.has_agreement()) return {true, e.agreement().outcome()};
  if (e.has_clearance_request()) return {true, e.clearance_request().outcome()};
  if (e.has_clearance()) return {true, e.clearance().outcome()};
  if (e.has_contract()) return {true, e.contract().outcome()};
  return {};
}

std::string words_of(const v1::Envelope& e) {
  if (e.has_press_report()) return e.press_report().headline();
  if (e.has_statement()) return e.statement().text();
  if (e.has_directive())
    return office_words(e.directive().office()) + " " + act_words(e.directive().act());
  if (e.has_offer()) return e.offer().statement();
  if (e.has_acceptance()) return e.acceptance().statement();
  return {};
}

/// The body's fields as JSON, named as in the .proto. Nothing of what is told to a seat each month
/// or meeting, which is long.
std::string body_of(const v1::Envelope& e) {
  if (e.has_brief() || e.has_opening() || e.has_observation()) return {};
  const auto* field =
      v1::Envelope::descriptor()->FindFieldByNumber(static_cast<int>(e.body_case()));
  if (field == nullptr) return {};
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  const auto& body = e.GetReflection()->GetMessage(e, field);
  if (!google::protobuf::util::MessageToJsonString(body, &json, options).ok()) return {};
  return json;
}

base::Result<WrittenFile> write_messages(recording::Recording& recording,
                                         const scenarios::Scenario& scenario,
                                         const std::string& folder) {
  CsvFile csv(folder, "messages.csv",
              "id,day,from,to,conversation,in_reply_to,kind,outcome,terms,text,body");
  const v1::RunHeader header = recording.header();
  const auto name = [&header](std::uint32_t seat) {
    return seat < static_cast<std::uint32_t>(header.names_size())
               ? header.names(static_cast<int>(seat))
               : std::to_string(seat);
  };
  std::map<std::uint64_t, std::size_t> agenda_of;  // by conversation
  recording::Window window;
  window.kinds = recording::kEnvelopes;
  recording.visit(window, [&](const recording::Record& record) {
    const v1::Envelope& e = *std::get<const v1::Envelope*>(record.content);
    if (e.has_opening())
      agenda_of[e.conversation()] = static_cast<std::size_t>(e.opening().table()) - 1;
    const Package package = package_of(e);
    const auto agenda = agenda_of.find(e.conversation());
    std::string terms;
    if (package.has && agenda != agenda_of.end() && agenda->second < scenario.agendas.size()) {
      terms = terms_text(scenario.agendas[agenda->second], package.outcome, false);
    }
    csv.row(std::to_string(e.id()) + "," + base::to_string(base::Day{e.day()}) + "," +
            csv_cell(name(e.from())) + "," + csv_cell(name(e.to())) + "," +
            std::to_string(e.conversation()) + "," + std::to_string(e.in_reply_to()) + "," +
            kind_of(e) + "," + (package.has ? std::to_string(package.outcome) : "") + "," +
            csv_cell(terms) + "," + csv_cell(words_of(e)) + "," + csv_cell(body_of(e)));
  });
  return csv.finish();
}

bool has(const std::string& name, const char* part) {
  return name.find(part) != std::string::npos;
}

/// Which file a quantity of the snapshots goes to, by its name.
const char* file_of(const std::string& name) {
  if (has(name, "price_")) return "prices.csv";
  if (has(name, "stock") || has(name, "cover") || has(name, "chloride") || has(name, "at_sea") ||
      has(name, "refinery_feed") || has(name, "refinery_product") || has(name, "magnets_t") ||
      has(name, "oxide_ndpr") ||
      (has(name, "maker") && name.size() > 7 && name.substr(name.size() - 7) == "_ndpr_t" &&
       !has(name, "need") && !has(name, "use") && !has(name, "unmet") && !has(name, "order") &&
       !has(name, "purchase") && !has(name, "allocated") && !has(name, "spot"))) {
    return "stocks.csv";
  }
  if (name.size() > 2 && name.substr(name.size() - 2) == "_t") return "flows.csv";
  return "state.csv";
}

base::Result<WrittenFile> write_months(const Chronicle& chronicle, const char* name,
                                       const std::string& folder) {
  std::vector<int> columns;
  std::string head = "month";
  if (!chronicle.months.empty()) {
    const auto& names = chronicle.months.front().snapshot.names();
    for (int i = 0; i < names.size(); ++i) {
      if (std::string(file_of(names.Get(i))) != name) continue;
      columns.push_back(i);
      head += "," + csv_cell(names.Get(i));
    }
  }
  CsvFile csv(folder, name, head);
  for (const Chronicle::Month& month : chronicle.months) {
    std::string row = base::to_string(month.day);
    for (const int column : columns) {
      row +=
          "," +
          (column < month.snapshot.values_size() ? number_cell(month.snapshot.values(column)) : "");
    }
    csv.row(row);
  }
  return csv.finish();
}

base::Result<WrittenFile> write_clauses(const Chronicle& chronicle, const std::string& folder) {
  CsvFile csv(folder, "clauses.csv", "day,clause,before,after,measure,since,because_of");
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (!e.has_clause_status()) continue;
    const v1::ClauseStatus& c = e.clause_status();
    csv.row(base::to_string(base::Day{e.day()}) + "," + csv_cell(clause_words(c.clause())) + "," +
            csv_cell(status_words(c.before())) + "," + csv_cell(status_words(c.status())) + "," +
            number_cell(c.measure()) + "," + base::to_string(base::Day{c.since_day()}) + "," +
            std::to_string(c.because_of()));
  }
  return csv.finish();
}

base::Result<WrittenFile> write_meetings(const Chronicle& chronicle, const std::string& folder) {
  CsvFile csv(folder, "meetings.csv",
              "day,conversation,meeting,first_party,second_party,first_reservation_musd,"
              "second_reservation_musd,sample_size,first_win_set,second_win_set,overlap,"
              "first_obstacle,second_obstacle,agreed");
  for (const Meeting& meeting : meetings_of(chronicle)) {
    const v1::NegotiationAnalysis& a = *meeting.analysis;
    csv.row(base::to_string(meeting.day) + "," + std::to_string(a.conversation()) + "," +
            std::to_string(a.meeting()) + "," + csv_cell(chronicle.name(meeting.first)) + "," +
            csv_cell(chronicle.name(meeting.second)) + "," +
            number_cell(a.first_reservation_musd()) + "," +
            number_cell(a.second_reservation_musd()) + "," + std::to_string(a.sample_size()) + "," +
            std::to_string(a.first_win_set()) + "," + std::to_string(a.second_win_set()) + "," +
            std::to_string(a.overlap()) + "," + csv_cell(office_words(a.first_obstacle())) + "," +
            csv_cell(office_words(a.second_obstacle())) + "," + (a.agreed() ? "1" : "0"));
  }
  return csv.finish();
}

}  // namespace

base::Result<std::vector<WrittenFile>> export_csv(recording::Recording& recording,
                                                  const scenarios::Scenario& scenario,
                                                  const std::string& folder) {
  std::vector<WrittenFile> files;
  const Chronicle chronicle = read_chronicle(recording);
  std::vector<base::Result<WrittenFile>> results;
  results.push_back(write_messages(recording, scenario, folder));
  for (const char* name : {"prices.csv", "flows.csv", "stocks.csv", "state.csv"}) {
    results.push_back(write_months(chronicle, name, folder));
  }
  results.push_back(write_clauses(chronicle, folder));
  results.push_back(write_meetings(chronicle, folder));
  for (const base::Result<WrittenFile>& result : results) {
    if (!result) return tl::unexpected<base::Error>(result.error());
    files.push_back(*result);
  }
  return files;
}

}  // namespace monazite::lab
