#include <cstddef>

#include <world/engine/politics.hpp>

namespace monazite::engine {

Politics::Politics(const equations::Parameters& parameters)
    : weights_(parameters.politics), talks_(parameters.talks) {
  climate_.heat = parameters.politics.heat_start;
}

void Politics::end_month(double magnet_stock_t, double magnet_need_t, double magnet_shortage_t) {
  climate_ =
      equations::next_climate(climate_, magnet_shortage_t, magnet_need_t, magnet_stock_t, weights_);
}

void Politics::request() {
  climate_ = equations::after_quiet_request(climate_, weights_);
}

void Politics::request_published() {
  // The request itself stands already; publication adds what the public makes of it.
  const double asks = climate_.asks;
  climate_ = equations::after_published_request(climate_, weights_);
  climate_.asks = asks;
}

void Politics::leak() {
  climate_ = equations::after_leak(climate_, weights_);
}

void Politics::notification() {
  climate_ = equations::after_notification(climate_, weights_);
}

void Politics::summit() {
  for (std::size_t head = 0; head < linkage_bn_jpy_.size(); ++head) {
    linkage_bn_jpy_[head] += talks_.linkage_bn_jpy_per_summit[head];
  }
}

void Politics::draw_linkage(double bn_jpy) {
  const equations::LinkageHeads bound = equations::drawn(linkage_bn_jpy_, bn_jpy);
  for (std::size_t head = 0; head < bound.size(); ++head) linkage_bn_jpy_[head] -= bound[head];
}

}  // namespace monazite::engine
