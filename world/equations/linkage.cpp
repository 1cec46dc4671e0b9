#include <algorithm>

#include <world/equations/linkage.hpp>

namespace monazite::equations {

LinkageHeads drawn(const LinkageHeads& account, double bn_jpy) {
  LinkageHeads result{};
  double left = std::max(0.0, bn_jpy);
  for (std::size_t head = 0; head < account.size(); ++head) {
    result[head] = std::min(std::max(0.0, account[head]), left);
    left -= result[head];
  }
  return result;
}

double linkage_factor(const LinkageHeads& account, const LinkageHeads& factors, double bn_jpy) {
  if (!(bn_jpy > 0)) return 1;
  const LinkageHeads bound = drawn(account, bn_jpy);
  double factor = 1;
  for (std::size_t head = 0; head < bound.size(); ++head) {
    factor += (factors[head] - 1) * bound[head] / bn_jpy;
  }
  return factor;
}

}  // namespace monazite::equations
