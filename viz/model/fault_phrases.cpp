#include <viz/model/phrases.hpp>

namespace monazite::viz {

const std::vector<Phrase>& fault_phrases() {
  static const std::vector<Phrase> kTable = {
      // recordings
      {"the recording breaks off after {0}, where the run or the file was cut short",
       "記録は{0}の後で途切れています"},
      {"{0} became shorter: it was cut, or another run is written into it; open it again to see "
       "what it holds now",
       "{0} が短くなりました。切られたか、別の実行が書かれています。開き直してください"},
      {"{0} is no longer the file that was opened: it was moved, removed or replaced; open it "
       "again to see what it holds now",
       "{0} は開いたときのファイルではありません。移動・削除・置換されました。開き直してください"},
      {"there is no file {0}", "ファイル {0} がありません"},
      {"this recording is by Monazite {0}, later than this one ({1}): what is new in it is not "
       "shown",
       "この記録は Monazite {0} "
       "のもので、こちら（{1}）より新しい版です。新しい部分は表示されません"},
      {"cannot read {0}: {1}", "{0} を読めません（{1}）"},
      {"{0} became shorter while it was read", "{0} は読んでいる間に短くなりました"},
      {"{0} is a folder; give the recording inside it",
       "{0} はフォルダです。中の記録を指定してください"},
      {"{0} is not a file on disk and cannot be a recording",
       "{0} は通常のファイルではなく、記録ではありません"},
      {"{0} is empty: nothing was recorded", "{0} は空です。何も記録されていません"},
      {"{0} is an MCAP file of another major version than 0, the one known here",
       "{0} は未知の版の MCAP ファイルです"},
      {"{0} is not a recording: it does not begin as MCAP files do",
       "{0} は記録ではありません（MCAP の形式でない）"},
      {"{0} is damaged or cut off in its first bytes: nothing of it can be read",
       "{0} は先頭が壊れていて、何も読めません"},
      {"{0} is damaged or cut off before its first record: nothing of it can be read",
       "{0} は最初の記録の前で壊れていて、何も読めません"},
      {"{0} is an MCAP file, but not a recording of Monazite: none of its channels carries our "
       "messages",
       "{0} は MCAP ファイルですが、Monazite の記録ではありません"},
      {"cannot write the recording {0}: {1}", "記録 {0} を書けません（{1}）"},
      {"the recording cannot be written to {0}; choose a folder that exists and can be written to",
       "記録を {0} に書けません。書き込めるフォルダを選んでください"},
      {"the recording cannot be written to {0} ({1}); start the viewer in a folder of yours",
       "記録を {0} に書けません（{1}）。自分のフォルダで起動してください"},
      {"{0} cannot be written; choose another folder, or free some space.",
       "{0} を書けません。別のフォルダを選ぶか、空きを作ってください"},
      {"Cannot write {0}: check that the folder is writable and the disk is not full.",
       "{0} を書けません。フォルダの権限と空き容量を確かめてください"},
      {"{0} is damaged: its bookmarks are not shown; delete or repair it.",
       "{0} は壊れています。しおりは表示されません。削除するか直してください"},
      {"There is no folder for settings: set HOME or XDG_CONFIG_HOME.",
       "設定のフォルダがありません。HOME か XDG_CONFIG_HOME を設定してください"},
      // games, a class, what if
      {"{0} is no folder that can be read; name one with recordings in it",
       "フォルダ {0} を読めません。記録のあるフォルダを指定してください"},
      {"there is no seat \"{0}\" in this recording", "この記録に席「{0}」はありません"},
      {"there is no seat \"{0}\" in scenario {1}", "シナリオ {1} に席「{0}」はありません"},
      {"no negotiation of this seat came to its end", "この席の交渉はまだ終わっていません"},
      {"no negotiation of yours has ended so far", "終わった交渉はまだありません"},
      {"this negotiation has not ended so far", "この交渉はまだ終わっていません"},
      {"the host has not told what the others wanted: there is no debrief",
       "ホストが相手の本音を示さないため、振り返りはありません"},
      {"nobody made a move in this negotiation, so there is nothing to look back on",
       "この交渉では誰も手を打っておらず、振り返るものがありません"},
      {"what if needs a recording of the trade; open one, or the demo crisis",
       "「もしも」には貿易の記録が必要です。記録かデモを開いてください"},
      {"there is no B to swap with: change a decision or a number first",
       "入れ替える B がありません。まず決定か数値を変えてください"},
      {"There is no B to save: change a decision or a number first.",
       "保存する B がありません。まず決定か数値を変えてください"},
      {"B is the recording that was swapped for A, and is there already: change something first.",
       "B は A と入れ替えた記録で、既にあります。まず何かを変えてください"},
      {"{0}: only a history of a scenario can be played another way; this recording has none that "
       "can be read.",
       "{0}：シナリオの歴史だけがやり直せますが、この記録にはありません"},
      {"The message is in the clipboard, as JSON", "メッセージを JSON で写しました"},
      // a seat
      {"The mandate gave no answer", "権限側の返答がありません"},
      {"the host has not shown its recording: it does so when the history is over",
       "ホストの記録は、歴史が終わると示されます"},
      {"there is no folder for what is watched; set HOME or XDG_CACHE_HOME",
       "観戦用のフォルダがありません。HOME か XDG_CACHE_HOME を設定してください"},
      {"no table is looked on at", "観戦中の卓はありません"},
      // hosts, and connections to them
      {"the host says: {0}", "ホストの返答：{0}"},
      {"the token is not the one for looking at everything", "観戦用の合言葉が違います"},
      {"this host shows nobody everything (it was started without --watch-token)",
       "このホストは全てを誰にも見せません（--watch-token なしで開始）"},
      {"table {0} waits for its seats to be taken", "卓 {0} は参加者を待っています"},
      {"there is no table {0}; this host has {1}", "卓 {0} はありません。卓の数は {1}"},
      {"{0} is taken at every table", "{0} はどの卓でも使用中"},
      {"{0} is taken; ask for the list of tables", "{0} は使用中。卓の一覧を見てください"},
      {"no seat \"{0}\" is open to you; ask for the list of tables",
       "席「{0}」は開いていません。卓の一覧を見てください"},
      {"nobody hosts at {0} ({1}); is the host running?", "{0} にホストがいません。動いていますか"},
      {"there is no host {0} ({1})", "ホスト {0} が見つかりません"},
      {"no answer from {0}; is it a host of Monazite?",
       "{0} から応答がありません。Monazite のホストですか"},
      {"no answer from {0}", "{0} から応答がありません"},
      {"{0} ends the connection at once; does it want TLS (--tls)?",
       "{0} がすぐに切断します。TLS（--tls）が必要かもしれません"},
      {"no TLS connection to {0} ({1}); does the host use TLS, and with a certificate that "
       "--tls-ca knows and that is for this name?",
       "{0} と TLS で接続できません。ホストの TLS と --tls-ca を確かめてください"},
      {"the connection to the host is lost ({0})", "ホストとの接続が切れました"},
      {"the connection to the host is lost", "ホストとの接続が切れました"},
  };
  return kTable;
}

}  // namespace monazite::viz
