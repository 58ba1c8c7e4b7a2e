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
moment-lead = リード{ $by }: { $cause }
moment-place = リード{ $by }、{ $before }位から{ $place }位: { $cause }
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
