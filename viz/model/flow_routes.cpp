#include <map>

#include <viz/model/flow_routes.hpp>

namespace monazite::viz {
namespace {

FlowRoute route(PlaceId from, PlaceId to, std::vector<GeoPoint> between = {}) {
  std::vector<GeoPoint> points{place(from).at};
  points.insert(points.end(), between.begin(), between.end());
  points.push_back(place(to).at);
  return {from, to, std::move(points)};
}

std::map<FlowId, FlowRoute> make_routes() {
  using P = PlaceId;
  std::map<FlowId, FlowRoute> routes;
  // By road and rail along the coast.
  routes[FlowId::kFeed] = route(P::kChatrapur, P::kAtchutapuram, {{84.3, 18.7}, {83.5, 17.9}});
  routes[FlowId::kOwnOxide] =
      route(P::kChatrapur, P::kAluva, {{82.0, 17.2}, {79.0, 14.0}, {77.2, 11.5}});
  // Bay of Bengal, Malacca, South China Sea, Luzon Strait, the ocean side of the Ryukyus.
  routes[FlowId::kIndiaToJapan] = route(P::kVisakhapatnam, P::kYokohama,
                                        {{86.5, 14.0},
                                         {91.0, 9.0},
                                         {95.3, 6.3},
                                         {99.0, 4.4},
                                         {101.5, 2.4},
                                         {103.9, 1.1},
                                         {106.5, 4.0},
                                         {111.0, 10.0},
                                         {116.5, 16.5},
                                         {120.8, 20.4},
                                         {127.0, 24.5},
                                         {134.0, 30.5},
                                         {138.9, 33.8}});
  routes[FlowId::kMagnetsReturned] = route(P::kYokohama, P::kVisakhapatnam,
                                           {{139.6, 33.4},
                                            {135.0, 29.6},
                                            {128.3, 23.4},
                                            {122.0, 19.4},
                                            {118.2, 15.4},
                                            {112.6, 9.0},
                                            {107.6, 3.2},
                                            {104.2, 0.6},
                                            {101.0, 1.6},
                                            {98.3, 3.8},
                                            {95.0, 5.2},
                                            {90.0, 7.8},
                                            {85.4, 13.2}});
  routes[FlowId::kChinaToJapan] = route(P::kBaotou, P::kYokohama,
                                        {{114.0, 40.6},
                                         {117.8, 39.0},
                                         {119.8, 38.3},
                                         {122.6, 37.8},
                                         {123.8, 35.2},
                                         {126.2, 33.2},
                                         {129.2, 32.6},
                                         {131.2, 30.4},
                                         {135.6, 32.4},
                                         {138.8, 34.3}});
  routes[FlowId::kHeavyToJapan] = route(
      P::kGanzhou, P::kYokohama,
      {{118.0, 25.2}, {120.6, 26.0}, {124.5, 27.8}, {129.5, 29.2}, {134.5, 31.4}, {138.6, 33.9}});
  // Esperance or Fremantle, round the west, Lombok and the Java Sea.
  routes[FlowId::kMtWeldToKuantan] = route(P::kMtWeld, P::kKuantan,
                                           {{119.0, -31.2},
                                            {115.2, -32.4},
                                            {112.6, -27.0},
                                            {112.8, -20.0},
                                            {115.0, -11.5},
                                            {115.8, -8.6},
                                            {114.6, -5.6},
                                            {109.0, -3.4},
                                            {106.4, 0.6},
                                            {104.6, 2.8}});
  routes[FlowId::kOutsideToJapan] = route(P::kKuantan, P::kYokohama,
                                          {{105.4, 4.8},
                                           {109.8, 10.8},
                                           {114.8, 17.0},
                                           {118.8, 20.9},
                                           {121.6, 22.0},
                                           {126.4, 25.6},
                                           {132.6, 30.4},
                                           {138.2, 34.0}});
  routes[FlowId::kMagnetsImported] = route(P::kGanzhou, P::kVisakhapatnam,
                                           {{114.6, 23.4},
                                            {113.9, 21.6},
                                            {110.4, 15.6},
                                            {108.6, 9.4},
                                            {105.2, 4.6},
                                            {104.3, 1.5},
                                            {102.2, 2.2},
                                            {99.6, 5.2},
                                            {96.0, 7.4},
                                            {91.4, 10.4},
                                            {87.4, 15.0}});
  return routes;
}

}  // namespace

const FlowRoute& flow_route(FlowId id) {
  static const std::map<FlowId, FlowRoute> kRoutes = make_routes();
  static const FlowRoute kNone;
  const auto found = kRoutes.find(id);
  return found == kRoutes.end() ? kNone : found->second;
}

}  // namespace monazite::viz
