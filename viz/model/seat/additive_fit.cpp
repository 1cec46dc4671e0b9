#include <algorithm>
#include <cmath>

#include <viz/model/seat/additive_fit.hpp>

namespace monazite::viz::game {
namespace {

/// Solves a x = b for a symmetric positive definite `a` (row by row), in place (Cholesky).
void solve(std::vector<double>& a, std::vector<double>& b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = a[i * n + j];
      for (std::size_t k = 0; k < j; ++k) rest -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i == j ? std::sqrt(std::max(rest, 1e-12)) : rest / a[j * n + j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
    b[i] /= a[i * n + i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
    b[i] /= a[i * n + i];
  }
}

}  // namespace

AdditiveFit::AdditiveFit(const agenda::Agenda& agenda, std::span<const agenda::Outcome> packages,
                         std::span<const double> values) {
  constexpr double kRidge = 0.5;  // packages
  const std::size_t issues = agenda.issues().size();
  std::vector<std::size_t> first(issues + 1, 0);
  for (std::size_t i = 0; i < issues; ++i) first[i + 1] = first[i] + agenda.issues()[i].levels();
  const std::size_t size = first.back();
  for (const double value : values) mean_ += value / static_cast<double>(values.size());
  std::vector<double> a(size * size, 0.0), b(size, 0.0);
  std::vector<std::size_t> at(issues);
  for (std::size_t p = 0; p < packages.size(); ++p) {
    for (std::size_t i = 0; i < issues; ++i) at[i] = first[i] + agenda.level(packages[p], i);
    for (std::size_t i = 0; i < issues; ++i) {
      b[at[i]] += values[p] - mean_;
      for (std::size_t j = 0; j < issues; ++j) a[at[i] * size + at[j]] += 1;
    }
  }
  for (std::size_t k = 0; k < size; ++k) a[k * size + k] += kRidge;
  solve(a, b);
  for (std::size_t i = 0; i < issues; ++i) {
    effects_.emplace_back(b.begin() + static_cast<std::ptrdiff_t>(first[i]),
                          b.begin() + static_cast<std::ptrdiff_t>(first[i + 1]));
  }
  double squares = 0;
  for (std::size_t p = 0; p < packages.size(); ++p) {
    const double off = values[p] - value(agenda, packages[p]);
    squares += off * off;
  }
  if (!packages.empty()) error_ = std::sqrt(squares / static_cast<double>(packages.size()));
}

double AdditiveFit::value(const agenda::Agenda& agenda, agenda::Outcome outcome) const {
  double sum = mean_;
  for (std::size_t i = 0; i < effects_.size(); ++i) sum += effects_[i][agenda.level(outcome, i)];
  return sum;
}

double AdditiveFit::range(std::size_t issue) const {
  const auto [low, high] = std::minmax_element(effects_[issue].begin(), effects_[issue].end());
  return *high - *low;
}

}  // namespace monazite::viz::game
