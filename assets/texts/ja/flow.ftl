# ターンの流れ。計画と予定表示、見るべきもの、返答の要るニュース、報告、動き、自動再生。

## 計画
plan-redo = やり直す (Ctrl+Y)
plan-redo-none = やり直すものはありません
plan-move-tip = 計画の上から順に支払います。ドラッグ、またはCtrl+↑とCtrl+↓で動かせます。

## 地図の予定表示
ghost-drop = 計画中。クリックで計画から外します。
ghost-slots = +{ CARDS($slots) }枠
ghost-cards = { $chip } { $sign }{ CARDS($cards) }枚
ghost-cancel_cards = 取り消し
ghost-settle_suit = 和解
ghost-leave_queue = 順番を手放す
ghost-build_giant = 次の期
ghost-if-cards = メーカーが{ PERCENT($fill) }を渡せば{ $month }から。
ghost-if-grid = 待ち行列が今のまま進めば{ $month }から。
ghost-if-hall = 工事の混み具合が今のままなら{ $month }から。
ghost-if-won = 他が上回る入札をしなければ{ $month }から。
ghost-if-usual = { $month }から。

## 地図
map-filter-all = すべて
map-filter-mine = 自社
map-tint = 接続待ちや電力価格を表示 (T)
map-tint-none = 色分けなし
map-tint-queue = 系統の接続待ち（月数）
map-tint-price = 電力価格（$/kWh）
map-tint-months = { $months }か月
map-zoom-tip = ホイールか+と−で拡大縮小、ドラッグで移動、0で全体表示。
