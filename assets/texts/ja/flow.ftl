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

## 返答の要るもの
matter-breach = コベナンツ違反: { $what }
matter-breach-service = 収入が返済を賄えません
matter-breach-value = ローンがGPUの価値を超えています
matter-breach-cash = 現金が足りません
matter-runway = { $months ->
    [0] 現金はすべて約束済みです
   *[other] この速さでは自由な現金はあと{ $months }か月
}
matter-held = { $model }が完成: 公開すれば{ $elo } Elo
matter-staff = 1か月で{ WHOLE($staff) }人中{ WHOLE($left) }人が離職
matter-dispute = { $partner }と係争中
matter-notice = { $partner }との関係はあと{ $months }か月で終了
matter-suit = { $site }の近隣が提訴。和解は{ MONEY($usd) }
matter-stopped = 裁判所が{ $month }まで{ $site }を停止
matter-queue = { $site }の順番{ POWER($kw) }に{ MONEY($usd) }の買値
matter-step-in = { $site }が{ $months }か月遅れ。{ MONEY($usd) }で引き取れます
matter-sheet = { $investor }: { MONEY($usd) } / 評価{ MONEY($value) }
matter-site = 競売: { $site }、{ POWER($kw) }、{ MONEY($usd) }から
matter-resale = { $chip } { CARDS($cards) }枚が市価の{ PERCENT($share) }で販売中
matter-accept = 受ける
matter-look = 詳しく
matter-leave = 見送る
matter-planned = 計画済み
matter-accept-tip = 計画に入れる: { $order }
matter-accept-none = 今は実行できません。理由は「詳しく」で
matter-full = 実行力を使い切っています。先に指示を外してください

## ターンを終える前に
look-note-done = 見残しなし
look-title = まだ見るべきもの
look-end = それでも終了
look-offers = { $offers }件の提示が終了
look-warnings = 警告{ $warnings }件
look-breach = コベナンツ違反
look-held = モデル保留中
look-suit = 訴訟
look-queue = 順番の買値
look-refused = 拒否される指示{ $orders }件
look-cash = 計画後の残りは{ MONEY($usd) }
look-cash-brief = 現金が0未満
look-dark = GPU { CARDS($cards) }枚が停止のまま。電力の計画がありません
look-dark-brief = { CARDS($cards) }枚停止
look-power = { $power }に、今も今後もGPUがありません
look-power-brief = { $power }遊休
look-run = 進行中も計画中も学習がありません
look-run-brief = 学習なし
flaw-places = { $site }: { MONTH($month) }の枠はGPU { CARDS($cards) }枚中{ CARDS($room) }枚分
flaw-places-brief = 枠が不足
flaw-power = { $site }: { MONTH($month) }の電力はGPU { CARDS($cards) }枚中{ CARDS($room) }枚分
flaw-power-brief = 電力が不足
flaw-let = 余剰計算の{ PERCENT($share) }を貸し、{ CARDS($h100e) } H100eを借り増し
flaw-let-brief = 貸しと借りが同時
flaw-late = { $order }: 実現は{ MONTH($month) }
flaw-late-brief = 終了後
look-initiative = 指示あと{ $left }件
look-more = + { $more }

## 報告
report-power = 電力
report-close = 続ける
report-hint = 各行から原因へ移れます。{ $press }で再表示。
report-site = { $site }: { $what }
report-cards = GPU +{ CARDS($cards) }枚
report-slots = +{ CARDS($slots) }枠
report-lit = { CARDS($h100e) } H100eが新たに稼働
report-rank-up = { $measure }: { $was }位から{ $rank }位、{ $firms }を抜く
report-rank-down = { $measure }: { $was }位から{ $rank }位、{ $firms }に抜かれる
news-rivals = 他社

## ライバル
rival-note = 世間が知る範囲
rival-valuation = 評価額
rival-ranked = { $value }、{ $rank }位
rival-elo = Arena Elo
rival-h100e = 稼働H100e
rival-cash = 現金
rival-revenue = 年間売上
rival-users = 利用者
rival-staff = 社員
rival-sites = 地図上の拠点
rival-coming = 完成したとされるモデル
rival-quiet = 公表されたものはまだありません
rival-close = 閉じる
board-moved-tip = 前のターンの順位の変化
board-last = 直近の動き
board-last-tip = 直近: { $move }
board-open-tip = クリックで、わかっていることを開きます。
settings-key-report = 前のターンの報告

## 自動再生
auto-tip = 何か起きるまでアドバイザーの計画で進める ({ $press })
auto-stopped = 停止: { $why }
auto-by-hand = 手動
auto-refused = { $order }は拒否: { $why }
auto-overtaken = { $firm }の新モデルに抜かれました
auto-rank = { $measure }: { $was }位から{ $rank }位
auto-binding = 制約が変わりました: { $what }
auto-binding-cash = 現金
auto-binding-chips = チップ
auto-binding-hall = ホール
auto-binding-power = 電力
auto-binding-data = データ
auto-binding-talent = 人材
auto-binding-demand = 需要
auto-binding-none = なし
settings-key-auto = 何か起きるまで進める

## 先の見通し
ahead = 計画どおりなら{ $month }: { CARDS($h100e) } H100e、{ POWER($kw) }、使える現金{ MONEY($usd) }
ahead-begun = 着手済み
ahead-plan = 計画込み
ahead-tip = 点線は着手済みの分、破線は計画込みです。見積もりどおりの時期に届き、市場が予測どおりに割り当て、費用と売上が今のままの場合です。後の指示は数えません。
advice-none = アドバイザーからの提案はありません。判断はあなた次第です。
report-revenue = 顧客の支払いは年{ MONEY($usd) }、このターンで{ PERCENT($share, signed: "yes") }
