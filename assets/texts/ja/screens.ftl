### 画面の文。メニュー、レース、結果。

title = COMPUTE RACE
loading = レースを準備しています…
months = { $months }か月
saved = { $path } に保存しました
error-title = 問題が起きました
error-close = 閉じる

## メニュー
menu-tagline = 資本、GPU、メガワット。先頭に立ち、最後まで残れ。
menu-rivals = ライバル
menu-rivals-tip = 人が操作しない会社の考え方。判断の質が変わるだけで、条件は変わりません。
menu-seed = シード
menu-dice = 別のシード
menu-start = レース開始
menu-continue = 続きから
menu-load = ロード…
menu-watch = 観戦する
menu-quit = 終了
menu-choose = 会社を選ぶ
menu-choose-several = プレイヤーの会社を選ぶ
menu-choose-note = レベル開始時点の姿
rivals-level = レベルの設定どおり
rivals-steady = 全社が堅実
rivals-bold = 全社が大胆
rivals-intern = 全社が見習い
rivals-analyst = 全社がアナリスト
rivals-operator = 全社が経営のプロ
rivals-passive = 全社が受け身
card-cash = 現金
card-valuation = 前回の調達時
card-h100e = 保有H100e
card-elo = Arena Elo
load-over = 終了
load-watched = ライバルのみ


## 上部バー
bar-cash = 現金
bar-gpus = 稼働GPU（H100e）
bar-power = 使用電力
bar-elo = Arena Elo
bar-revenue = 年間売上
bar-valuation = 評価額
bar-role-cash = 目標達成度（0〜100）
bar-role-gpus = 最大の反対
bar-role-power = 接続待ち
bar-role-wind = { PERCENT($share) }が空申請
bar-role-elo = 料金
bar-role-revenue = 大口負担
bar-role-valuation = 遊休送電線
bar-turn = ターン { $turn }/{ $turns }
bar-you = { $firm } · あなた
bar-watching = { $firm }を観戦中
bar-menu = メニュー (Esc)
bar-power-of = { $used } / { POWER($have) }
bar-dark = { CARDS($cards) }枚停止
bar-no-power = 賃借のみ
bar-rank = { $rank }位
end-turn = ターン終了
end-turn-tip = 計画を提出します。ライバルも決定し、月日が進みます (E)
thinking = ライバル決定中
tip-bar-cash = 借入残高: { MONEY($debt) }
    今の支出ペースで続く期間: { $runway }か月
tip-bar-valuation = 全株式の価値。創業者と社員の持ち分は{ PERCENT($share) }です。
tip-bar-revenue = 先月のペースでの年換算。
    12か月の伸び: { PERCENT($growth, signed: "yes") }
    毎月の資金流出: { MONEY($burn) }
tip-bar-gpus = 自社のために動く計算資源（H100換算）
    自社所有で稼働中: { CARDS($running) }
    他社から賃借: { CARDS($leased) }
    電力や置き場がなく停止: { CARDS($idle) }
    他社に貸し出し: { CARDS($out) }
    前ターンからの変化: { CARDS($change, signed: "yes") }
tip-bar-power = 手元の電力の{ PERCENT($share) }を使用中
    系統 { POWER($grid) }、タービン { POWER($gas) }
    申請済みで今後来る分: { POWER($coming) }
tip-bar-elo = 世間の評価。モデルの真の実力: { $true }
    前回の公開からの月数: { $months }

## 指示デスク
desk-title = { $first }〜{ $last }の指示
desk-capital = 資本
desk-chips = チップ
desk-power = 電力
desk-compute = 計算
desk-deals = 取引
desk-group-equity = 株式
desk-group-debt = 借入
desk-group-buy = 購入と賃借
desk-group-held = 保有分と発注分
desk-group-power = 電力
desk-group-halls = 拠点とホール
desk-group-near = 近隣住民と裁判
desk-group-models = モデルと製品
desk-group-standing = 継続方針
desk-group-text = 学習用テキスト
desk-group-partners = 提携先
desk-group-people = 人材
desk-group-public = 世論と法律

option-raise_equity = { $investor }
option-tender_offer = 社員の株式売却
option-pitch_sovereigns = 政府系ファンドへ提案
option-open_to_strategics = 独立を手放す
option-ask_affiliate_money = 系列の株主に出資を求める
option-gpu_loan = GPU担保ローン
option-ask_lenders = 貸し手に猶予を求める
option-borrow = 融資枠から借りる
option-repay = 借入を返済
option-order_cards = GPUを発注
option-cancel_cards = 発注を取り消す
option-offer_cards = GPUを売る
option-take_cards = 中古GPUを買う
option-divert_cards = 系列の発注分を回す
option-port_lease = 貸主のチップへ移植
option-reserve_capacity = 生産能力を予約
option-fund_chip = 自社チップ
option-lease_compute = 計算資源を借りる
option-ask_waiver = 独占の免除を買う
option-renegotiate = { $partner }との条件
option-request_grid = 系統電力を申請
option-leave_queue = 接続待ちから降りる
option-bid_site = 用地に入札
option-sell_site = 用地を売る
option-bring_turbines = タービンを搬入
option-remove_turbines = タービンを撤去
option-build_plant = 発電所を発注
option-sign_power = 電力価格を固定
option-fund_community = 近隣への基金
option-settle_suit = 訴訟で和解
option-set_tariff = 料金規程を届け出る
option-set_permit = 許可の規則
option-set_wires = 遊休送電線の負担者
option-petition = 請願
option-accept_fund = 基金を受け入れる
option-build_hall = ホールを建てる
option-anchor_site = アンカー契約
option-step_in = 拠点を引き取る
option-pledge_giant = 巨大計画に参加
option-build_giant = 巨大計画を建設
option-pause_hall = 工事を中断
option-resume_hall = 工事を再開
option-retrofit_hall = 液冷に改修
option-start_run = 次のモデルを学習
option-stop_run = 学習を打ち切る
option-release_model = モデルを公開
option-license_data = 使用許諾: { $publisher }
option-announce_product = 製品を披露
option-launch_product = 製品を発売
option-set_policy-safety = 安全対策
option-set_policy-synthetic = 合成データ
option-set_policy-free_tier = 無料枠
option-set_policy-price_level = 価格
option-set_policy-hiring = 採用
option-set_policy-pay = 給与
option-set_policy-campaign = 販売活動
option-set_policy-guidance = 株主への見通し
option-set_policy-colocate = 空き枠を貸す
option-set_policy-sublease = 余剰計算を転貸
option-announce = 稼働GPU数を公表
option-promise_model = 最強モデルを約束
option-lobby = ロビー活動
option-join_pact = 安全協定に参加
option-leave_pact = 安全協定から脱退
option-borrow_cards = 系列のGPUを使う
option-poach = 上級者を引き抜く
option-acquihire = 小規模ラボを買収
option-ask_affiliate = 系列のデータや人材
option-declare_agi = AGIを宣言

about-raise_equity = 新株を売ります。少しならシートの価格で、多いほど安くなります。投資家に発言権を渡すほど、1株あたりの資金は増えます。
about-tender_offer = 社員が投資家に株を売ります。会社に現金は入りませんが、社員が長く残り、その価格が記憶されます。
about-pitch_sovereigns = どのラウンドにも収まらない大計画です。めったに通らず、失敗は公になります。
about-open_to_strategics = 今後は大手テック企業の資金を受け入れます。独立を求めて来た人は去るかもしれません。
about-ask_affiliate_money = あなたへの出資を一度だけ投票にかけます。結果にかかわらず株主の反対は強まります。
about-gpu_loan = GPUを担保にした融資です。稼働に応じて引き出し、5年で返します。コベナンツは市場の賃料に連動し、債務不履行ならGPUは売られます。
about-ask_lenders = 貸し手が動く前に時間を買います。手数料、金利の上乗せ、稼ぎの半分が代償です。
about-borrow = 融資枠から引き出します。毎月利息を払い、コベナンツが検査されます。
about-repay = 引き出した借入を返します。
about-order_cards = 拠点に置くGPUを発注します。メーカーは生産分を割り当てます。前払いすると順番が上がり、残りは納品時に払います。
about-cancel_cards = 発注のうち、まだ割り当てられていない分を手数料を払って取り消します。
about-offer_cards = 動かせないGPUや、メーカーの受注枠を売りに出します。レース外の買い手は、市価以下で少しだけ買います。
about-take_cards = 他社が売るGPUや受注枠を安い順に買います。中古GPUは翌月にはホールに並びます。
about-divert_cards = 同じ支配下にある会社へ向かうGPUを自社に回します。その株主に訴えられるかもしれません。
about-port_lease = 作業を貸主の自社チップへ移します。賃料はすぐ下がりますが、2四半期は処理が減ります。
about-reserve_capacity = サプライヤーに費用を払い、パッケージング、ロジック、メモリの能力を増やします。約1年かかり、できたGPUは優先的に届きます。
about-fund_chip = 提携先とチップを設計し、四半期ごとに払います。何年もかかり、作り直しもあり得ます。完成時に市販品より優れていなければなりません。
about-lease_compute = 他所で動いているGPUを借ります。「新築」は開始が遅い代わりに規模が大きくなります。
about-ask_waiver = 独占権を持つ提携先に売上の取り分を増やして払い、他社から借りる権利を得ます。
about-request_grid = 電力会社に余力がある分はすぐ接続され、残りは調査、契約、工事の順に待ちます。大口には専用の変圧器が必要です。
about-leave_queue = 拠点の接続待ちの順番を手放します。調査が済んでいれば売れます。
about-bring_turbines = 全国の在庫からガスタービンを数か月で運びます。許可なしならすぐ動きますが、近隣が反対します。
about-renegotiate = より良い条件を求めます。求められる内容は、互いに相手なしで何ができるかで決まります。求めるたびに信頼が減ります。
about-bid_site = 接続済みの用地に封印入札します。時間の価値に見合う額を入れてください。
about-sell_site = GPUのない拠点を次の競売に出します。売れるまで入札者はわかりません。
about-remove_turbines = 問題になる前にタービンを返します。
about-build_plant = 自前のエンジン、タービン、再稼働原子炉。移動式タービンより遅いものの、許可付きです。
about-sign_power = 10年以上の固定価格。毎月、市場価格との差を精算します。
about-fund_community = 学校、水道、公園。基金が続く間、近隣の反対が和らぎます。
about-settle_suit = 支払えば、訴訟も差し止めも終わります。
about-set_tariff = 大口需要家の預託金、最低支払率、担保。厳しいほど投機は減り、誠実な客も縛られます。
about-set_permit = 無許可で動かす者への厳しさと、先に申請する者への早さを決めます。
about-set_wires = 遊休送電線の費用のうち家庭が払う割合。残りは大口が払います。
about-petition = 拠点に異議を唱えます。近隣の反対が強まり、停止される確率が上がります。
about-accept_fund = 提示された基金を受け取ります。続いている間は異議を唱えません。
about-build_hall = 拠点にGPUの設置枠を増やすか、地域に新しい拠点を作ります。急ぐほど割高です。
about-anchor_site = 貸主があなたのために拠点を建てます。融資にはあなたの契約が要ります。待てるほど安く、違約金や引き取り権を付けると高くなります。
about-step_in = あなた用に建設中で遅れている拠点を、投じられた費用で引き取ります。
about-pledge_giant = 一社には大きすぎる計画の一部を引き受け、同じ割合の設置枠と電力を得ます。
about-build_giant = 次の期、または残り全部に着工します。一括なら計画上は安く、超過は大きくなります。
about-pause_hall = 手数料を払い工事を止めます。できた分は残り、再開まで残額を払う必要はありません。
about-resume_hall = 工事を再開します。人と資材が戻るまで数か月かかります。
about-retrofit_hall = 空冷の設置枠を、最新チップ用の液冷に変えます。
about-start_run = 計算資源の一部で数か月かけて次のモデルを学習します。手法は開始時に固定されます。
about-stop_run = 今すぐ学習を終え、そこまでの成果を残します。
about-release_model = 完成したモデル、または事後学習を更新した現行モデルを公開します。
about-license_data = 出版社のテキストを学習用に借ります。独占テキストは最高入札者が2番目の価格で得ます。
about-announce_product = 発売前にモデルの力を見せます。評価額は上がりますが、出せなければ信頼を失います。
about-launch_product = 世間の一部に製品を出します。GPUが必要で、使えなかった人は失望します。
about-set_policy-safety = 研究用計算のうち安全対策に回す割合。事故の危険を減らし、研究を遅らせます。
about-set_policy-synthetic = 研究用計算のうち学習用テキストの生成に回す割合。価値は次第に下がります。
about-set_policy-free_tier = 無料の需要のうち応える割合。利用者を増やし、計算資源を使います。
about-set_policy-price_level = 市場に対する価格。安ければシェアが伸び、高ければ一件ごとの利益が増えます。
about-set_policy-hiring = 毎月の社員の増え方。
about-set_policy-pay = 市場に対する給与。人をつなぎ留めますが、計算資源や成功、使命ほどではありません。
about-set_policy-campaign = 多くの経営者に人と試用を送ります。企業客が増えますが、費用がかかり、同じ客に売る提携先の不興を買います。
about-set_policy-guidance = 支出について親会社の株主に伝える見通し。
about-set_policy-colocate = 電力付きで空いている設置枠のうち、月単位で貸す割合。
about-set_policy-sublease = 余った計算資源のうち他社に貸す割合。
about-announce = 稼働GPU数を報道に公表します。評価額はすぐ動きますが、後で検証されるかもしれません。
about-promise_model = 期日までに最強のモデルを出すと約束します。評価額はすぐ上がりますが、期日を過ぎると高くつきます。
about-lobby = 大規模モデル規制に反対する運動に払います。規制される全員に有利です。
about-join_pact = 他のラボに安全対策の割合を約束します。検証付きなら違反は見つかり、なしなら噂だけが頼りです。
about-leave_pact = 公然と協定を抜け、好感を失います。
about-borrow_cards = 同じ支配下の会社からGPUを使います。その株主に訴えられるかもしれません。
about-poach = ライバルの上級者に報酬を示して誘います。来た人は優れたラボの知識の一部を持ち込みます。相手は残りを守り、仕返しするかもしれません。
about-acquihire = 小規模ラボの人材に入札します。殻は残ります。当局が止めなければ1年以内に来ます。
about-ask_affiliate = 同じ支配下の会社から学習データやチームを得ます。その株主に訴えられるかもしれません。
about-declare_agi = 到達したと宣言します。判定は委員会が下し、誤りは高くつきます。

note-raise_equity = プレマネー{ MONEY($pre) }のタームシート
note-tender_offer = 社員が売れる上限
note-pitch_sovereigns = めったに通らない
note-open_to_strategics = 取り消せない
note-ask_affiliate_money = { $firm }、投票は一度
note-gpu_loan = 貸し手の提示額
note-ask_lenders = コベナンツ違反中
note-borrow = 融資枠の残り
note-repay = 借入残高
note-cancel_cards = 割り当て前の発注GPU
note-order_cards = { $count }種を販売中
note-offer_cards = 停止・置き場なし{ CARDS($cards) }枚
note-take_cards = 中古{ CARDS($cards) }枚、枠{ CARDS($slots) }
note-divert_cards = { $firm }の発注分
note-port_lease = 移植できるH100e
note-reserve_capacity = { $what }が不足
note-reserve_capacity-none = 1年後に何が足りない?
note-fund_chip = { $partner }が設計
note-fund_chip-none = 計画はまだない
note-lease_compute = { CARDS($h100e) } H100eを提供中
note-request_grid = すぐに{ POWER($kw) }
note-leave_queue = 順番への買値
note-bid_site = { $count }件が競売中
note-sell_site = 空いている拠点
note-bring_turbines = 全国在庫の残り
note-remove_turbines = 自拠点のタービン
note-build_plant = 最短{ $months }か月
note-sign_power = 電力量料金を10年固定
note-fund_community = 自拠点で最大の反対
note-settle_suit = 和解金
note-set_tariff = 待ち行列の空申請
note-set_permit = 厳しさ
note-set_wires = これまでの遊休分
note-petition = 最大の反対
note-accept_fund = 提示額
note-build_hall = 工期 約{ $months }か月
note-anchor_site = あなたの契約で建つ
note-step_in = 遅れている拠点
note-pledge_giant = 提携先の約束が必要
note-build_giant = 次の期
note-pause_hall = 残りの支払い
note-resume_hall = 残りの支払い
note-retrofit_hall = 空冷の設置枠
note-start_run = 顧客に要らないH100e
note-stop_run = { $model }を学習中
note-release_model-new = { $model }が完成
note-release_model-refresh = 新しい事後学習
note-license_data = テキスト+{ PERCENT($share) }
note-announce_product = 未披露{ $count }件
note-launch_product = 製品が使う計算
note-set_policy-safety = 研究用計算のうち
note-set_policy-synthetic = 研究用計算のうち
note-set_policy-free_tier = 無料利用者のうち
note-set_policy-price_level = 市場比
note-set_policy-hiring = 毎月の社員増
note-set_policy-pay = 市場比
note-set_policy-campaign = 経営者向け
note-set_policy-guidance = 親会社の支出
note-set_policy-colocate = 電力付き空き枠のうち
note-set_policy-sublease = 使われない分のうち
note-announce = 実際の稼働は{ CARDS($h100e) } H100e
note-promise_model = 評価額は今、真実は後で
note-lobby = 規制の強さ { $strict }
note-join_pact = 参加{ $members }社
note-leave_pact = 参加{ $members }社
note-borrow_cards = { $firm }が貸せる
note-renegotiate = 取り分{ PERCENT($now) }、妥当なら{ PERCENT($fair) }
note-ask_waiver = { $firm }から
note-poach = 最高評価と自社の差
note-acquihire = 小規模ラボ{ $count }社が独立
note-ask_affiliate = { $firm }から。反対{ PERCENT($mood) }
note-declare_agi = 取り消せない

tag-price = { MONEY($usd) }〜
tag-rent = ${ $usd }/時〜
tag-trust = 信頼{ PERCENT($share) }
tag-block = 停止{ PERCENT($chance) }
tag-queue = 待ち{ $months }か月
tag-per-slot = { MONEY($usd) }/枠
tag-elo = { $elo } Elo
choice-lease = { CARDS($h100e) }を${ $usd }で
choice-power = 空き{ POWER($kw) }
guidance-down = 減らす
guidance-flat = 据え置き
guidance-up = 増やす

field-amount_usd = 金額
field-cards = GPU
field-chip = チップ
field-site = 拠点
field-price = 価格（市価の倍率）
field-offer_cards-slots = 受注枠
field-take_cards-slots = 受注枠
field-prepay = 前払い
field-bid_usd = 1枚の最高入札額
field-usd_per_quarter = 四半期の支払い
field-supplier = 対象
field-reserve_capacity-cards = 毎月のGPU
supplier-packaging = パッケージング
supplier-logic = ロジックウェハー
supplier-memory = メモリ
field-operator = 貸主
field-h100e = 計算資源（H100e）
field-announce-h100e = 公表する稼働数（H100e）
field-months = 期間
field-start_run-months = 学習の長さ
field-built = 新築してもらう
field-kw = 電力
field-interruptible = ピーク時の遮断可
field-refurbished = 中古の変圧器
field-sell = 順番を売る
field-permitted = 許可を先に取る
field-deposit_usd_per_kw = 預託金（ドル/kW）
field-minimum_take = 最低支払率
field-collateral_months = 担保（料金の月数）
field-strictness = 厳しさ（通常比）
field-speed = 許可の早さ（通常比）
field-households = 家庭の負担
field-plant = 発電所
field-source = 電源
field-slots = 設置枠
field-liquid = 液冷
field-haste = 急ぎ具合
field-project = ホールの場所
field-share = 計算資源の割合
field-rival = ライバル
field-people = 声をかける人数
field-usd_per_head = 1人の報酬
field-ask = 求めるもの
ask-share = 売上の取り分
ask-compute = 割安な計算資源
ask-waiver = 独占の免除
ask-exclusive = 独占
ask-licence = ライセンス延長
ask-clause = 明確なAGI条項
ask-end = 解約通知
field-startup = 小規模ラボ
field-usd = 入札額
field-what = 対象
ask-data = 学習データ
ask-people = チーム
field-partner = 提携先
field-region = 地域
field-wait = 約束の納期
field-damages = 違約金（賃料比）
field-step_in = 引き取り権
field-anchor = 拠点
field-giant = 計画
field-whole = 全期を一括
field-pledge_giant-amount_usd = 約束する額
field-lot = 用地
field-bid_site-amount_usd = 入札額
field-sell_site-amount_usd = 最低価格
field-affiliate = 相手
field-publisher = 出版社
field-usd_per_year = 年額
field-product = 製品
field-launch_product-share = 対象とする割合
field-join_pact-share = 安全対策（研究比）
field-promise_model-months = 期限
field-variants = 非公開で試す候補数
field-open_weights = 重みを公開
field-below = 規制線の下に留める
field-verified = 検証付き
tip-field-open_weights = 誰でもモデルを入手できます。信頼は上がり、ライバルは早く学び、価格は下がります。
tip-field-verified = 約束に満たない者を査察官が見つけます。費用は全員で払います。
field-investor = 投資家
field-terms = 条件
terms-clean = 条件なし
below-none = 規制線なし
terms-milestone = 目標付き
terms-board = 目標と取締役席付き
field-policy = 継続方針
field-value-safety = 安全対策（研究比）
field-value-synthetic = 合成データ（研究比）
field-value-free_tier = 応える無料需要
field-value-price_level = 価格（市場比）
field-value-hiring = 毎月の社員増
field-value-pay = 給与（市場比）
field-value-campaign = 販売活動
field-value-guidance = 見通し
field-value-colocate = 貸す割合
field-value-sublease = 転貸する割合
tip-field-slots = GPUではなく、メーカーの受注枠です。
tip-field-built = 貸主がこの契約のためにホールを建てます。GPUは増えますが遅くなります。
tip-field-liquid = 最新チップに必要です。
tip-field-step_in = 拠点が1四半期遅れたら引き取れます。貸主が認めるのは小さな拠点だけです。
tip-field-interruptible = ずっと早くつながりますが、猛暑や厳寒の月には数時間止まります。
tip-field-refurbished = 大口用の新しい変圧器は2年から3年半かかります。中古は高い代わりに数か月です。
tip-field-sell = 売った順番は別の名前で続きます。捨てると、同じ組の他の申請が揺らぎます。
tip-field-permitted = 遅くなりますが合法です。停止はまれになり、近隣も静かになります。
tip-field-whole = 計画上は安く早いですが、超過は大きくなり、途中で止められません。
tip-field-haste = 通常の工期を望む工期で割った値。倍の速さは倍以上の費用になります。

form-first = 先に指示を計画に加えるか取り消してから、ターンを終えてください
form-back = 戻る (Esc)
form-cancel = 取り消し
form-add = 計画に追加
form-change = 計画を変更
form-instead = 計画のこの指示と入れ替え
form-instead-tip = 取締役会が通せる指示は1ターンに{ $most }件です。どれを外すか選んでください。
quote-ready = 効果が出る月
quote-fill = 充足の予測
quote-cash = 今払う現金
quote-after = 計画後の現金

## 計画
plan-title = 計画
plan-initiative = 指示 { $used }/{ $most }
plan-initiative-tip = 取締役会が1ターンに通せる指示の数です。継続方針は自動で続きます。
plan-cash = 計画後の現金
plan-empty = 指示なし。継続方針は続きます。上から選ぶか、アドバイザーに聞いてください。
plan-drop = 計画から外す (Del)
plan-advisor = 助言
plan-advisor-tip = アドバイザーの計画を並べ直す (A)
plan-undo = 元に戻す (U)
plan-undo-none = 戻すものはありません
plan-reset = 計画を空にする (R)

order-raise_equity = { $investor }: { MONEY($amount_usd) }
order-tender_offer = 社員が{ MONEY($amount_usd) }を{ $investor }に売却
order-pitch_sovereigns = 政府系ファンドに{ MONEY($amount_usd) }を提案
order-open_to_strategics = 独立を手放す
order-ask_affiliate_money = { $affiliate }に{ MONEY($amount_usd) }を求める
order-gpu_loan = GPU担保で{ MONEY($amount_usd) }借入
order-ask_lenders = 貸し手に猶予を求める
order-borrow = 融資枠から{ MONEY($amount_usd) }
order-repay = { MONEY($amount_usd) }を返済
order-order_cards = { $chip } { CARDS($cards) }枚を{ $site }へ
order-cancel_cards = { $site }向け{ $chip }を取り消し
order-offer_cards = { $slots ->
    [0] { $site }の{ $chip } { CARDS($cards) }枚を売り出す
   *[other] { $chip }の受注枠{ CARDS($cards) }を売り出す
}
order-take_cards = { $slots ->
    [0] 中古{ $chip } { CARDS($cards) }枚を買う
   *[other] { $chip }の受注枠{ CARDS($cards) }を買う
}
order-divert_cards = { $affiliate }の{ $chip } { CARDS($cards) }枚を回す
order-port_lease = { CARDS($h100e) } H100eを{ $operator }のチップへ移植
order-reserve_capacity = { $supplier ->
    [packaging] パッケージング
    [logic] ロジックウェハー
   *[other] メモリ
}を{ $chip } { CARDS($cards) }枚分予約
order-fund_chip = { $usd_per_quarter ->
    [0] 自社チップを休止
   *[other] { $partner }と自社チップ、四半期{ MONEY($usd_per_quarter) }
}
order-lease_compute = { $built ->
    [0] { $operator }から{ CARDS($h100e) } H100eを借りる
   *[other] { $operator }に{ CARDS($h100e) } H100eを新築してもらう
}
order-ask_waiver = { $partner }から独占の免除を買う
order-request_grid = { $interruptible ->
    [0] { $site }に{ POWER($kw) }を申請
   *[other] { $site }に{ POWER($kw) }、ピーク遮断あり
}
order-leave_queue = { $sell ->
    [0] { $site }の接続待ちから降りる
   *[other] { $site }の順番を売る
}
order-bring_turbines = { $permitted ->
    [0] { $site }にタービン{ POWER($kw) }
   *[other] { $site }に許可付きタービン{ POWER($kw) }
}
order-renegotiate = { $partner }に求める: { $ask }
order-bid_site = { $lot }に{ MONEY($amount_usd) }で入札
order-sell_site = { $site }を{ MONEY($amount_usd) }から競売に
order-remove_turbines = { $site }のタービン{ POWER($kw) }を撤去
order-build_plant = { $site }に{ $plant } { POWER($kw) }
order-sign_power = { $site }の{ POWER($kw) }を固定価格に
order-fund_community = { $site }の近隣に{ MONEY($amount_usd) }
order-settle_suit = { $site }の訴訟で和解
order-set_tariff = 最低支払{ PERCENT($minimum_take) }、担保{ NUMBER($collateral_months, maximumFractionDigits: 0) }か月
order-set_permit = 許可: 厳しさ{ NUMBER($strictness, maximumFractionDigits: 2) }倍、早さ{ NUMBER($speed, maximumFractionDigits: 2) }倍
order-set_wires = 送電線の{ PERCENT($households) }を家庭負担に
order-petition = { $site }に反対する請願
order-accept_fund = { $site }の基金を受け入れる
order-build_hall = { $site }に{ CARDS($slots) }枠のホール
order-build_hall-crash = { $site }に{ CARDS($slots) }枠のホールを急造
order-anchor_site = { $region }で{ $operator }に{ CARDS($h100e) }のアンカー契約
order-step_in = { $anchor }を引き取る
order-pledge_giant = { $giant }に{ MONEY($amount_usd) }を約束
order-build_giant = { $whole ->
    [1] { $giant }をすべて建設
   *[other] { $giant }の次の期を建設
 }
order-pause_hall = { $project }の工事を中断
order-resume_hall = { $project }の工事を再開
order-retrofit_hall = { $site }の{ CARDS($slots) }枠を液冷に
order-start_run = { PERCENT($share) }で{ $months }か月学習
order-start_run-below = { PERCENT($share) }で{ $months }か月学習、{ $below }の線の下
order-stop_run = 学習を打ち切る
order-release_model = { $variants ->
    [1] 新モデルを公開
   *[other] 候補{ $variants }のうち最良を公開
}
order-release_model-open = { $variants ->
    [1] 重みごと公開
   *[other] 候補{ $variants }の最良を重みごと公開
}
order-license_data = { $publisher }: 年{ MONEY($usd_per_year) }
order-announce_product = { $product }を披露
order-launch_product = { $product }を世間の{ PERCENT($share) }に発売
order-set_policy-safety = 安全対策を研究の{ PERCENT($value) }に
order-set_policy-synthetic = 合成データを研究の{ PERCENT($value) }に
order-set_policy-free_tier = 無料枠を{ PERCENT($value) }に
order-set_policy-price_level = 価格を市場の{ NUMBER($value, minimumFractionDigits: 2) }倍に
order-set_policy-hiring = 採用を毎月{ PERCENT($value, signed: "yes") }に
order-set_policy-pay = 給与を市場の{ NUMBER($value, minimumFractionDigits: 2) }倍に
order-set_policy-campaign = 販売活動を{ PERCENT($value) }に
order-set_policy-guidance = { $value ->
    [-1] 見通し: 減らす
    [0] 見通し: 据え置き
   *[other] 見通し: 増やす
}
order-set_policy-colocate = 空き枠の{ PERCENT($value) }を貸す
order-set_policy-sublease = 余剰計算の{ PERCENT($value) }を転貸
order-announce = 稼働{ CARDS($h100e) } H100eと公表
order-promise_model = { $months }か月以内の最強モデルを約束
order-lobby = { MONEY($amount_usd) }でロビー活動
order-join_pact = { $verified ->
    [0] 安全対策{ PERCENT($share) }の協定、検証なし
   *[other] 安全対策{ PERCENT($share) }の検証付き協定
}
order-leave_pact = 安全協定から脱退
order-borrow_cards = { $affiliate }から{ CARDS($h100e) } H100eを使う
order-poach = { $rival }の上級者{ $people }人を誘う
order-acquihire = { $startup }に{ MONEY($usd) }で入札
order-ask_affiliate = { $affiliate }から得る: { $what }
order-declare_agi = AGIを宣言

refused-title = 実行できません
refused-text = 計画どおりに出せない指示があります:
refused-back = 計画を直す
refused-drop = その指示なしで終了

## ボード
chart-title = レース
chart-log = 対数目盛
chart-empty = まだ表示するものがありません
measure-valuation = 評価額
measure-h100e = 稼働H100e
measure-elo = Arena Elo
measure-revenue = 売上
measure-users = 利用者
board-title = 順位表
board-by-valuation = 評価額順
board-by-h100e = 稼働計算資源順
board-by-elo = Arena Elo順
board-by-revenue = 売上順
board-by-users = 利用者順
board-firm = 会社
board-elo = Elo
board-h100e = H100e
board-valuation = 評価額
board-revenue = 売上
board-users = 利用者
board-elo-tip = 公開済み最良モデルへの世間の評価
board-h100e-tip = 使用中の計算資源。ライバルの値は公表や衛星写真からの推定です。
board-gone = 破綻
board-tip = 世間から見た{ $firm }
    現金: 約{ MONEY($cash) }
    売上: 年 約{ MONEY($revenue) }
    利用者: { CARDS($users) }、社員: { WHOLE($staff) }
map-title = 拠点と系統
map-live = 稼働中
map-building = 建設中
map-dark = 電力不足
map-rival = { $site }
    { $firm }
map-dark-cards = GPU { CARDS($cards) }枚中{ CARDS($dark) }枚が電力不足で停止
map-homeless = GPU { CARDS($homeless) }枚がホール待ち
map-dark-both = 電力なし{ CARDS($dark) }枚、置き場なし{ CARDS($homeless) }枚
map-all-lit = { $mine ->
    [0] { $sites ->
        [one] この会社の拠点はすべて稼働
       *[other] この会社の{ $sites }拠点はすべて稼働
    }
   *[other] { $sites ->
        [one] あなたの拠点はすべて稼働
       *[other] あなたの{ $sites }拠点はすべて稼働
    }
}
map-none = { $mine ->
    [0] 自前の拠点なし。GPUは賃借
   *[other] 自前の拠点なし。GPUは賃借です
}
map-slots = 設置枠: { CARDS($slots) }、うち液冷{ CARDS($liquid) }
map-power = 系統{ POWER($grid) } + タービン{ POWER($gas) }、必要{ POWER($need) }
map-coming-kw = 今後: { POWER($kw) }
map-coming-cards = 輸送中のGPU: { CARDS($cards) }、発注中: { CARDS($ordered) }
map-building-slots = 建設中: { CARDS($slots) }枠
map-dark-here = GPU { CARDS($cards) }枚が電力不足で停止
map-homeless-here = GPU { CARDS($cards) }枚がホール待ち
map-unpermitted = 無許可のタービン: { POWER($kw) }

status-title = あなたの計算資源
status-title-of = { $firm }の計算資源
status-region = 地域
status-strict = 許可の厳しさ{ $strict }倍
status-terms = 条件: ${ $usd }/kW、最低支払{ PERCENT($take) }、担保{ $months }か月
status-site = { $site }は{ POWER($kw) }を使用。無許可タービン{ POWER($gas) }、基金の残り{ MONEY($fund) }。
status-note-of = { CARDS($h100e) } H100eが稼働
status-note = { CARDS($h100e) } H100eが稼働
status-use-tip = 今月のGPUの使い道（H100換算）。有料客、学習、無料客の順に使い、残りが研究に回ります。
use-paid = 有料
use-free = 無料
use-run = 学習
use-research = 研究
use-lent = 貸出
use-idle = 停止
status-run = { $model }を{ $month }まで学習
status-held = { $model }は公開可能: { $elo } Elo
status-no-run = 学習は行われていません
bound-power = 電力が制約です。GPU { CARDS($cards) }枚中{ CARDS($dark) }枚に電力がありません。
bound-hall = ホールが制約です。GPU { CARDS($cards) }枚中{ CARDS($homeless) }枚に置き場がありません。
bound-hall-full = ホールが制約です。置き場はすべて埋まり、GPUを増やす余地がありません。
bound-dark-both = GPU { CARDS($cards) }枚のうち、電力なし{ CARDS($dark) }枚、置き場なし{ CARDS($homeless) }枚。
bound-cash = 現金が制約です。{ $runway ->
        [99] 増えていますが、買えるものには足りません。
        [0] すべて契約済みの支払いに充てられます。
       *[other] 支払い予定を除いた分は今の支出では{ $runway }か月で尽きます。
    }
bound-data = データが制約です。学習がデータの価値より長くなっています。
bound-talent = 人材が制約です。計算資源に対して人が足りません。
bound-demand = 計算資源に需要がありません。大半が研究に回り、学習中のモデルもありません。
bound-chips = チップが制約です。手元のGPUはすべて働いています。
bound-none = 今月は何も不足していません。計算資源の使い道しだいです。
bound-gone = この会社はもうありません。
binding-power = 電力
binding-hall = ホール
binding-cash = 現金
binding-data = データ
binding-talent = 人材
binding-demand = 需要
binding-chips = チップ
binding-none = なし

news-title = ニュース
news-all = すべて
news-own = 自社
news-own-of = 同社
news-none = ニュースはまだありません

report-title = { $first }〜{ $last }の出来事
report-cash = 現金
report-gpus = 稼働H100e
report-valuation = 評価額
report-elo = Arena Elo
report-refused = 未実行: { $order }。{ $why }
report-quiet = 静かな期間でした。
outcome = { $order } – { $what }
outcome-asked = 回答待ち。結果はニュースに
outcome-done = 完了
outcome-way = 進行中、{ $month }の見込み
outcome-raised = { MONEY($usd) }が入金
outcome-raised-part = 希望{ MONEY($asked) }のうち{ MONEY($usd) }が入金。投資家の資金が足りませんでした
outcome-cards-wait = { CARDS($cards) }枚がまだメーカー待ち。最初の分は{ $month }の約束でした
outcome-grid = { POWER($kw) }を接続。残りは接続待ち、{ $month }の見込み
outcome-lease-none = 成立せず。他社が枠を取りました
outcome-lease-part = { CARDS($asked) } H100eのうち{ CARDS($h100e) }を確保
report-go = 次のターンへ
seat-fallen = { $firm }は破綻し、レースから脱落しました

## 観戦
watch-title = 観戦
watch-firm = 視点
watch-play = 再生
watch-pause = 一時停止
watch-step = 1ターン
watch-heading = { $firm }
watch-leave = ここまでの結果
watch-hint = スペースで再生と停止、Eで1ターン進みます。ライバルの数値は公表されたものです。
watch-fact-cash = 現金
watch-fact-debt = 借入残高
watch-fact-runway = ランウェイ
watch-fact-revenue = 年間売上
watch-fact-growth = 12か月の伸び
watch-fact-users = 月間利用者
watch-fact-seats = 法人シート
watch-fact-staff = 社員
watch-fact-trust = 世間の信頼
watch-fact-founders = 創業者と社員の持ち分
watch-fact-cluster = 最大クラスター（H100e）
watch-fact-flop = 最大の学習（FLOP）

handover-title = { $firm }の番です
handover-text = キーボードを渡してください。{ $firm }のプレイヤーの準備ができたらボードを開きます。
handover-when = { $month }、ターン{ $turn }/{ $turns }
handover-go = 準備できた

pause-title = 一時停止
pause-text = ゲームは毎ターン保存されます。いつでもメニューから続きを遊べます。
pause-text-unsaved = このレースは保存されていません。コピーを保存せずに離れると終わります。
pause-menu = メニューへ
pause-copy = コピーを保存
pause-help = ヘルプ
pause-stay = 続ける

## キー
word-h100e = H100e
word-h100e-is = H100換算の計算資源。新しいGPUは1枚で数枚分になります
word-elo = Elo
word-elo-is = モデルへの世間の評価。100高いと比較100回中約64回勝ちます
word-initiative = 実行力
word-initiative-is = 取締役会が1ターンに通せる指示の数
word-dark = 停止
word-dark-is = 電力かホールの置き場がなく動いていない自社GPU
word-binding = 制約
word-binding-is = 今月会社を抑えているもの。電力、チップ、現金など
word-money = プレマネー、ポストマネー
word-money-is = 調達前の会社の価格と、新しい資金を含む価格
word-dilution = 希薄化
word-dilution-is = 新株で全員の持ち分が小さくなること
word-run = 学習
word-run-is = 計算資源の一部で数か月かけてモデルを鍛えること
word-free = 無料枠
word-free-is = 無料の需要のうち応える割合。利用者が増え、計算資源を使います
key-desks = 1〜5
key-desks-does = 資本、チップ、電力、計算、取引
key-tab = Tab、Shift+Tab
key-tab-does = 使えるものを順にたどる
key-enter = Enter、スペース
key-enter-does = 押す、開く、選ぶ
key-arrows = 矢印
key-arrows-does = スライダーやタブの変更、リストや地図の移動
key-end = E
key-end-does = ターン終了
key-advisor = A
key-advisor-does = アドバイザーの計画を並べる
key-reset = R
key-reset-does = 計画を空に。Delで1件外す
key-undo = U、Ctrl+Z
key-undo-does = 計画の最後の変更を戻す
key-chart = C
key-chart-does = レース図の指標を切り替え
key-help = F1、H
key-help-does = ヘルプ: このページと勝ち方
key-escape = Esc
key-escape-does = 戻る。ボードでは一時停止、保存、メニュー
key-full = F11、Ctrl+S
key-full-does = 全画面、コピーを保存

## 結果
debrief-won = { $firm }の勝利
debrief-shared = 同時優勝: { $firms }
debrief-so-far = 現在の首位: { $firm }
debrief-gone = { $firm }は脱落
debrief-line = { $firm }: { $seats }社中{ $place }位、{ $points } { $unit }
debrief-line-alone = { $firm }: { $points } { $unit }
debrief-alone-so-far = ここまで
debrief-alone-done = レッスン終了
debrief-alone-reached = 目標達成
debrief-alone-missed = 目標に届きませんでした
debrief-seed = シード { $seed }
debrief-scores = 得点
debrief-scores-note = 各社の標準値に対する点数。65点でリボン
debrief-places = 得点順位
debrief-shown = このレベルが示すこと
debrief-turns = { $firm }の転機
debrief-bound = 制約になったもの
debrief-saved-as = { $path } に保存しました
debrief-unsaved = このレースは保存されていません。
debrief-digest = ダイジェスト { $digest }
debrief-menu = メニュー
debrief-watch = 続きを観戦
debrief-save = コピーを保存
goal-card_trade = GPUの最終的な価値から、GPUと注文に払った額を引いたもの
goal-cash = 現金から負債を引いた額
goal-compute_online = 稼働した計算資源の全月平均
goal-compute_served = 顧客に使われた計算資源の全月平均
goal-founder_value = 創業者の持ち分
goal-own_aim = あなたの役割の目標
goal-kept_revenue = 全月の売上から提携先の取り分を引いた額
goal-race_prize = 賞金の取り分
goal-revenue = 全月の売上
goal-value = 評価額
goal-strip = { $reached }{ $unit }
goal-strip-of = { $target }{ $unit }のうち{ $reached }
goal-strip-target = 目標{ $target }{ $unit }
goal-short-card_trade = カード売買の損益
goal-unit-card_trade = 十億ドル
goal-short-cash = 負債を除く現金
goal-unit-cash = 十億ドル
goal-short-compute_online = 稼働の平均
goal-unit-compute_online = 千H100e
goal-short-compute_served = 提供の平均
goal-unit-compute_served = 千H100e
goal-short-founder_value = 創業者の持分
goal-unit-founder_value = 十億ドル
goal-short-own_aim = あなたの目的
goal-unit-own_aim = 点
goal-unit-score = 点
goal-short-kept_revenue = 手元に残る売上
goal-unit-kept_revenue = 十億ドル
goal-short-race_prize = 賞金の取り分
goal-unit-race_prize = %
goal-short-revenue = 売上の合計
goal-unit-revenue = 十億ドル
goal-short-value = 企業価値
goal-unit-value = 十億ドル
goal-most = 目標、多いほどよい: { $goal }（{ $unit }）
goal-least = 目標、少ないほどよい: { $goal }（{ $unit }）
goal-at-least = 目標、{ $target }{ $unit }以上: { $goal }
goal-at-most = 目標、{ $target }{ $unit }以下: { $goal }
score-firm = 会社
score-total = 総合
score-value = 価値
score-frontier = 最前線
score-reach = 普及
score-stewardship = 信頼
score-resilience = 耐久力
score-value-tip = 1株の価値の伸び（調達額を除く）
score-frontier-tip = レース全体でモデルが最前線にどれだけ近かったか
score-reach-tip = 最後の2年の利用者と法人シートのシェア
score-stewardship-tip = 世間の信頼の平均と最低
score-resilience-tip = 新しい資金なしに悪い1年を過ごした後の姿と、守った順位
score-cell-tip = { $component }: 実測値{ $raw }、{ $points }点
reason-end = レースは最後まで走り切りました
reason-agi = 得点確定: AGIが宣言されました
reason-one_left = 得点確定: 残り1社になりました
reason-collapse = 得点確定: 世間が信頼を失いました

## ブリーフィング
briefing-title = { $firm }、{ $month }
briefing-seat = { $level } · { $firm }
briefing-go = 経営を始める
part-temptation = 誘惑
part-strength = 強み
part-weakness = 弱み

## フォームの横の情報
facts-at = 今の{ $place }
facts-power = 系統とタービン
facts-need = 今日の必要量
facts-coming-kw = 今後の電力
facts-planned-kw = 今後の必要量
facts-slots = ホールの設置枠
facts-building = 増える枠
facts-lead = 主導
facts-phases = 残りの期
facts-phase-cost = 次の期
facts-whole = 全期一括
facts-missing = 提携先の不足額
facts-ready = 完成まで
facts-reserve = 最低価格
facts-slots-coming = 設置枠
facts-hall = { CARDS($slots) }枠のホール
facts-stage = 段階
facts-stage-of = { $stage }/{ $stages }
facts-months-left = 完成まで
facts-cost-left = 残りの支払い
facts-dark = 電力なし
facts-homeless = 置き場なし
facts-free-kw = すぐ接続できる分
facts-wait = それ以上の待ち
facts-opposition = 反対
facts-cut = ピーク時に遮断
facts-fixed = 固定価格分
facts-fund = 基金の残り
facts-queue = 接続待ち
facts-stopped = 裁判所の停止期限
facts-tariff = 料金
facts-per-kwh = ${ $usd }/kWh
facts-price = 1枚の価格
facts-h100e = 1枚のH100e
facts-card-kw = 1枚の電力
facts-cooling = 冷却
facts-liquid = 液冷
facts-air = 空冷
facts-supply = 月間出荷
facts-worth = 自社での価値
facts-bottleneck = ボトルネック
facts-rule = 割り当て方
rule-proportional = 規模比例
rule-uniform = 均等
rule-turn_and_earn = 実績順
rule-first_come = 先着順
rule-auction = 競売
facts-ordered = 全社の発注残
facts-free-liquid = 空き枠（液冷）
facts-free-air = 空き枠（全体）
facts-spare-kw = 余剰電力
facts-nothing = 今ターンの提供なし
facts-market-rent = 市場賃料
facts-per-hour = ${ $usd }/時
facts-now = 今すぐ
facts-built = 新築
facts-built-in = 新築の工期
facts-cluster = 最大クラスター
facts-purse = 手元資金
facts-founders = 創業者の持ち分
facts-burn = 月間の流出
facts-runway = ランウェイ
facts-debt = 借入残高
facts-research = 自社の研究
facts-usable = 計算資源（H100e）
facts-largest = 最大の学習
facts-data = データが足りる学習
facts-true = 真のElo
facts-since = 公開から
facts-compute = 計算資源（H100e）
facts-served = 有料客への充足
facts-users = 月間利用者

desk-empty = 今ターンに出せる指示はありません。
