#include <viz/model/places.hpp>

namespace monazite::viz {

const std::vector<Place>& places() {
  using P = PlaceId;
  using K = PlaceKind;
  static const std::vector<Place> kPlaces = {
      {P::kChatrapur,
       "Chatrapur",
       "チャトラプル",
       "IREL's sand mine and cracking",
       {84.99, 19.36},
       K::kMine,
       Hue::kIndia,
       true},
      {P::kAluva,
       "Aluva",
       "アルヴァ",
       "IREL's rare earths division",
       {76.35, 10.11},
       K::kSeparation,
       Hue::kIndia,
       false},
      {P::kAtchutapuram,
       "Atchutapuram",
       "アチュタプラム",
       "Toyotsu's refinery",
       {83.0, 17.56},
       K::kSeparation,
       Hue::kIndia,
       true},
      {P::kVisakhapatnam,
       "Visakhapatnam",
       "ヴィシャーカパトナム",
       "port",
       {83.29, 17.69},
       K::kPort,
       Hue::kIndia,
       true},
      {P::kBaotou,
       "Bayan Obo, Baotou",
       "包頭",
       "mine and separation",
       {109.97, 41.77},
       K::kMine,
       Hue::kChina,
       false},
      {P::kGanzhou,
       "Ganzhou",
       "贛州",
       "heavy rare earths",
       {114.93, 25.83},
       K::kSeparation,
       Hue::kChina,
       false},
      {P::kMtWeld,
       "Mt Weld",
       "マウントウェルド",
       "mine",
       {122.54, -28.86},
       K::kMine,
       Hue::kAustralia,
       false},
      {P::kKuantan,
       "Kuantan",
       "クアンタン",
       "separation",
       {103.33, 3.8},
       K::kSeparation,
       Hue::kAustralia,
       false},
      {P::kYokohama, "Yokohama", "横浜", "port", {139.64, 35.44}, K::kMakers, Hue::kJapan, false},
  };
  return kPlaces;
}

const Place& place(PlaceId id) {
  return places().at(static_cast<std::size_t>(id));
}

}  // namespace monazite::viz
