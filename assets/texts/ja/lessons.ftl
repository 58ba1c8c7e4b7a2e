### 紙の授業: 教師用の計画、評価シート、解答、誠実さのカード。

## すべてのレベル
lesson-comma = 、
lesson-page-plan = 45分の授業計画（教師用）
lesson-page-sheet = 評価シート
lesson-page-answers = 解答と採点
lesson-page-card = 誠実さのカード
lesson-how-to-print = A4またはレターの4枚です。縦・等倍で印刷するか、ブラウザの印刷メニューからPDFに保存してください。2枚目が生徒用です。
lesson-courses = 科目
lesson-seats = 席
lesson-seat-is = 1社（{ $seat }）。1人、または2人1画面で。2人なら話し合いが生まれ、それが授業の半分です。
lesson-seats-are = { $count }席: { $seats }。1席に1〜4人。空いた席はマインドが動かします。
lesson-turns = ターン
lesson-turns-are = { $turns }ターン、1ターン{ $months }か月、1ターンに指示{ $orders }件
lesson-goal = 目標
lesson-goal-score = スコア: 価値、最前線、到達、信頼、耐久力を開始条件の基準と比べる
lesson-goal-most = { $goal }を最大に
lesson-goal-least = { $goal }を最小に
lesson-goal-at-least = { $goal }が{ $target }以上
lesson-goal-at-most = { $goal }が{ $target }以下
lesson-before = 準備
lesson-before-is = 2ページ目を人数分印刷し、レベルを一度試しておく: `python main.py play { $level }`。端末で参加する場合: `python main.py classroom { $level }`
lesson-timeline = 時間配分（分）
lesson-part-predict = 予想
lesson-part-rules = ルール
lesson-part-play = プレイ
lesson-part-pause = 一時停止
lesson-part-finish = 仕上げ
lesson-part-debrief = 振り返り
lesson-part-again = もう一度
lesson-part-exit = 出口
lesson-do-predict = 画面を開く前に、全員が数字と理由を1つシートに書きます。教師は論評しません。
lesson-do-rules = 1ターンを投影して見せ、全員リセットします。
lesson-do-play = 1〜{ $last }ターン、1ターン約{ $seconds }秒。机を回って「なぜ?」と尋ね、助言はしません。
lesson-do-pause = { $turn }ターン終了後、画面を伏せます。
lesson-do-finish = { $first }〜{ $last }ターン、1ターン約{ $seconds }秒。もう画面に慣れています。間に合わなければ、立てた計画のままターンを終えます。
lesson-do-short = 残りの{ $left }ターンは次の授業で。ゲームを保存します。
lesson-do-debrief = 報告や生徒の振り返り画面を投影し、予想と比べてから下の問いを出します。大事なのは順位ではなく理由です。
lesson-do-exit = 2文で書いて提出。シートは持ち帰り可。
lesson-arithmetic = 時間の求め方: このレベルは{ $turns }ターンに{ $minutes }分、1ターン{ $seconds }秒を見込みます。作者の計画値で、実際の授業では計っていません。プレイは45分のうち最大{ $most }分。一時停止後の1ターンは前の{ $part }の時間で、収まる中で最もゆっくりした速さです。
lesson-in-short = 説明、または読み上げに
lesson-debrief-title = 振り返りの問い
lesson-see-title = クラスに見てほしいこと
lesson-name-is = 名前
lesson-class-is = クラス
lesson-date-is = 日付
lesson-my-guess = プレイ前の予想。
lesson-guess-again = 今ならどうか。予想のどこが、なぜ違っていましたか?（採点しません）
lesson-from-a-game = 数値は、人ではなくマインドが決まった乱数でプレイしたゲームのものです。ターン0は開始時です。
lesson-figure = 図{ $number } { $title }
lesson-turn = ターン
lesson-start = 0
lesson-points = （{ $points }点）
lesson-ask-simplified = このレベルが省いた、または単純にしたことを1つ挙げてください。それがあれば結果は強まるか、弱まるか、同じか。理由も書いてください。
lesson-mark-simplified =
    本当の単純化（4ページ目に一覧）を挙げている。画面やボタンの不足ではない。
    結果がどちらに動くかを述べている。
    仕組み、つまり最初に何が起き、そこから何が続くかを述べている。
lesson-marking = 全{ $points }点、1行1点。同じ理由なら言い方は問いません。数値は印刷時に下のゲームから読み取ったものです。図の読み取りは5%の誤差を認めます。
lesson-about-read = 【読み取り】
lesson-about-why = 【説明】
lesson-about-transfer = 【応用】
lesson-grades-title = 評価
lesson-grades =
    ゲームの順位より理由を評価します。順位は運と相手で決まり、理由は生徒自身のものです。
    事前の予想は自分の見積もりを知るためのもの。どれだけ、なぜ外れたかを尋ね、採点はしません。
    長い課題にするなら: 別の手を打ちたいターンについて、報告の1行を引用して400字。
lesson-games-title = 数値のもとになったゲーム
lesson-games = レベル { $level }、シード { $seed }、全席をマインドが担当。同じ版なら同じ数値になり、後の版で変わればその数値が印刷されます。ダイジェストは最終状態を示します。
lesson-game-is = { $game }、ダイジェスト { $digest }
lesson-not-a-forecast = 遊びと教育のために単純化したモデルです。売買の根拠になる予測ではありません。描くのは会社であって個人ではなく、ここでの会社の行動はゲームのルールです。実在の会社がしたこと、することを述べるものではありません。
lesson-facts-title = 事実: 2024年9月に知られていたこと
lesson-fact-id = ID
lesson-fact-what = 内容（原文は英語）
lesson-fact-value = 値
lesson-fact-date = 日付
lesson-facts-more = このレベルの数値の背後には{ $count }件の事実があります。`python main.py facts ID` で出典と用途がわかります。多くは報道やアナリストの推定です。
lesson-assumed-title = 仮定: 変えて、何が成り立つかを見る
lesson-assumed-path = パラメータ
lesson-assumed-value = この授業
lesson-assumed-range = 範囲
lesson-assumed-why = 理由（原文は英語）
lesson-assumed-more = このレベルの{ $of }個の数値のうち{ $count }個は範囲つきの仮定です。上は授業の要となるもの。理由はレベルのファイルにあります。
lesson-left-out = この授業で切ってあるもの（原文は英語）:
lesson-trust-title = どこまで信頼できるか
lesson-trust-hindcast = 同じルールを2023年1月から2024年9月まで動かし実際と比べると、{ $of }系列中{ $held }系列がモデルの帯に入りました（docs/trust.md）。ただし範囲を決めた人は結果を知っていました。
lesson-trust-claims = このレベルの主張をあと{ $count }個測れます: `python main.py claims { $level }`
lesson-measured-least = 測定: { $seeds }ゲーム中{ $figure }。基準は{ $asked }以上。
lesson-measured-most = 測定: { $seeds }ゲーム中{ $figure }。基準は{ $asked }以下。
lesson-measured-mean = 測定: { $seeds }ゲームの平均で{ $figure }。基準は{ $asked }。
lesson-trust-weak =
    これらはモデルについての主張です。中の会社は経験則に従い、人なら別の行動をとるでしょう。
lesson-yourself-title = 自分で確かめる
lesson-yourself =
    `python main.py claims { $level }` で、別の運で主張をもう一度試せます。
    `python main.py run { $level } --set PATH=VALUE` で、上の表の数値を変えて1ゲーム動かせます。

## 図での呼び名
trace-arena_elo = 公開評価（Elo）
trace-best_elo = 最高の公開評価（Elo）
trace-best_lab = 最良のモデル
trace-bills = 家庭の料金（開始=1）
trace-binding = 制約
trace-block_hazard = 月あたり停止の確率
trace-book_over_need = 発注÷必要
trace-capacity = 稼働GPU（H100e）
trace-card_worth = GPUの価値
trace-cash = 現金
trace-cover = 返済余力（DSCR）
trace-debt = 負債
trace-demand = 借り手の需要（H100e）
trace-flattery = 実力を超える評価（Elo）
trace-founders_share = 創業者の持ち分
trace-founders_value = 創業者の価値
trace-goal = 目標の達成
trace-goal_all = 全員の目標の合計
trace-idle = 停止GPU（H100e）
trace-kept_share = 手元に残る売上の割合
trace-labs_alive = 事故のないラボ
trace-leader = スコア首位
trace-made = 生産GPU（H100e）
trace-mw_running = GPUを動かす電力
trace-online = 稼働GPU（H100e）
trace-opposition = 反対
trace-owned = 保有GPU（H100e）
trace-pipeline = 進行中（置き場）
trace-rating_lead = 首位の差（Elo）
trace-rent = H100e 1時間の賃料
trace-rent_relative = 賃料（通常=1）
trace-revenue = ターンの売上
trace-safety = 安全対策
trace-seat_share = 企業席の割合
trace-served = 顧客に応える計算（H100e）
trace-speculative_share = 行列の投機の割合
trace-spent = ターンの支出
trace-true_elo = モデルの実力（Elo）
trace-valuation = 評価額
trace-winning_bid = 落札額
trace-world_online = 世界の稼働GPU（H100e）

## L0 はじめてのクラスター
level-l0-lesson-say = GPUはホールの置き場と電力があって初めて計算します。ゲージは4つ、最低のものが決めます。1ターンに指示は2件です。
level-l0-lesson-pause = 今いちばん低いゲージはどれ? 注文が届く頃に最低になるのは? まだ何も動かしていない物を買った人は?
level-l0-lesson-debrief =
    何も変えなかった指示はどれで、出す前にどうすれば気づけたか。
    直した途端にボトルネックが移るのはなぜか。それに終わりはあるか。
    ホールは4か月、系統は2年。必要になる前に頼むべきものは何か。
level-l0-game-cards = 全額をGPUに
level-l0-game-reader = 最低のゲージを直す
level-l0-plot-served = 顧客に応える計算、2つのゲーム
level-l0-plot-reader = 最低のゲージを直す会社の各ターン
level-l0-ask-gain = 開始から最後のターンまでに、顧客に応える計算はどれだけ増えましたか。全額をGPUに使った場合と、最低のゲージを直した場合を答えてください（図1）。
level-l0-mark-gain =
    全額GPU: { $gain_cards }。{ $cards_end }のまま。
    最低を直す: { $start }から{ $reader_end }へ、{ $gain_reader }の増加。
level-l0-ask-bound = 2番目の会社の制約は、1、2、3ターン末に何でしたか。GPUが待っていたことは図2のどの列でわかりますか。
level-l0-mark-bound =
    { $bound_first }、{ $bound_second }、{ $bound_third }の順。
    停止GPUの列。持っているのに動いていない。
level-l0-ask-dark = 1番目の会社は{ $spent_cards }、2番目は{ $spent_reader }を使いました。多く使った方が応えられた顧客が少ないのはなぜですか。
level-l0-mark-dark =
    産出はGPU、置き場、電力、需要の最小値である。
    最小はGPUではなかった。開始時から止まったGPUがあり、増やしても止まったものが増えるだけ。
    最低のゲージへの支出は、別のものが最低になるまで産出を増やす。
level-l0-ask-kitchen = 給食室に調理師3人、オーブン1台、生徒の列。校長が4人目を雇うと言います。まず何を尋ね、どんな数字があれば考えを変えますか。
level-l0-mark-kitchen =
    今、食数を決めているものを尋ねる。調理師ではなくオーブン。
    4人目が役立つのは調理師が最小のときだけ。
    それを示す数字を挙げる。オーブンの前で待つ調理師、空いたオーブンの時間など。

## L1 メガワット
level-l1-lesson-say = GPUは15万枚、電力は6万枚分。系統は安くて遅く、タービンは速くて高く、反対されます。1ターンに指示3件、平均でどれだけ動いたかが問われます。
level-l1-lesson-pause = 2つ以上の道を進めている人は? たった1つの道が次のターンに止められたらどうなりますか?
level-l1-lesson-debrief =
    止まったGPUの1時間は、その電力代と比べていくらの損か。
    電力を失った人は、その日のために何を備えていたか。
    安い系統を待つのが正しいのはどんなときか。
level-l1-game-waits = 系統を待つ
level-l1-game-turbines = タービンだけ
level-l1-game-mixed = 道を組み合わせる
level-l1-plot-online = 電力の道ごとの稼働GPU
level-l1-plot-neighbours = 近隣の反対
level-l1-ask-means = 8ターン平均の稼働GPUが多い順に3つの道を並べてください。最良は最悪のおよそ何倍ですか（図1）。
level-l1-mark-means =
    組み合わせ、タービンだけ、待つ、の順。{ $mixed_mean }、{ $turbines_mean }、{ $waits_mean }。
    約{ $times }倍。
level-l1-ask-fall = タービンだけの場合、2ターン目に{ $turbines_high }が動き、{ $turbines_low_turn }ターン目には{ $turbines_low }だけでした。図2を使って何が起きたか説明してください。
level-l1-mark-fall =
    許可なしにタービンが動き、反対が強まった（3ターン目に{ $anger }）。
    タービンが止められた、または無許可で動かせる期限が切れた。
    道が1つなので、代わりがなかった。
level-l1-ask-dark = 待った会社は電力に最も払わず、最後に{ $waits_dark }のGPUが止まっていました。最も安い1kWhが最も高くつくのはなぜですか。
level-l1-mark-dark =
    止まったGPUは支払い済みで何も稼がない。時間には値段がある。
    GPUの1時間の稼ぎは、2倍の電力代よりはるかに大きい。
    GPUの稼ぎが小さいとき、待ちが短いときは逆になる。
level-l1-ask-ferry = 島の病院は酸素を週1便の安い船で受け取ります。空輸の業者は、少量の定期注文に3倍の値を求めています。どう決めますか。
level-l1-mark-ferry =
    2本目の道の費用を、1本目が途切れたときの損失と比べている。
    普段の週だけでなく、途切れる確率を考えている。
    小さな2本目が選択肢を残し、その日に増やせることを述べている。

## L2 割り当て
level-l2-lesson-say = 6社は生産の1.5倍を必要としています。4ターンは全員に発注の同じ割合が渡り、その後は競売です。GPUの最終的な価値から支払い総額を引いて採点します。
level-l2-lesson-pause = 必要は何枚、発注は何枚? 発注の費用が5倍ならどうしますか? 次からは入札です。推定が4万5,000ドルなら、いくらで入れますか?
level-l2-lesson-debrief =
    最初に必要以上を発注したのは誰で、他は従うほかに何ができたか。
    誰も要らない発注の費用は誰が払ったか。
    最も高い推定が勝つ。そのことは推定について何を語るか。
level-l2-game-cheap = 預託金2,000ドル
level-l2-game-dear = 預託金1万ドル
level-l2-game-naive = 信じる額で入札
level-l2-plot-book = 割り当ての間の、発注÷必要
level-l2-plot-auction = 競売: 落札額とGPUの価値
level-l2-ask-book = 4ターン目、各社は必要の何倍を発注しましたか。低い預託金と高い預託金について答えてください（図1）。
level-l2-mark-book =
    低い預託金: { $cheap_book }倍。
    高い預託金: { $dear_book }倍。低いと受注残は{ $times }倍になる。
level-l2-ask-more = それほどのGPUは誰も必要としていません。それでも各社が多く発注する理由と、預託金が変えることを説明してください。
level-l2-mark-more =
    発注に比例して配られるので、多く発注すれば多く届く。
    他社も同じことをし、結局ほぼ同じ量を、より高い費用で得る。
    失われる預託金は余分な発注を高くし、得がより早く尽きる。
level-l2-ask-curse = 競売の落札額は平均{ $bid }、GPUの価値は{ $worth }でした。払いすぎたい人はいません。勝者が{ $over }払いすぎたのはなぜですか。
level-l2-mark-curse =
    各社は別々の推定を持ち、高すぎるものも低すぎるものもあり、平均では正しい。
    最も高い推定が勝ち、それはたいてい高すぎる推定である。
    対策は推定より低く入札すること。競争相手が多いほど低く。
level-l2-ask-tickets = 小さな会場でコンサートが1回。券は無料、1人1枚の申込書、使わなくても損はありません。何が起き、あなたはどのルールを選びますか。
level-l2-mark-tickets =
    申し込みが無料なので、使う以上に申し込まれる。
    申し込みの値段（預託金、記名券）、抽選、競売などを提案する。
    そのルールで損をする人を挙げる。お金、時間、運のない人。

## L3 ランウェイ
level-l3-lesson-say = 計画は全員同じ、1ターンに8,000枚。株式は会社の一部を永久に売り、ローンは毎月の返済と貸し手への2つの約束を伴います。
level-l3-lesson-pause = 返済余力はいくつで、賃料が半分ならどうなりますか? 創業者の持ち分は? 新しい資金なしで2四半期払えるのは誰?
level-l3-lesson-debrief =
    創業者に多く残したのはどの払い方で、それはどんな世界でか。
    コベナンツを破った人は、支払いを1度でも欠いたか。
    現金が足りないことと、持つ以上に借りていることはどう違うか。
level-l3-game-shares = 株式だけ
level-l3-game-loans = ローンと祈り
level-l3-game-asks = ローンと早めの相談
level-l3-plot-value = 創業者の持つ価値（賃料がよく下がる世界）
level-l3-plot-loans = ローンと祈りの各ターン
level-l3-ask-who = 最後に創業者が持つ価値の順に3つの払い方を並べてください。祈りが破れるのは何ターン目ですか（図1）。
level-l3-mark-who =
    相談したローン{ $asks_value }、株式{ $shares_value }、祈るローン{ $loans_value }の順。
    { $loans_low_turn }ターン目。それまで2つのローンは同じに見える。
level-l3-ask-covenant = 図2の会社には、GPUを失うまで毎ターン売上がありました（3ターン目に{ $earned }）。それでも失ったのはなぜですか。2つの列を使ってください。
level-l3-mark-covenant =
    市場の賃料が{ $rent_start }から{ $rent_low }に下がった。
    返済余力は{ $cover_low }に下がった。会社の収入ではなく市場の賃料で計算される。
    約束を下回ると貸し手はGPUを取り、または売れる。破れたのは約束で、請求の支払いではない。
level-l3-ask-asked = すぐ貸し手に伝えた会社は{ $asks_value }、祈った会社は{ $loans_value }で終えました。ローンは同じです。相談は何を買い、貸し手はなぜ応じるのですか。
level-l3-mark-asked =
    時間。手数料や高い金利と引き換えに、賃料が戻るまでの猶予。
    投げ売りでは多くのGPUが安くなり、貸し手も損をする。
level-l3-ask-house = ある家族が借金で家を買いました。家の値段は3分の1下がり、両親の仕事は続いています。足りないのは流動性か、支払い能力か、両方か、どちらでもないか。銀行が担保の追加を求められるなら?
level-l3-mark-house =
    流動性は足りている。毎月払える。
    支払い能力は失われたかもしれない。家の値段が借金を下回り得る。
    価値の約束があれば、値下がりはすぐ現金の不足になる。ゲームと同じ。

## L4 好況と暴落
level-l4-lesson-say = 貸主4社、市場は1つ。借り手の需要は毎ターン増え、減りません。ホールは5ターン、GPUはその後。最後に現金が最も多い席が勝ちです。
level-l4-lesson-pause = 今注文しているのは誰で、なぜ? 全員の進行中を黒板で合計し、建っているものと比べてください。まだ注文しますか?
level-l4-lesson-debrief =
    思っていた需要を描いてみる。実際は一度も減らなかった。では暴落を起こしたのは誰か。
    致命的だったのはどのターンの注文で、そのとき賃料は何を語っていたか。
    ループを描く。賃料、注文、遅れ、能力、賃料。遅れはどこか。
level-l4-game-forget = 進行中を忘れる
level-l4-game-count = 進行中を数える
level-l4-plot-rent = 賃料（通常=1）
level-l4-plot-stock = 忘れる場合の需要、能力、進行中
level-l4-ask-peak = 貸主が忘れる場合、賃料の頂点はいつで、その後の底はいつですか。その間に需要は減りましたか（図1と2）。
level-l4-mark-peak =
    頂点は{ $peak_turn }ターン目の{ $peak }。
    底は{ $trough_turn }ターン目の{ $trough }。
    需要は減らない。{ $demand_start }から{ $demand_end }へ増える。
level-l4-ask-line = 進行中が最大なのは何ターン目ですか。賃料の頂点より前か後か、そこから何がわかりますか。
level-l4-mark-line =
    { $line_turn }ターン目、{ $line }分の置き場。
    頂点（{ $peak_turn }ターン目）の後。市場が反転しても注文が届き続ける。
level-l4-ask-why = 賃料の底は、忘れると{ $trough }、数えると{ $count_trough }です。違いはそれだけです。仕組みを説明してください。
level-l4-mark-why =
    賃料は今日の不足を語り、それを埋める注文済みの分は語らない。
    ホールが建つまで不足は開いて見え、何度も注文される。
    すべてが届き、需要{ $demand_end }に対し能力は{ $capacity_end }になる。
level-l4-ask-teachers = ある国で教師が足りません。養成は5年。省は毎年その年の不足を見て定員を増やします。何が続くかを描き、代わりに何を数えるべきか述べてください。
level-l4-mark-teachers =
    不足、過剰、定員削減、また不足という循環になる。
    遅れは養成、忘れられた分は養成中の学生。
    養成中の学生を教師と合わせて数え、まだ足りない分だけ定員を開く。

## L5 隣人と電力網
level-l5-lesson-say = 1つの谷に4つの役割。会社、電力会社、住民、規制当局。それぞれ自分の目標と、他の誰にも出せない指示を持ちます。指示の前に話し合ってください。
level-l5-lesson-pause = 各役割は、どの役割に何を望むかを1文で言ってください。今まで急ぎの代価を払っているのは誰で、その人に尋ねた人はいますか?
level-l5-lesson-debrief =
    行列に並ぶ費用はいくらで、その値段なら誰が並ぶか。
    近隣の声はいつ大きくなり、それまでなら何がもっと安く済んだか。
    送電線を引いたのに誰も来ない。誰の請求書に載り、それを誰が決めたか。
level-l5-game-speed = すぐタービン
level-l5-game-fund = タービンと基金
level-l5-game-permit = 許可を待つ
level-l5-game-free = 順番は無料
level-l5-game-paid = 85%は必ず払う
level-l5-plot-opposition = 近隣の反対
level-l5-plot-queue = 行列のうち投機の割合
level-l5-ask-queue = 最後のターンで、行列のうち投機はどれだけですか。順番が無料の場合と、85%を必ず払う場合を答えてください（図2）。
level-l5-mark-queue =
    無料: { $free_queue }。
    85%払い: { $paid_queue }。
level-l5-ask-haste = 4ターン目、すぐタービンを動かした会社は{ $speed_on }、許可を待った会社は{ $permit_on }のGPUが稼働していました。急ぎの代価を図1から読み、何につながり得るか述べてください。
level-l5-mark-haste =
    最後の反対は{ $speed_angry }で、3つのうち最大。
    止められる確率が月{ $speed_risk }まで上がった。基金があれば{ $fund_risk }を超えなかった。
level-l5-ask-fund = 1ターン目の近隣基金で、反対は{ $fund_angry }に保たれました。平穏のための早いお金が、遅いお金より安いのはなぜですか。そこに疑問があるとすれば何ですか。
level-l5-mark-fund =
    反対は自ら強まる。請願、報道、裁判は、すでに声の大きい人についてくる。
    遅いお金は育ったものを元に戻さねばならず、その間の停止は止まったGPUすべての損になる。
    疑問: お金で黙っても音と空気は変わらず、尋ねられない人は何も得ない。
level-l5-ask-clinic = 診療所の予約は無料で、3分の1の人が来ず、待ち時間は長いままです。ルールを設計し、得をする人と損をする人を挙げてください。
level-l5-mark-clinic =
    使わない順番に費用がかかるようにする。預託金、手数料、期限までの確認など。
    要らない人が抜けるので待ちが短くなることがわかっている。
    影響を受ける人（来られない貧しい人や病人）と、守る方法を挙げる。

## L6 レース
level-l6-lesson-say = 3つのラボ、賞金は1つ。安全対策は研究の3分の1を使います。しなければ1.5倍速く、終わるまでに約2つに1つが事故を起こします。秘密に選んでください。
level-l6-lesson-pause = 目を閉じて挙手。今、安全対策をしている人は? 続けさせるものは何ですか。他社の言葉、査察官、それとも他社の評価を見ること?
level-l6-lesson-debrief =
    1社だけ安全対策をやめると何を得るか。全社がやめたら?
    協定に署名したのは誰、守ったのは誰で、違いは何から生まれたか。
    全員に安全を義務付けるルールが、益より害になるのはいつか。
level-l6-game-safe = 全社が安全
level-l6-game-unsafe = どこも安全でない
level-l6-game-alone = OpenAIだけ安全でない
level-l6-plot-one = OpenAIの賞金の取り分（%）
level-l6-plot-all = 3社合計の賞金（%）と事故のないラボ
level-l6-ask-tempted = 最後にOpenAIの取り分は、全社が安全なら何%、1社だけ安全でなければ何%ですか（図1）。
level-l6-mark-tempted =
    全社が安全: { $safe_one }%。
    1社だけ安全対策なし: { $alone_one }%。賞金は速さとともに増える。
level-l6-ask-together = 図2の最後の行を比べてください。3社合計の取り分と、事故のないラボの数はいくつですか。
level-l6-mark-together =
    全社が安全: { $safe_all }%、{ $safe_left }社。
    どこも安全でない: { $unsafe_all }%、{ $unsafe_left }社。
level-l6-ask-promise = 3社が互いに安全を約束します。約束が破られ得る理由を数値で説明し、守らせるものを1つ挙げてください。
level-l6-mark-promise =
    他社がどうしようと、自分だけ速ければ得をする。ここでは{ $safe_one }が{ $alone_one }になる。
    全社がそう考え、合計は減る（{ $safe_all }が{ $unsafe_all }に）。囚人のジレンマである。
    守らせるのは査察。破れば見つかり賞金を失う。署名だけでは足りない。
level-l6-ask-fishing = 5つの村が1つの湖で漁をし、それぞれ船を増やせます。これが同じゲームであることを示し、違う点を述べ、ルールを提案してください。
level-l6-mark-fishing =
    1隻増やせばその村は得をするが、全部の船は湖を空にする。
    違い: 魚は戻るが事故は戻らない。船は互いに見えるが、安全対策は見えない。
    確かめられるルール: 港で船を数える、罰金付きの割当など。

## L7 友であり敵
level-l7-lesson-say = GPUのないラボと、GPUを持ち、売上の5分の1を取り、同じ顧客に売る出資元。どちらもただでは去れません。半年を1ターンとして8ターンです。
level-l7-lesson-pause = 1分だけ立場を替えて、話がまとまらなければ相手は何をするか考えてください。去りやすいのはどちらで、その備えにいくらかかりましたか?
level-l7-lesson-debrief =
    誰も移っていないのに、第2の供給元は何を変えたか。
    求めることは何を失わせ、いつなら見合ったか。
    契約は「AGIで」終わる。それを告げるのは誰であるべきか。
level-l7-game-alone = 他の供給元なし
level-l7-game-others = 他に2社が控える
level-l7-plot-kept = ラボの手元に残る売上の割合
level-l7-plot-table = ターンの売上と、ラボに残った累計（十億ドル）
level-l7-ask-points = ラボの手元に残る売上の割合は、開始時にいくらで、最後は他の供給元がある場合とない場合でいくらですか（図1）。
level-l7-mark-points =
    開始: { $start }。
    最後: 2社が控えれば{ $others_end }、なければ{ $alone_end }。
level-l7-ask-size = 他の供給元があるとラボは速く成長しましたか。手元に残った累計はどれだけ多いですか（図2）。
level-l7-mark-size =
    いいえ。最後のターンの売上は{ $alone_grown }と{ $others_grown }。
    { $more_kept }（十億ドル）多く残った。同じ大きさのケーキの、より大きな一切れである。
level-l7-ask-leave = GPUは1枚も移していません。それでもラボの条件が良くなったのはなぜですか。
level-l7-mark-leave =
    交渉では、双方が合意を、合意なしにできることと比べる。
    第2の供給元があれば去る費用が下がり、決裂してもラボは困らない。
    出資元は提携の利益を守るために譲る。脅しは実行しなくても効く。
level-l7-ask-job = 友人が昇給を望み、他の内定はありません。雇い主と話す前に何を勧めますか。ゲームとの比較はどこで崩れますか。
level-l7-mark-job =
    受けるつもりがなくても、まず代替案を作るか改善する。
    求めるたびに好意が減る。1度、良い時に、理由を添えて。
    崩れる例: 力より信頼、法律、慣習が重い場合や、代替案が信じてもらえない場合。

## L8 人と順位表
level-l8-lesson-say = 6つのラボ、公開の表は1つ。表に出るのは実力と運の和で、変種を多く試す者は運を選べます。利用者は表を読み、企業は実際に気づきます。
level-l8-lesson-pause = 自分のモデルの実力と、表の値を書いてください。実力はどうやって知りましたか? 他に実力以上に見えているのは誰でしょう?
level-l8-lesson-debrief =
    10回の最良が変えたのは、モデルか、表か、来る人か。
    気づいたのは誰で、どれだけ後で、何をしたか。
    自分が表を公開するなら何を載せ、どうごまかされるか。
level-l8-game-one = 1回の試験
level-l8-game-ten = 10回の最良
level-l8-game-hollow = 評価より弱い
level-l8-plot-flattery = Google: 実力を超える評価（Elo）
level-l8-plot-seats = Google: 企業席の割合
level-l8-ask-ten = 全ターンの平均で、Googleの評価は実力をどれだけ上回りましたか。1回の試験と10回の最良を答えてください。最後にモデル自体は{ $better } Elo良くなっただけです。表について何が言えますか（図1）。
level-l8-mark-ten =
    1回で{ $one_flat } Elo、10回の最良で{ $ten_flat }（3 Eloの誤差を認める）。
    表は{ $ten_more }動き、モデルはほとんど動かない。選別は尺度を上げ、測るものを上げない。
level-l8-ask-luck = どの試験も偽りではないのに、同じモデルの10回の最良が1回より高く評価されるのはなぜですか。
level-l8-mark-luck =
    評価は実力と運の和である。
    10回の運の最大はたいてい0より十分高く、選べる者はそれを取る。
    次の評価の運は別なので、持ち上げた順位は元に沈む。
level-l8-ask-companies = 図2: 評価より弱いモデルは、1ターン目には健全なモデル（{ $sound_soon }）と同じく企業席の{ $hollow_soon }を保ち、最後は{ $sound_end }に対し{ $hollow_end }です。なぜ遅いのですか。
level-l8-mark-companies =
    企業は表で選び、しばらく契約に縛られる。
    使って初めて実力を知るのは2四半期後で、更新のときに決める。
    真実を知る速さは相手ごとに違う。表はすぐ、利用者は早く、企業は最後。
level-l8-ask-school = 学校が試験の合格率で評価されます。教え方を良くせずに率を上げる方法を2つ、そう簡単には上げられない尺度を1つ挙げてください。
level-l8-mark-school =
    例: 弱い生徒を受けさせない、出題の練習だけする、易しい試験を選ぶ。
    共通点を述べる。尺度は動くが、それが表すものは動かない。
    難しい尺度: 全生徒を数える、数年の伸び、事前に知られない問題。

## 2024年9月のレース
level-september_2024-lesson-say = 1人1社、6年間。GPUはホールと電力があって初めて計算し、計算がモデルを、モデルが顧客を、顧客が資金を生みます。1ターンに指示5件。まずメガワット、次にホール、最後にGPUです。
level-september_2024-lesson-pause = 今の制約は何で、1年後は何でしょう? その日のために出した指示を挙げてください。首位は誰で、5つの要素のどれによりますか?
level-september_2024-lesson-debrief =
    今の位置を決めた早い決断はどれか。確かめるにはどこで分岐させるか。
    誰にとってどの脚が短く、それを見通していたのは誰か。
    GPUが安くなると誰が払うのか。貸主、借り手、貸し手、近隣?
level-september_2024-game-race = 全席マインド
level-september_2024-plot-rent = H100e 1時間の市場賃料
level-september_2024-plot-bound = 3社の制約と、スコアの首位
level-september_2024-ask-rent = 賃料は開始から底までどれだけ下がり、底は何ターン目ですか。ゲーム全体で世界の稼働GPUは{ $grown }倍になりました。2つはどう関係しますか（図1）。
level-september_2024-mark-rent =
    { $rent_start }から{ $rent_low }へ、{ $rent_low_turn }ターン目。
    借り手が払いたい分より速くGPUが増え、1時間が安くなった。
level-september_2024-ask-legs = 全ターン・全6社で、最も厳しい脚はホールが{ $halls }回、GPUが{ $chips }回、資金が{ $money }回、電力が{ $power }回でした。図2から1社を選び、どの脚が最も多いか、その会社の物語に合うかを述べてください。
level-september_2024-mark-legs =
    表示されたターンの1列を正しく数えている。
    その会社の出発点から理由を挙げる。xAIの電力、OpenAIの借りたGPU、Googleの遅いホールなど。
level-september_2024-ask-early = 1ターン後のスコア首位は{ $leader_early }、最後は{ $leader_end }でした。早い首位が続かない理由、続いた場合は保てた理由を2つ挙げてください。
level-september_2024-mark-early =
    脚は届く時期が違う。早く頼んだホールや電力は後で効く。
    ノウハウ、値下がり、引き抜きは後続を助け、負債や賃借は早く買った者に重い。
    スコアは5要素。価値は約束で上がり、検証で下がり得る。
level-september_2024-ask-railway = 1840年代、鉄道は輸送の伸びよりはるかに速く敷かれました。投資家は損をし、線路は残りました。このレースと比べ、誰が損をし、誰が得をし、株を買う前に何を尋ねるか述べてください。
level-september_2024-mark-railway =
    全員が同じ成長を期待して資本が集まり、完成が重なった。
    損: 遅れて借金で建てた者。得: 利用者と、下落後に安く買った者。
    良い問い: 支払う義務があるのは誰か、他で何が進行中か、半値なら何を稼ぐか。

## 2023年1月
level-january_2023-lesson-say = 2023年初めに知られていたことから2024年9月までのレースです。私たちは続きを知り、モデルは知りません。7ターン。プレイヤーではなくモデルを評価してください。
level-january_2023-lesson-pause = ゲームは2023年9月です。モデルによればGPUはどれだけ出荷され、あなたの予想は? 当時このモデルを信じたでしょうか?
level-january_2023-lesson-debrief =
    モデルはどこで実際に近く、どこで遠かったか。
    2023年1月のモデルが、どれほど良くても知り得なかったことは何か。
    広くて当たる帯は、狭くて外れる帯より価値があるか。誰にとって?
level-january_2023-game-race = 全席マインド
level-january_2023-plot-made = 1ターンに作れるGPU（H100e）
level-january_2023-plot-table = モデルの各ターン
level-january_2023-ask-made = 最後のターンに作れるGPUは最初の何倍ですか。2024年9月までの四半期の観測値は80万H100e（K10）です。このゲームは上ですか、下ですか。
level-january_2023-mark-made =
    { $times }倍。{ $made_first }から{ $made_end }へ。
    80万と比べ、上下とおよその差を述べる。
level-january_2023-ask-rent = 賃料は{ $rent_high_turn }ターン目に最高（{ $rent_high }）で、最後は{ $rent_end }です。その間にモデルはずっと良くなりました。説明してください。
level-january_2023-mark-rent =
    最初は計算の需要が跳ね、GPUの生産が追いつかなかった。
    やがてパッケージングが伸びてGPUが届き、需要が増えても1時間は安くなった。
level-january_2023-ask-band = 200ゲームで、最後の四半期の出荷の中央80%は54.6万から82.7万、観測値は80万でした。この1ゲームは{ $made_end }です。モデルに不利な証拠ですか。説明してください。
level-january_2023-mark-band =
    1ゲームは1回の抽選で、帯が正しくても5回に1回は外に出る。
    モデルは多くのゲームと、観測値が帯に入るかで評価される。
    範囲を決めた人は結果を知っていたので、純粋な試験ではない。
level-january_2023-ask-weather = 気象会社が10日間「雨30%」と予報し、3日降りました。良い予報ですか。より良い予報とは何で、どう確かめますか。
level-january_2023-mark-weather =
    較正されている。30%と言ったことが10回に3回起きた。
    より良いのは、較正されたまま鋭いこと。雨の日に90%、他の日に5%。
    作り手が見ていない多くの日について、先に書いた予報で確かめる。

## サンドボックス
level-sandbox-lesson-say = 勝つためのゲームではなく、設計する実験です。数値を1つ変え、運は同じ。何がどれだけ動き、何が自分の誤りを示すかを先に書いてください。
level-sandbox-lesson-pause = 処置の結果を見る前に、各組は予想と、それを覆すものを読み上げてください。何によっても覆らない予想はありますか?
level-sandbox-lesson-debrief =
    効果は言ったとおりの大きさだったか。そもそもあったか。
    1組のゲームで何がわかり、100組なら何がわかるか。
    これはモデルの中の効果である。世界について信じるには何が要るか。
level-sandbox-game-control = そのまま
level-sandbox-game-quick = 系統が半年で来る
level-sandbox-game-dear = ホールが2倍の値段
level-sandbox-plot-online = 世界の稼働GPU（H100e）
level-sandbox-plot-best = 最高の公開評価（Elo）
level-sandbox-ask-effect = 16ターン後の稼働GPUは、そのままの世界で{ $control_end }です。早い系統と高いホールでは、その何倍ですか（図1）。
level-sandbox-mark-effect =
    早い系統: { $quick_end }、{ $quick_times }倍。
    高いホール: { $dear_end }、{ $dear_times }倍。
level-sandbox-ask-seed = 9ターン後、早い系統では{ $quick_half }、そのままの世界では{ $control_half }が稼働していました。そのとき何を結論したでしょう。そもそも1組のゲームから何を結論しますか。
level-sandbox-mark-seed =
    9ターン目の両方を読み、効果の向きか大きさが最後と違うことに気づく。
    いつ見るかを先に決めないと、望むものが見つかる。
    1組は1回の抽選。効果の平均と散らばりには多くの組が要る。
level-sandbox-ask-pairs = 処置と対照を、別々の運ではなく同じ運でプレイするのはなぜですか。
level-sandbox-mark-pairs =
    共通の運は差から消える。
    同じ効果をより少ないゲームで、またはより小さな効果を見られる。
    それでも1組では足りない。世界が分かれた後、運は別の状態に出会う。
level-sandbox-ask-medicine = 新聞に「朝食をとる生徒は成績が良い」とあります。どんな実験が要り、事前に何を書き、何が主張を覆しますか。
level-sandbox-mark-medicine =
    朝食の有無をくじで決め、他に違いのない2群を作る。
    事前に書くもの: 尺度、時期、人数、意味があると言える効果の大きさ。
    差の区間が0をまたぐか、意味があるとした大きさに届かなければ覆る。
