### レースの周り。タイトル、レベル、新しいゲーム、保存、交代、観戦、リプレイ、結果、書き出し。

around-back = 戻る

## タイトル
menu-start-here = ここから始める
menu-start-what = { $title }: { $minutes }分、予習なし
menu-new-what = 好きなレベルと会社で、1人でも複数でも
menu-continue-what = { $title }、ターン{ $turn }/{ $turns }
menu-new = 新しいゲーム
menu-levels = レベル
menu-replays = リプレイ
menu-almanac = 事典
menu-settings = 設定

## レベル
levels-title = レベル
levels-note = 最初は1つの考えを学ぶレッスン、最後に本編レース
levels-start-here = ここから
levels-length = { $minutes }分 · { $turns }ターン · { $seats }席
levels-courses = 対象の授業: { $courses }
levels-new = 未プレイ
levels-under-way = 途中: ターン{ $turn }/{ $turns }
levels-played = 最後までプレイ済み
levels-place = { $places }社中{ $place ->
    [1] 優勝
   *[other] { $place }位
}
levels-reached = 目標達成
levels-missed = 目標未達
levels-play = このレベルで遊ぶ

## 新しいゲーム
new-title = 新しいゲーム
new-level-tip = 別のレベルを選ぶ
new-other-level = 別のレベル…
new-people = プレイヤー数
new-people-tip = この画面で交代で遊ぶ人数。0人ならマインド同士のレースを観戦します。
new-player = プレイヤー{ $number }
new-player-tip = 名前を書き、光っている行のプレイヤーの会社カードを押してください。
new-months = { $months }か月
new-pace = 1ターンの長さ
new-pace-tip = 長いほどゲームは短くなります。指示の数は同じです。
new-pace-fixed = このレッスンのターンの長さは決まっています。
new-seed-tip = シードと指示が同じなら、同じゲームになります。
new-watch = レースを観戦
new-choose-none = 操作なし: 各社を観戦

## 保存
saves-title = 保存したゲーム
saves-title-replays = リプレイ
saves-where = 保存先: { $path }
saves-name = 名前
saves-name-hint = レベル名のまま
saves-name-tip = 保存に名前を付けます。ファイル名は変わりません。
saves-open = 続ける
saves-replay = リプレイを見る
saves-delete = 削除
saves-undo = 削除を取り消す
saves-undo-none = ここで削除したものはありません
saves-deleted = 削除しました。取り消せます。
saves-none = 保存したゲームはありません
saves-none-chosen = 先に保存を選んでください
saves-no-turn = 終わったターンがまだありません
saves-turn = ターン{ $turn }/{ $turns }、{ $month }
saves-trouble = { $path }: 移動も書き込みもできません ({ $why })
saves-fork-of = { $name }のターン{ $turn }から分岐
saves-broken-newer = 新しい版のゲームで書かれています。更新すると開けます
saves-broken-strange = { $line }行目が保存データではありません
saves-broken-cut = 先頭がありません。ファイルが途中で切れています
saves-broken-locked = 読めません。権限がないか、ディスクの故障です
saves-broken-kept = ファイルはそのまま残してあります: { $path }
quick-name = クイックセーブ
quick-saved = クイックセーブしました。F9で戻れます
quick-none = クイックセーブはまだありません (F5)

## 一時停止
pause-quick-save = クイックセーブ (F5)
pause-quick-load = クイックロード (F9)
pause-load = 保存したゲーム…
pause-replay = ここまでのリプレイ
pause-settings = 設定
pause-almanac = 事典

## リプレイと観戦
replay-side = リプレイ
replay-open = すべて公開、全社
replay-eyes-tip = 一社の目で見ると、ライバルは当時見えた姿になります。すべて公開なら実際の数値です。
replay-first = 最初へ (Home)
replay-before = 1ターン戻る (←)
replay-play = 再生 (スペース)
replay-pause = 一時停止 (スペース)
replay-after = 1ターン進む (→)
replay-last = 最後へ (End)
replay-orders = { $firm }の今の指示
replay-no-orders = 指示なし
replay-ended = ゲームはここで中断されました
replay-fork = ここから分岐
replay-fork-tip = このターンから別の指示で、別の保存として遊びます。元のゲームは残ります。
replay-fork-over = ここではレースが終わっています。前のターンに戻ってください。
replay-fork-gone = ここにはプレイヤーの会社が残っていません。前のターンに戻ってください。
replay-differs = 別のルールで遊ばれたゲームです。ターン{ $turn }からは違う結果になります。
replay-turn = ターン{ $turn }/{ $turns }の後
moment-lead = リード{ $by }（{ $who } { $part }）: { $cause }
moment-place = リード{ $by }（{ $who } { $part }）、{ $before }位から{ $place }位: { $cause }
moment-alone = { $by } { $unit }: { $cause }
moment-lit = 稼働H100e { CARDS($cards, signed: "yes") }
moment-slow = 1つの出来事ではなく、ターンの積み重ね
moment-none = 目立つターンはありません。
watch-times = { $times }×
watch-bare = 地図と字幕だけ (V)
caption-quiet = 静かなターン。全社が建設中です。
caption-leads-valuation = 最も価値が高いのは{ $firm }に
caption-leads-elo = 最強のモデルを持つのは{ $firm }に
caption-leads-h100e = 最も計算資源が多いのは{ $firm }に
caption-leads-revenue = 最も稼ぐのは{ $firm }に
caption-grows = { $firm }が{ CARDS($more) } H100eを追加、稼働は{ CARDS($now) }

## 結果
debrief-tab-result = 結果
debrief-tab-insight = 転機
debrief-tab-whatif = もしも
debrief-tab-records = リボン
debrief-par = この開始条件の現時点の標準値: { $par }
debrief-other = 別の会社
debrief-other-tip = 同じレベルとシードで別の会社を
debrief-again = 同じシード
debrief-again-tip = 同じレベル、シード、会社、ライバルで最初からもう一度
debrief-replay = リプレイ
debrief-export = 書き出し
debrief-export-tip = 図、記録、結果をファイルに (Ctrl+E)
debrief-save-tip = コピーを保存 (Ctrl+S)
debrief-records = リボン
insight-note = 他社の最良に対するリードの変化
insight-decisions = 最良と最悪の決断
insight-no-person = 試すのはプレイヤー自身の指示だけです。
insight-looking = 指示を1つずつ除いて再計算しています…
insight-progress = 指示{ $whole }件中{ $done }件を除いて再計算…
insight-tried = { $count }件の指示を、同じ運の同じゲームから1つずつ除きました。
insight-best = 最良の決断
insight-worst = 最悪の決断
insight-none-good = 試した指示に大きな助けはありませんでした。
insight-none-bad = 試した指示に害はありませんでした。
insight-worth = なければ結果は{ $points }点{ $way ->
    [higher] 高い
   *[lower] 低い
}はずです
insight-foreseen = 予測と実際
insight-nothing-foreseen = ゲームが短く、半年先の見通しがありません。
insight-hits = 半年後の制約は{ $count }ターン中{ $hits }回予測どおりでした。見通しは始めたことだけを数えるので、手を打てば外れて当然です。
insight-expected = 予測
insight-happened = 実際
whatif-title = もしも
whatif-about = 指示を1つ除きます。同じ運で並べて再計算し、ライバルも決め直します。
whatif-turn = ターン
whatif-orders = { $month }のあなたの指示
whatif-nothing = このターンの指示はありません。
whatif-hint = ターンと、その指示を1つ選んでください。
whatif-go = この指示なしで再計算
whatif-replay = このターンの計画を変える…
whatif-playing = 両方のゲームを計算しています…
whatif-result = 変わるもの
whatif-same = 「{ $order }」がなくても何も変わりませんでした。
whatif-told = ターン{ $turn }の「{ $order }」がなければ、{ $month }に分かれます。{ $last }の姿:
whatif-was = 実際
whatif-fork = なし
whatif-by = 差
whatif-figure = 数値
whatif-cause = その後の主な要因
whatif-cash_usd = 現金
whatif-valuation_usd = 評価額
whatif-revenue_usd = 年間売上
whatif-h100e_online = 稼働H100e
whatif-mw_online = 使用電力
whatif-arena_elo = Arena Elo
records-title = { $firm }のリボンは{ $all }個中{ $count }個
records-note = レースの記録ごとに1つ
records-none = まだ誰も単独の記録を持っていません。
ribbon-line = { $title }: { $firm }、{ $value }（{ $month }）
ribbon-mean = 全月
ribbon-worth = 最高の評価額
ribbon-earner = 最高の月間売上
ribbon-fleet = 最多の稼働計算資源
ribbon-cluster = 最大のクラスター
ribbon-run = 最大の学習
ribbon-model = 最強のモデル
ribbon-users = 最多の利用者
ribbon-power = 最大の使用電力
ribbon-lit = 最少の停止GPU
ribbon-trusted = 最高の信頼
ribbon-spotless = 信頼の最低値が最も高い
ribbon-unit-elo = { $number } Elo
ribbon-unit-flop = { $number } FLOP
ribbon-unit-h100e = { $number } H100e
ribbon-unit-users = { $number }人
export-title = 書き出し
export-where = 保存先: { $path }
export-chart = 図を画像で: { $measure }
export-record = 記録を表で（CSV）、列の意味付き
export-debrief = 結果をブラウザー用の1ページで（HTML）
export-done = 書き出しました: { $path }
export-failed = 書き出せません: { $why }
export-foot = { $level }、シード{ $seed }
export-orders = { $firm }の指示

## 引き継ぎ・観戦の追加
chart-before = 元のゲーム
handover-named = { $player }さん、{ $firm }の番です
handover-order = このターンの順番
handover-planned = 計画済み
handover-now = いま
handover-waits = 待機中
handover-news = 前のターン以降のニュース
handover-no-news = レースの始まりです。
watch-leader = 首位を追う
watch-bare-on = VかEscでパネルを戻す
watch-bare-off = Vでパネルを隠す
