#pragma once

#include <vector>

#include <world/engine/acts.hpp>
#include <world/engine/observer.hpp>
#include <world/engine/stage.hpp>
#include <world/engine/tables.hpp>
#include <world/treaty/clauses.hpp>

namespace monazite::engine {

/// The last day of a month: the economy settles, promises are accounted for, everybody is told what
/// it may know, and offices decide on acts.
class MonthEnd {
 public:
  MonthEnd(Stage& stage, Tables& tables, Acts& acts);

  /// Settles the month that ends today and posts what happened: cargoes, payments, announcements,
  /// clauses, observations.
  void settle(double mine_output_factor);
  /// Asks governments and firms for acts, on what they have just observed.
  void ask_for_acts();
  /// The finished month, for witnesses: snapshot and hash.
  void report();

  /// After the last month: what the signed deals were worth on what came true.
  void look_back() const;
  /// Hash over all monthly state hashes so far.
  [[nodiscard]] std::uint64_t digest() const { return digest_; }

 private:
  void pay_finance();
  void post_payment(const economy::Transfer& transfer);
  void post_trade();
  void post_announcements();
  void post_clauses();
  void post_observations();

  Stage& stage_;
  Tables& tables_;
  Acts& acts_;
  Observer observer_;
  treaty::ClauseBook clauses_;
  economy::Controls controls_;
  std::vector<FactsOfMonth> months_;
  const economy::MonthAccount* account_ = nullptr;
  std::uint64_t digest_ = 0;
};

}  // namespace monazite::engine
