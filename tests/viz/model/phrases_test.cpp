#include <set>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/phrases.hpp>

using namespace monazite;
using viz::in_japanese;

TEST_CASE("a phrase of the world's wording is worded in Japanese, with its holes") {
  CHECK(in_japanese("JOGMEC sells 120 t of NdPr from the state stock") ==
        "JOGMEC が国家備蓄から NdPr 120 t を売却");
  CHECK(in_japanese("Talks on the memorandum are suspended after 12 offers") ==
        "覚書の協議が 12 件の提案の後に中断");
  CHECK(in_japanese("Volume 1,000 t REO/year") == "数量 1,000 t REO/年");
  CHECK(in_japanese("suspended on 29 July 2028") == "2028年7月29日に中断");
  // The same words at the beginning of a sentence and within one.
  CHECK(in_japanese("Atomic energy") == in_japanese("atomic energy"));
}

TEST_CASE("lists, reasons and lists of reasons are worded part by part") {
  CHECK(in_japanese("volume 1,200 t REO/year; premium 5 %") == "数量 1,200 t REO/年；上乗せ 5 %");
  CHECK(in_japanese("Agrees to talk: it expects 2.3 M; chance of choosing so 61 %") ==
        "協議に応じる：2.3 M を見込む、選ぶ確率 61 %");
}

TEST_CASE("what nobody knows stays as it is: names, units, codes, and anything else") {
  for (const char* text :
       {"", "NdPr", "t REO", "12.5 %", "runs/june-2025.mcap", "a text that nobody wrote", "協議",
        "{0}", "{", "; ; ; ", ": ", "Offers ", "-> -> ->"}) {
    INFO(text);
    CHECK(in_japanese(text) == text);
  }
  const std::string longest(100'000, 'a');
  CHECK((in_japanese(longest) == longest));
  std::string nested;
  for (int i = 0; i < 100; ++i) nested += "Offers volume ; ";
  CHECK_FALSE(in_japanese(nested).empty());
  std::string signs;  // would be taken apart in very many ways
  for (int i = 0; i < 12; ++i) signs += "ab: cd; ef -> gh, ij · kl. mn (op：qr、st。";
  CHECK_FALSE(in_japanese(signs).empty());
}

TEST_CASE("each phrase stands in the table once, and its holes are in both languages") {
  std::set<std::string_view> seen;
  for (const viz::Phrase& phrase : viz::phrase_table()) {
    INFO(phrase.english);
    CHECK(seen.insert(phrase.english).second);
    CHECK_FALSE(phrase.japanese.empty());
    for (std::size_t at = phrase.japanese.find('{'); at != std::string_view::npos;
         at = phrase.japanese.find('{', at + 1)) {
      CHECK(phrase.english.find(phrase.japanese.substr(at, 3)) != std::string_view::npos);
    }
  }
  CHECK(seen.size() > 300);
}

TEST_CASE("a reader remembers, and says the same") {
  viz::JapaneseReader reader;
  const std::string once(reader("Deal signed"));
  CHECK(once == "合意署名");
  CHECK(reader("Deal signed") == once);
  reader.forget_much();
  CHECK(reader("Deal signed") == once);
  CHECK(reader("NdPr") == "NdPr");
}
