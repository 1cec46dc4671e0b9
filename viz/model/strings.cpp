#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <viz/model/strings.hpp>

namespace monazite::viz {
namespace {

struct Entry {
  std::string_view english, japanese;
};

struct Party {
  std::string_view seat, english, japanese;
};

constexpr std::array kParties = {
    Party{"india", "India", "インド政府"},
    Party{"irel", "IREL", "インド希土類公社"},
    Party{"japan", "Japan", "日本政府"},
    Party{"proterial", "Proterial", "プロテリアル"},
    Party{"shin_etsu", "Shin-Etsu", "信越化学工業"},
    Party{"suzuki", "Suzuki", "スズキ"},
    Party{"toyota", "Toyota", "トヨタ自動車"},
    Party{"toyotsu", "Toyotsu", "豊田通商"},
};

constexpr Entry kTable[] = {
    // the bar on top
    Entry{"File", "ファイル"},
    Entry{"Run", "実行"},
    Entry{"View", "表示"},
    Entry{"Compare", "比較"},
    Entry{"Play as", "参加"},
    Entry{"Help", "ヘルプ"},
    Entry{"Overview", "概要"},
    Entry{"Negotiation", "交渉"},
    Entry{"Market", "市場"},
    Entry{"What if", "もしも"},
    Entry{"Seat", "席"},
    Entry{"Open…", "開く…"},
    Entry{"Recent", "最近のファイル"},
    Entry{"Close", "閉じる"},
    Entry{"Quit", "終了"},
    Entry{"Save", "保存"},
    Entry{"Cancel", "取消"},
    Entry{"Export CSV", "CSV 書出し"},
    Entry{"Save picture", "画像を保存"},
    Entry{"Settings", "設定"},
    Entry{"Language", "言語"},
    Entry{"Theme", "配色"},
    Entry{"Dark", "暗い"},
    Entry{"Light", "明るい"},
    Entry{"Scale", "倍率"},
    Entry{"seed", "乱数種"},
    Entry{"seed {0}", "乱数種 {0}"},
    Entry{"state hashes match", "状態ハッシュ一致"},
    Entry{"{0} of {1} state hashes match", "状態ハッシュ {0}／{1} 一致"},
    // commands
    Entry{"Open the demo crisis", "デモの危機を開く"},
    Entry{"Close the recording", "記録を閉じる"},
    Entry{"Save a picture of the window", "画面の画像を保存"},
    Entry{"Play or pause", "再生・一時停止"},
    Entry{"A day back", "一日戻る"},
    Entry{"A day on", "一日進む"},
    Entry{"A month back", "一か月戻る"},
    Entry{"A month on", "一か月進む"},
    Entry{"To the event before", "前の出来事へ"},
    Entry{"To the next event", "次の出来事へ"},
    Entry{"To the offer before", "前の提案へ"},
    Entry{"To the next offer", "次の提案へ"},
    Entry{"To the start", "最初へ"},
    Entry{"To the end, and follow", "最後へ、以後追従"},
    Entry{"Faster", "速く"},
    Entry{"Slower", "遅く"},
    Entry{"Loop: off, all, shown range", "繰返し：なし・全体・表示範囲"},
    Entry{"Bookmark this day, or take the bookmark away", "この日のしおりを付ける・外す"},
    Entry{"Light or dark", "明暗の切替"},
    Entry{"English or Japanese", "英語・日本語の切替"},
    Entry{"Hide or dim the future", "未来を隠す・薄くする"},
    Entry{"Zoom into time", "時間を拡大"},
    Entry{"Zoom out of time", "時間を縮小"},
    Entry{"Show all of time", "全期間を表示"},
    Entry{"Larger text and controls", "文字と操作部を大きく"},
    Entry{"Smaller text and controls", "文字と操作部を小さく"},
    Entry{"Normal size", "標準の大きさ"},
    Entry{"Search…", "検索…"},
    Entry{"Commands…", "コマンド…"},
    Entry{"Selection before", "前の選択"},
    Entry{"Selection after", "次の選択"},
    Entry{"Close, or select nothing", "閉じる・選択を解除"},
    Entry{"What if, from this day", "この日からの「もし」"},
    Entry{"Undo the last change", "直前の変更を取消"},
    Entry{"Redo", "やり直す"},
    Entry{"Play as India", "インドとして参加"},
    Entry{"Play as Japan", "日本として参加"},
    Entry{"Play as IREL", "IREL として参加"},
    Entry{"Play as Toyota Tsusho", "豊田通商として参加"},
    Entry{"Leave the seat", "席を離れる"},
    Entry{"All keys", "キー一覧"},
    // parties
    Entry{"Parties", "当事者"},
    Entry{"Search", "検索"},
    Entry{"NdPr stock", "NdPr 在庫"},
    Entry{"Magnet cover", "磁石の備え"},
    Entry{"Plant use", "設備稼働率"},
    Entry{"Refinery load", "精錬所稼働率"},
    Entry{"Cover", "備蓄日数"},
    Entry{"days", "日"},
    Entry{"weeks", "週"},
    Entry{"{0} days of {1}", "{0} 日／{1} 日"},
    Entry{"{0} weeks of {1}", "{0} 週／{1} 週"},
    Entry{"Magnet makers", "磁石メーカー"},
    Entry{"Car makers", "自動車メーカー"},
    Entry{"has not acted yet", "まだ動きなし"},
    // trade flows
    Entry{"Trade flows", "貿易の流れ"},
    Entry{"Map", "地図"},
    Entry{"Sankey", "サンキー"},
    Entry{"Table", "表"},
    Entry{"t/month", "t／月"},
    Entry{"{0} t/month", "{0} t／月"},
    Entry{"halted", "停止"},
    Entry{"limited", "制限"},
    Entry{"mine", "鉱山"},
    Entry{"separation", "分離"},
    Entry{"refinery", "精錬所"},
    Entry{"port", "港"},
    Entry{"makers", "メーカー"},
    Entry{"selected", "選択中"},
    Entry{"Arrow width, t a month", "矢印の太さ（t／月）"},
    Entry{"Chatrapur", "チャトラプル"},
    Entry{"Aluva", "アルヴァ"},
    Entry{"Atchutapuram", "アチュタプラム"},
    Entry{"Visakhapatnam", "ヴィシャーカパトナム"},
    Entry{"Baotou", "包頭"},
    Entry{"Ganzhou", "贛州"},
    Entry{"Mt Weld", "マウントウェルド"},
    Entry{"Kuantan", "クアンタン"},
    Entry{"Yokohama", "横浜"},
    Entry{"India", "インド"},
    Entry{"Japan", "日本"},
    Entry{"China", "中国"},
    Entry{"Australia", "オーストラリア"},
    Entry{"Malaysia", "マレーシア"},
    // charts
    Entry{"Price", "価格"},
    Entry{"Prices", "価格"},
    Entry{"Stocks", "在庫"},
    Entry{"Stock", "在庫"},
    Entry{"Flow to Japan", "日本向けの流れ"},
    Entry{"Flows", "流れ"},
    Entry{"Shares", "割合"},
    Entry{"NdPr oxide", "酸化 NdPr"},
    Entry{"outside China", "中国外"},
    Entry{"policy", "目標"},
    Entry{"State stock", "国家備蓄"},
    Entry{"all charts share one time axis", "時間軸は共通"},
    Entry{"utility", "効用"},
    Entry{"0 to 1", "0～1"},
    // negotiation
    Entry{"Consultation", "協議"},
    Entry{"Memorandum", "覚書"},
    Entry{"Supply contract", "供給契約"},
    Entry{"Allocation", "配分"},
    Entry{"Issue", "論点"},
    Entry{"Status quo", "現状"},
    Entry{"Offer", "提案"},
    Entry{"Offers", "提案"},
    Entry{"Acceptance", "受諾"},
    Entry{"Frontier", "フロンティア"},
    Entry{"Nash", "ナッシュ"},
    Entry{"Kalai-Smorodinsky", "カライ・スモロディンスキー"},
    Entry{"Egalitarian", "平等解"},
    Entry{"Welfare", "総和最大"},
    Entry{"Outcome", "結果"},
    Entry{"Reservation value", "留保価値"},
    Entry{"To frontier", "フロンティアまで"},
    Entry{"To Nash", "ナッシュ解まで"},
    Entry{"Win-sets", "勝利集合"},
    Entry{"overlap", "重なり"},
    Entry{"round {0} of {1}", "{0}／{1} 回"},
    Entry{"meeting {0}", "第 {0} 回会合"},
    Entry{"{0} to move", "{0} の番"},
    Entry{"standing offer", "有効な提案"},
    Entry{"No talks yet", "協議はまだない"},
    // clauses, messages
    Entry{"Clauses", "条項"},
    Entry{"Clause", "条項"},
    Entry{"Messages", "通信"},
    Entry{"Message", "通信"},
    Entry{"Detail", "詳細"},
    Entry{"Measure", "達成度"},
    Entry{"Status, since", "状況（開始日）"},
    Entry{"honoured", "履行"},
    Entry{"eroded", "後退"},
    Entry{"under consultation", "協議中"},
    Entry{"suspended", "停止"},
    Entry{"lapsed", "失効"},
    Entry{"performed", "履行済"},
    Entry{"excused", "免責"},
    Entry{"breached", "違反"},
    Entry{"remedied", "是正"},
    Entry{"Time", "時刻"},
    Entry{"From", "発"},
    Entry{"To", "宛"},
    Entry{"Kind", "種類"},
    Entry{"Summary", "要旨"},
    Entry{"Why", "理由"},
    Entry{"Source", "出典"},
    Entry{"Copy JSON", "JSON をコピー"},
    Entry{"in reply to", "返信元"},
    Entry{"unknown fields", "未知の項目"},
    Entry{"bytes", "バイト"},
    // timeline
    Entry{"Events", "出来事"},
    Entry{"Timeline", "年表"},
    Entry{"China licences", "中国の許可"},
    Entry{"Export cap", "輸出上限"},
    Entry{"Feed", "原料供給"},
    Entry{"Day", "日"},
    Entry{"Month", "月"},
    Entry{"Event", "出来事"},
    Entry{"Future dimmed", "未来は薄く"},
    Entry{"Hidden", "隠す"},
    Entry{"day {0} of {1}", "{1} 日中 {0} 日目"},
    Entry{"{0} days/s", "{0} 日／秒"},
    Entry{"{0} kinds hidden, show", "{0} 種類を非表示中、表示する"},
    Entry{"Bookmarks", "しおり"},
    Entry{"Bookmark", "しおり"},
    Entry{"play", "再生"},
    Entry{"pause", "一時停止"},
    Entry{"loop", "反復"},
    Entry{"fit", "全体"},
    Entry{"commands", "コマンド"},
    Entry{"all keys", "全キー"},
    Entry{"follow off", "追従なし"},
    Entry{"follow", "追従"},
    Entry{"Policy", "政策"},
    Entry{"Crisis", "危機"},
    Entry{"Talks", "協議"},
    Entry{"Agreement", "合意"},
    Entry{"Breach", "不履行"},
    Entry{"Press", "報道"},
    // what the views say
    Entry{"Makers' cover", "メーカーの備え"},
    Entry{"Feed to Toyotsu", "豊田通商への供給"},
    Entry{"Product stock", "製品在庫"},
    Entry{"Need", "必要量"},
    Entry{"IREL's feed to the refinery", "IREL から精錬所へ"},
    Entry{"India's own oxide", "インド自家用の酸化物"},
    Entry{"India to Japan", "インドから日本へ"},
    Entry{"Refinery to others", "精錬所からその他へ"},
    Entry{"China to Japan", "中国から日本へ"},
    Entry{"Australia to Malaysia", "豪州からマレーシアへ"},
    Entry{"Malaysia and others to Japan", "マレーシア他から日本へ"},
    Entry{"Dy and Tb, China to Japan", "Dy・Tb、中国から日本へ"},
    Entry{"India's magnet plants", "インドの磁石工場"},
    Entry{"Magnets, Japan to India", "磁石、日本からインドへ"},
    Entry{"Magnets India imports", "インドの磁石輸入"},
    Entry{"Magnets in India", "インドの磁石"},
    Entry{"World stocks", "世界の在庫"},
    Entry{"NdPr in India", "インドの NdPr"},
    Entry{"NdPr in Japan", "日本の NdPr"},
    Entry{"Flow from India", "インドからの流れ"},
    Entry{"NdPr missing in Japan", "日本で不足する NdPr"},
    Entry{"Fulfilment and levers", "履行と手段"},
    Entry{"Load of plants", "設備の稼働率"},
    Entry{"China's licences", "中国の許可"},
    Entry{"China, light", "中国・軽希土"},
    Entry{"China, magnets", "中国・磁石"},
    Entry{"Politics", "政治"},
    Entry{"Politics in India", "インドの政治"},
    Entry{"about", "約"},
    Entry{"in force", "有効"},
    Entry{"agreed", "合意"},
    Entry{"no request", "要請なし"},
    Entry{"no deal", "合意なし"},
    Entry{"open", "開放"},
    Entry{"slow licences", "許可遅延"},
    Entry{"all but stopped", "ほぼ停止"},
    Entry{"flow withheld", "供給留保"},
    Entry{"lines stop", "生産停止"},
    Entry{"party", "当事者"},
    Entry{"event", "出来事"},
    Entry{"series", "系列"},
    // what if, seat, debrief
    Entry{"Change one decision", "一つの決定を変える"},
    Entry{"Two futures", "二つの未来"},
    Entry{"What the change does", "変化の結果"},
    Entry{"First difference", "最初の違い"},
    Entry{"previous", "前"},
    Entry{"next", "次"},
    Entry{"Brief", "要領"},
    Entry{"Accept", "受諾"},
    Entry{"Counter", "対案"},
    Entry{"Walk away", "退席"},
    Entry{"Coach", "助言"},
    Entry{"Deadline", "期限"},
    Entry{"Debrief", "振り返り"},
};

const std::map<std::string_view, std::string_view>& table() {
  static const auto kMade = [] {
    std::map<std::string_view, std::string_view> made;
    for (const Entry& entry : kTable) made.emplace(entry.english, entry.japanese);
    return made;
  }();
  return kMade;
}

const Party* party_of(std::string_view seat) {
  const auto found = std::find_if(kParties.begin(), kParties.end(),
                                  [&](const Party& party) { return party.seat == seat; });
  return found == kParties.end() ? nullptr : &*found;
}

}  // namespace

std::string_view Strings::operator()(std::string_view english) const {
  if (language_ == Language::kEnglish) return english;
  const auto found = table().find(english);
  return found == table().end() ? english : found->second;
}

std::string Strings::operator()(std::string_view pattern,
                                const std::vector<std::string>& parts) const {
  const std::string_view words = (*this)(pattern);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool hole = words[i] == '{' && i + 2 < words.size() && words[i + 2] == '}' &&
                      words[i + 1] >= '0' && words[i + 1] <= '9';
    if (!hole) {
      text += words[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(words[i + 1] - '0');
    if (which < parts.size()) text += parts[which];
    i += 2;
  }
  return text;
}

std::string Strings::party(std::string_view seat, std::string_view title) const {
  const Party* found = party_of(seat);
  if (found == nullptr) return std::string(title);
  return std::string(language_ == Language::kEnglish ? found->english : found->japanese);
}

std::string_view Strings::party_in_japanese(std::string_view seat) {
  const Party* found = party_of(seat);
  return found == nullptr ? std::string_view{} : found->japanese;
}

const std::string& Strings::all_japanese() {
  static const std::string kAll = [] {
    std::string all;
    for (const Entry& entry : kTable) all += entry.japanese;
    for (const Party& party : kParties) all += party.japanese;
    return all;
  }();
  return kAll;
}

bool Strings::knows(std::string_view english) {
  return table().count(english) > 0;
}

}  // namespace monazite::viz
