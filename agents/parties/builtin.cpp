#include <agents/parties/builtin.hpp>
#include <agents/parties/firm_party.hpp>
#include <agents/parties/government_party.hpp>
#include <agents/strategies/registry.hpp>

namespace monazite::parties {

std::unique_ptr<Party> make_builtin_party(const Chair& chair, const PartySetup& setup) {
  if (setup.kind == PartyKind::kFirm) return std::make_unique<FirmParty>(chair, setup);
  return std::make_unique<GovernmentParty>(chair, setup);
}

base::Result<void> check_tactic(std::string_view text) {
  if (text.empty()) return {};
  strategies::Registry<strategies::Tactic> registry("tactic");
  strategies::register_tactics(registry);
  const auto tactic = registry.make(text);
  if (!tactic) return tl::unexpected<base::Error>(tactic.error());
  return {};
}

}  // namespace monazite::parties
