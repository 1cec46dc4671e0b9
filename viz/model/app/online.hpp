#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/net/lobby_list.hpp>
#include <viz/model/net/table_watch.hpp>
#include <viz/model/strings.hpp>

namespace monazite::viz {

class App;

/// What is typed in the dialog "Join a host".
struct HostFields {
  std::string address = "127.0.0.1:7410";
  std::string token;
  std::string name;  ///< how the person is called in the lobby
  bool tls = false;
  std::string tls_authority;  ///< file of certificates; from the command line only
  bool everything = false;    ///< when looking on
};

/// The viewer's business with hosts: the list of tables of one, looking on at a table, taking a
/// seat. A seat that was taken is the app's (App::seat()).
class Online {
 public:
  /// `folder`: where recordings grow that are looked on at; empty: cache_folder().
  explicit Online(std::string folder = {});
  ~Online();

  HostFields fields;

  /// The host that the fields mean; one sentence when they mean none.
  [[nodiscard]] base::Result<HostPlace> place() const;

  /// Asks the host of the fields for its tables, until the dialog is closed.
  void list(App& app);
  [[nodiscard]] const LobbyList* lobby() const { return lobby_.get(); }

  /// Looks on at a table of the host of the fields; 0 is its first. What grows is opened as soon as
  /// there is something to see. Ends looking on at another.
  base::Result<void> watch(App& app, std::uint32_t table);
  /// Null while nothing is looked on at.
  [[nodiscard]] const TableWatch* watching() const { return watch_.get(); }
  /// Whether what is looked on at is open.
  [[nodiscard]] bool opened() const { return !opened_path_.empty(); }
  /// Puts the watched table on the screen, whatever is there. Nothing happens before it begins.
  void show(App& app);
  void stop_watching();
  /// "table 1 at 127.0.0.1:7410" while that is what is open, in the words of the viewer; else
  /// empty.
  [[nodiscard]] std::string watched_words(const App& app, const Strings& tr) const;
  /// Writes what has been told so far into a file of the current folder; its path. kIo when the
  /// machine refuses, kNotFound when nothing is looked on at.
  [[nodiscard]] base::Result<std::string> save() const;

  /// Takes a seat at a table of the host of the fields; 0: at the first where it is free. Whether
  /// the host agrees is told at the seat.
  base::Result<void> take_seat(App& app, std::uint32_t table, const std::string& seat);

  /// Takes up what came from hosts. True when something to be seen changed.
  bool poll(App& app);
  /// Seconds until poll() is worth calling again.
  [[nodiscard]] double next_poll_in(const App& app) const;

 private:
  bool follow(App& app);
  void tell_stage(App& app) const;
  /// The host whose tables are listed, else that of the fields.
  [[nodiscard]] base::Result<HostPlace> place_of_table() const;
  /// Address of a host that has answered; empty while none has.
  [[nodiscard]] std::string answered_by(const App& app) const;

  std::string folder_;
  std::unique_ptr<LobbyList> lobby_;
  std::unique_ptr<TableWatch> watch_;
  std::string opened_path_;   ///< the last recording of the watched table that was on the screen
  std::string offered_path_;  ///< that the person was told of
  bool shown_ = false;        ///< the watched table was on the screen at the last look
  std::vector<std::string> left_;  ///< recordings of tables that are not looked on at any more
};

}  // namespace monazite::viz
