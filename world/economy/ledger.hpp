#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <world/economy/state.hpp>

namespace monazite::economy {

enum class Material { kReo, kNdpr, kLight, kMagnet, kCount };

/// Places that hold material, and the sources and sinks around them. Makers follow kMakers.
enum class Node : std::size_t {
  kGround,     ///< source: ore in the ground
  kLost,       ///< sink: tailings and yield losses
  kElsewhere,  ///< source and sink: producers and buyers outside the model's nodes
  kUsed,       ///< sink: into products; source of magnets made
  kChloride,
  kIndiaOxide,
  kRefineryFeed,
  kRefineryProduct,
  kAtSea,
  kIndiaMagnets,
  kStateStock,
  kPoolChina,
  kPoolOutside,
  kMakers
};

[[nodiscard]] inline Node maker_node(std::size_t maker) {
  return static_cast<Node>(static_cast<std::size_t>(Node::kMakers) + maker);
}

/// Double-entry book of a month. Every flow is entered once, with its giver and its taker, apart
/// from the change of the state that it causes; at the month's end what each node holds must be
/// what it held plus what came less what went. REO and La/Ce are followed until they are separated
/// or landed.
class Ledger {
 public:
  /// Opens a month on what the nodes hold in `state`.
  void open(const State& state);
  void move(Material material, Node from, Node to, double amount_t);
  void move(Node from, Node to, const Mass& mass);
  /// Enters a payment.
  void pay(const Transfer& transfer);

  /// Largest difference at any node between book and state, over max(1, what the node held and
  /// turned over), of all materials; and the same of money, where all nodes must also sum to zero.
  [[nodiscard]] double error(const State& state) const;
  /// Smallest amount that any node holds in `state`, t. Never below 0 in a sound model.
  [[nodiscard]] static double smallest_stock(const State& state);

 private:
  struct Entry {
    double before = 0;
    double change = 0;
    double turnover = 0;
  };
  [[nodiscard]] Entry& at(Material material, Node node) {
    return entries_[static_cast<std::size_t>(material) * nodes_ + static_cast<std::size_t>(node)];
  }

  std::size_t nodes_ = 0;
  std::vector<Entry> entries_;
  std::vector<Entry> cash_;
};

}  // namespace monazite::economy
