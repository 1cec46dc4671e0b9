#pragma once

#include <world/equations/linkage.hpp>
#include <world/equations/politics.hpp>

namespace monazite::engine {

/// How the matter stands in politics, as acts, the press and time move it (equations/politics.hpp),
/// and the linkage account that summits fill and signed deals draw on.
class Politics {
 public:
  /// `parameters` must outlive it; it reads them anew each time.
  explicit Politics(const equations::Parameters& parameters);

  /// A month passes. Stock and shortage of magnets in India in t NdFeB, need in t NdFeB per month.
  void end_month(double magnet_stock_t, double magnet_need_t, double magnet_shortage_t);
  /// Commerce asked atomic energy and IREL to hold back.
  void request();
  /// The press reports such a request as a fact.
  void request_published();
  void leak();
  void notification();
  /// Leaders met: concessional money that linkage can bind from now on.
  void summit();
  /// Linkage pays for a signed deal, head after head (equations/linkage.hpp). Unit: billion JPY; no
  /// head falls under zero.
  void draw_linkage(double bn_jpy);

  [[nodiscard]] const equations::PoliticalClimate& climate() const { return climate_; }
  [[nodiscard]] const equations::LinkageHeads& linkage_bn_jpy() const { return linkage_bn_jpy_; }

 private:
  const equations::Politics& weights_;
  const equations::Talks& talks_;
  equations::PoliticalClimate climate_;
  equations::LinkageHeads linkage_bn_jpy_{};
};

}  // namespace monazite::engine
