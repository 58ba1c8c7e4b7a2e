### 事典: ゲームの仕組み。題、説明、式。

almanac-cash-title = 現金と資金流出
almanac-cash = 現金は帳簿にある額です。資金流出は1か月の費用から収入を引いたもの、ランウェイはその速さで現金が続く期間です。指示はすぐに資金を取り分け、請求は作業が済むごとに来ます。取締役会が1ターンに通せる指示は数件です。
almanac-cash-formula = ランウェイ =（現金 − 約束した分）÷ 資金流出
almanac-valuation-title = 評価額とラウンド
almanac-valuation = 投資家は2つに値を付けます。稼ぎとその伸び、そして首位が将来稼ぐという期待です。期待は公開順位と動かす計算資源で決まり、市場の気分が両方に掛かります。新しい資金は全員の持ち分を小さくし、良い四半期のラウンドほど渡す持ち分は少なくて済みます。
almanac-valuation-formula = 評価額 = 気分 ×（売上 × 倍率 × 成長 + 期待 × 順位 × GPU群）、創業者の持ち分 = 以前の価値 ÷（以前の価値 + 新しい資金）
almanac-parents-title = 親会社と見通し
almanac-parents = 事業部は、グループの設備投資の一部である四半期ごとの資金で生きています。見通しを上げれば増えますが、株主の忍耐を使います。資金を上回る売上は忍耐を少し戻します。尽きると削られます。
almanac-parents-formula = 次の四半期の忍耐 = 忍耐 − 高い見通し + 資金を上回る売上
almanac-control-title = 議決権、条件、取締役会
almanac-control = 良い価格には発言権が要ります。条件なしのラウンドは支配権には最も安く、1年以内の目標付きはもっと払われ、取締役席付きはさらに払われます。議決権が半分を切ると、取締役会が大胆な指示を拒否できます。社員の株式売却は、資金をもたらしませんが人をつなぎ留め、価格の下支えになります。
almanac-control-formula = 議決権 = 創業者 + 味方。ラウンドの成立率はランウェイ、成長、気分で上がる
almanac-debt-title = ローン
almanac-debt = 銀行は売上に、貸し手は動いているGPUに貸します。銀行は数か月分の現金を、貸し手はGPUの稼ぎが返済を上回るかを見ます。違反には1四半期の猶予があり、その後の猶予は高く、なければGPUは売られます。
almanac-debt-formula = 返済余力 =（稼働中の自社GPUの市場賃料 − 電気代）÷（利息 + 元金）、1.2以上
almanac-cards_market-title = GPUを得るのは誰か
almanac-cards_market = GPUにはパッケージング、ロジック、メモリが要り、最も足りないものが数を決めます。メーカーは割り当てます。多く頼み、前払いし、買い続け、すぐ動かせる客が先です。需要が供給を超える間は値上がりし、古くなると下がります。
almanac-cards_market-formula = GPU数 = 最小（ウェハー × 割合 × 1枚の個数 × 歩留まり、ロジック、メモリ）
almanac-resale_market-title = 中古GPUと受注枠
almanac-resale_market = 1ターンに1度、中古GPUとメーカーの受注枠が売買されます。不足時はどちらも新品に近い値段です。枠を売るとメーカーでの実績が減ります。系列会社の発注分は回せますが、その株主は怒ります。
almanac-resale_market-formula = 中古価格 = 新品価格 × 中古の割合 ×（1 + 不足）、新品より下
almanac-silicon-title = 自社チップ
almanac-silicon = 設計の提携先と何年もかけ、テープアウトは失敗もあります。ある枚数を超えると元が取れます。それまで市販メーカーは値引きしつつ、あなたの順番を下げます。
almanac-silicon-formula = 採算の枚数 = 設計費 ÷（市販GPUの価格 × 相対速度 − 自社の単価）
almanac-queue-title = 系統の接続待ち
almanac-queue = 余力分はすぐ接続されます。それ以上は調査、契約、工事の3段階で待ちます。行列が長いほど各段階も長くなり、ピーク時に遮断できる負荷は早く進みます。抜ける者は他を後戻りさせ、待つ者の中には建てる気のない者もいます。
almanac-queue-formula = 予想の月数 = 3段階 ÷（電力会社の人手の速さ ÷（1 + 行列 ÷ 通常の行列））
almanac-own_power-title = 自前の電力
almanac-own_power = トラックのタービンは1、2か月で来ますが、1時間の費用は高く、無許可だと近隣を怒らせます。エンジン、大型タービン、原子炉の再稼働はメーカーの順番を何年も待ちます。契約は使う電力の価格を固定します。
almanac-own_power-formula = 契約の毎月の受け取り =（市場価格 − 固定価格）× 電力量
almanac-tariffs-title = 料金規程と請求
almanac-tariffs = 電力会社は大口の預託金、最低料金、担保を決めます。厳しい条件は場所取りを減らしますが、本気の客にも負担です。無人のために引いた送電線は、大口か家庭の誰かが払います。
almanac-tariffs-formula = 投機 = 上限 × 実需 × exp(−順番の費用 ÷ その価値)
almanac-neighbours-title = 近隣住民
almanac-neighbours = 無許可のタービン、高い料金、負荷が反対を強め、基金と時間が弱めます。声の大きい近隣は許可を妨げ、裁判に訴え、裁判所は電力と工事を止められます。
almanac-neighbours-formula = 反対 + 無許可タービン + 料金の上昇 + 負荷 + 請願 − 基金 − 時間
almanac-sites_and_halls-title = 拠点とホール
almanac-sites_and_halls = GPUは完成したホールの枠を要します。ホールは3段階で、一部は資材待ちです。皆が建てると業者は遅くなり、急ぎは節約以上にかかります。液冷の枠は高く、最新のGPUに必要です。
almanac-sites_and_halls-formula = 急ぐ費用 = 通常費用 ×（1 + 割合 ×（速さ² − 1））、時間 = 自社の速さ × 業者の混雑
almanac-auction-title = 売りに出る用地
almanac-auction = 古い工場が接続付きで、破綻した会社の拠点が中身ごと売りに出ます。封印入札で、最高額が勝ち2番目の額を払います。節約できる月数の価値を入札しましょう。
almanac-auction-formula = 価格 = 2番目に高い入札、最低価格以上
almanac-giants-title = 巨大計画
almanac-giants = ギガワット級の拠点は、期ごとに、または一括で安く、提携先と費用を分けて建ちます。こうした計画は予定より高くつき、どれだけかは段階ごとにしかわかりません。
almanac-giants-formula = 最終費用 = 計画費用 × 超過。超過は同時の期数で増え、経験で減る
almanac-anchors-title = あなたのために建つ拠点
almanac-anchors = 融資元が契約を求めるので、貸主は借り手が署名すれば建てます。長い契約は賃料を下げ、遅延の違約金と引き取り権は上げます。
almanac-anchors-formula = 賃料 ÷ 年間の融資費用、1.2以上
almanac-leases-title = 賃借と賃料
almanac-leases = 空いている計算資源は1か月で、新築はもっと後に始まります。賃料は揺れます。高いときにクラウドが建て、一斉に完成し、下がります。月単位で貸すことも、貸主の自社チップへ移って賃料を下げることもできます。
almanac-leases-formula = 賃料 = 所有者の費用 × 利幅 × 希少さ
almanac-compute_split-title = 計算資源の行き先
almanac-compute_split = GPUは、自社か賃借で、完成したホールにあり、電力があるときだけ計算します。3つの最小が数になります。有料客、製品、学習、テスト、無料枠の順で、残りは貸すか研究に使います。
almanac-compute_split-formula = 計算資源 = 最小（GPU、置き場、電力）、そこに貸し借りを加減
almanac-runs-title = 学習と評価
almanac-runs = 学習は何か月も計算を集め、モデルになります。計算10倍は64点の価値があり、研究、人材、時間が高める手法も同様です。最大クラスターの外の計算は効果が下がります。学習の運は公開前にわかります。
almanac-runs-formula = 評価 = 基準 + 64 × log10(計算量 × データの有効さ) + 手法 + 技能 + 運
almanac-public_list-title = 公開順位表
almanac-public_list = 順位表は世間の票を示します。多くの候補を試して最良を公開すると実力以上に見えますが、1年以内に薄れ、報道に暴かれることもあります。
almanac-public_list-formula = 表示の評価 = 真の評価 + 何回か引いた中の最良 + 票の運
almanac-data_limit-title = テキストが尽きるとき
almanac-data_limit = 学習にはパラメータ1つに約20トークンが要ります。読み直すたびに価値は下がります。許諾はテキストを増やしますが売れるほど高くなり、合成テキストもいくらか加わります。
almanac-data_limit-formula = 有効トークン = 自社分 ×（1 + 読み直しの価値。次第に頭打ち）
almanac-customers-title = 利用者、企業、価格
almanac-customers = 利用者は口コミで広がり、良く、応えてくれ、信頼される方へ移ります。企業は順位表で選び、2四半期後に払い、良ければ残ります。良いモデルは高く売れ、高いものは量を失います。無料客は計算を使い、他の客を連れてきます。
almanac-customers-formula = 売上 = 有料客 × 1人の額 + シート × 価格、応えられる範囲で
almanac-products-title = 大群を要する製品
almanac-products = 音声、動画、エージェントは、全員に応えるにはそれぞれGPUの群れが要ります。応えられる人数に出しましょう。不十分だと客を遠ざけ、披露だけで出さないと信頼を失います。
almanac-products-formula = 収入 = 製品の最大収入 × √発売の割合 × 応えた割合
almanac-talent-title = 人材
almanac-talent = 人は給与、使命、1人あたりの計算、成功に引かれます。来た上級者は元のラボが優れていた知識の一部を持ち込み、首位は誰からも学べません。引き抜きのたびに次は難しくなります。
almanac-talent-formula = 引力 = 給与 + 使命 + 1人あたりの計算 + 成功 − 規模 + 士気
almanac-take_over_market-title = チームの買収
almanac-take_over_market = 小規模ラボは最高入札者が2番目の額で得ます。何度も買うか首位に立つと、当局に止められやすくなります。系列会社は、株主が我慢の限界に達するまでGPU、データ、人を貸します。
almanac-take_over_market-formula = 最低価格 = 人数 × 1人の価格 × 気分 × 期待
almanac-claims-title = 公表、約束、信頼
almanac-claims = 大胆な公表は検証まで評価額を上げます。実現すれば信頼を得て、虚偽とわかれば上昇の2倍、1年間の評価額の一部、信頼を失います。信頼は利用者、人材、忍耐を引き寄せます。
almanac-claims-formula = 上昇 = 事実の2倍ごとの割合 × 信用
almanac-safety-title = 安全と事故
almanac-safety = 安全対策を超える力のモデルは事故を起こし、利用者が多いほど増えます。あなたは信頼と利用者を、業界全体も少し失います。協定は参加者に安全対策の割合を守らせます。
almanac-safety-formula = 毎月の確率 = 基準 × 利用者の割合 × exp((評価 − 安全) ÷ 80)
almanac-laws-title = 法律
almanac-laws = 学習計算が線を超えると、公開ごとに審査を待ち、届け出費用がかかります。事故は規則を厳しくし、時間とロビー活動は緩めます。線のすぐ下で学習を終えることもできます。
almanac-laws-formula = 厳しさ + 事故 − 時間 − ロビー活動
almanac-agi-title = AGIの宣言
almanac-agi = 会社は自社モデルがAGIだと宣言でき、世界が認めるかは評価次第です。認められると数四半期後にレースが終わります。提携先の許諾を終わらせたり、争いを始めたりします。
almanac-agi-formula = 認められる確率 = logistic((評価 − 基準) ÷ 尺度)
almanac-ties-title = ラボと出資元
almanac-ties = ラボと出資元は、単独では得られないものを共に稼ぎます。公正な条件は、互いに相手なしで何ができるかで分けます。それ以上を求めると信頼を失い、ある線を切ると決裂し得ます。
almanac-ties-formula = 公正な取り分 = 自分の代替案 + 共にだけ生まれる分の半分
almanac-score-title = 得点の決まり方
almanac-score = この開始条件の標準と比べた5つの要素、価値、最前線、普及、信頼、耐久力です。標準なら50点。良い2つが最も効くので、2つで抜きん出ましょう。
almanac-score-formula = 得点 = .35 × 最良 + .35 × 2番目 + .10 × 残りの各々
