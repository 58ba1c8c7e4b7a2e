### レベルと、操作できる会社の紹介。

## 2024年9月のレース
level-september_2024 = 2024年9月。資本、チップ、メガワットをめぐる6年間が始まります。OpenAIは過去最大のラウンドを交渉中。xAIはメンフィスで10万枚が稼働中と言いますが、系統の電力はその3分の1分です。Microsoft、Google、Metaには資金があり、それを数えています。あなたはその1社を2030年末まで率います。
level-september_2024-what = どんなゲームか: 6つのラボ、GPUの大半を持つクラウド、そして皆が欲しがるものを割り当てるメーカー、電力会社、投資家のレースです。出発点は2024年9月に知られていたことで、その後のことは含みません。
level-september_2024-how = 仕組み: GPUは、自社のものか借りたもので、完成したホールにあり、電力があるときだけ計算します。計算がモデルを、モデルが顧客を、顧客が評価額を、評価額が次のGPUの資金を生みます。それぞれ届くまでの時間が違います。
level-september_2024-use = 遊び方: 1ターンに指示は5件。今日ではなく半年後の制約を見ましょう。まずメガワット、次にホール、最後にGPUです。株を売るのは資金が尽きたときではなく、価格が良いときに。
level-september_2024-notice = 気づいてほしいこと: GPUが止まったまま電力を待つのは誰か。公表は検証されるまでにどれだけの価値があるか。借り手の契約が貸主のホールを建てる仕組み。チップが安くなる時と、その時まだ古い賃料を払う者。
level-september_2024-try = 試してほしいこと: タービンなしのメンフィス。Microsoftの免除なしのOpenAI。NvidiaのGPUだけのGoogle。すべてのラウンドに応じる、または一切応じない。
level-september_2024-honest = 事実: 開始時のGPU数、メガワット、評価額、評価は、それぞれ出典があります。単純化: 市場賃料は1つ、評価額の式も1つ、モデルの力も1つの数値です。当時も今も不明: 非公開ラボの現金、メーカーの割り当て方、最後のEloの先。これらは範囲なので、変えて何が成り立つかを見てください。

level-september_2024-objective = 絡み合う複数の制約の下で決断し、どの早い決断が結末を決めたかを見極める。
level-september_2024-predict = 2030年に最強のモデルを持つのはどの会社で、他社を止めるのは何でしょう。資金、GPU、ホール、それともメガワット?
level-september_2024-extend = 広げ方: すべての数値にパスがあります。--set で別の値を入れるか、これを土台に10行を変えたレベルを書いてください。マインドはメソッド1つのクラスで、新しいものがどの席でもプレイできます。
level-september_2024-shows-openai_is_no_sure_winner = OpenAIがこの開始条件から勝つのは、多くても全レースの約3分の1です。
level-september_2024-shows-xai_is_no_sure_winner = xAIがこの開始条件から勝つのは、多くても全レースの約3分の1です。
level-september_2024-shows-microsoft_is_no_sure_winner = Microsoftがこの開始条件から勝つのは、多くても全レースの約3分の1です。
level-september_2024-shows-google_is_no_sure_winner = Googleがこの開始条件から勝つのは、多くても全レースの約3分の1です。
level-september_2024-shows-meta_is_no_sure_winner = Metaがこの開始条件から勝つのは、多くても全レースの約3分の1です。
level-september_2024-shows-anthropic_is_no_sure_winner = Anthropicがこの開始条件から勝つのは、多くても全レースの約3分の1です。
level-september_2024-shows-boldness_wins_ribbons = 早いラウンド、タービン、公表により、xAIは少なくとも全レースの1割でリボンを得ます。
level-september_2024-shows-thrift_wins_ribbons = 倹約でも得られます。株をほとんど売らず、借金もなし。
level-september_2024-shows-renting_wins_ribbons = ほぼすべてを借りても得られます。
level-september_2024-shows-low_prices_win_ribbons = 安い価格と万人へのサービスでも得られます。
level-september_2024-question = どの早い決断が結末を決めましたか? そこでレースを分岐させて確かめてください。

## 2023年1月
level-january_2023 = 2023年1月。ChatGPTは生後1か月、H100の出荷が始まり、世界がどれだけ求めるかは誰も知りません。21か月を進め、最後に実際と比べます。ルールを信頼したい人のためのテストです。
level-january_2023-objective = 教えていない過去でモデルを判断する。2023年初めに知られていたことからの21か月。
level-january_2023-predict = 2024年9月までにGPUの出荷はどれだけ増え、1時間の賃料はいくらになるでしょう?
level-january_2023-extend = 広げ方: レベルの履歴に系列を加え、それを読む関数を game/lab/series.py に書きます。
level-january_2023-question = どの帯が実際を外し、そのためにどのルールを変えますか?
level-january_2023-what = どんなゲームか: 2023年初めに知られていたことからのレースを、2024年9月開始のレースと同じルールでそこまで進めます。
level-january_2023-how = 仕組み: GPU数、評価、資金は当時のまま。その後はすべてモデルの計算です。後に知られた系列はレベルの横に置かれ、何も決めません。
level-january_2023-use = 使い方: プレイするか、`audit believable` を実行します。仮定を範囲から引いて500回進め、帯を観測値と並べて表示します。
level-january_2023-notice = 気づいてほしいこと: 教えなくてもモデルが当てるもの、帯が外すもの。広くても当たる帯は、狭くて外れる帯より価値があります。
level-january_2023-try = 試してほしいこと: ファウンドリの計画を1年先または半年先にして、不足を見る。100億ドルを取り上げる。
level-january_2023-honest = 事実: 保有GPU、評価、社員数、大きな小切手。単純化: 1社1拠点。後からの参入はないため、xAIは最初から十数人で立っています。当時の不明: その後のすべて。

## L0 はじめてのクラスター
level-l0 = 1社、1拠点、5ターン。メンフィスに10万枚のGPUがあり、電力は6万枚分、顧客は応えきれないほどいます。できるだけ多くの計算を顧客のために動かしてください。
level-l0-objective = ボトルネックを見つける。産出はGPU、置き場、電力、需要のうち最小のもので決まり、他への支出は無駄になります。
level-l0-predict = 40億ドルあります。全額をGPUに使うと、15か月後の稼働はどれだけ増えるでしょう?
level-l0-what = どんなゲームか: 顧客に応えるクラスターです。産出はGPU、ホールの置き場、電力、顧客の需要の4つの最小値です。
level-l0-how = 仕組み: GPUは、電力のある完成したホールでだけ動きます。系統は余力分をすぐ出し、残りは待たされます。タービンは1四半期で来ますが割高です。ホールは4か月、GPUは1、2四半期かかります。
level-l0-use = 遊び方: 1ターンに指示は2件。どのゲージが最低かを見て、届く頃に最低になるものを注文します。他の注文は何も変えません。
level-l0-notice = 気づいてほしいこと: 他が止まっている間に買ったGPUがどうなるか。直した途端にボトルネックが移ること。
level-l0-try = 試してほしいこと: 全額をGPUに。先にホールを建てる。タービンなしで系統だけを待つ。正しい順番で1ターンに1つずつ直す。
level-l0-extend = 広げ方: --set で余力の電力（utilities.mlgw.available_kw）、現金（firms.xai.cash_usd）、需要（firms.xai.lab.run_rate_usd）を変え、何が制約になるかをプレイ前に予想してください。
level-l0-honest = 事実: 2024年9月のメンフィスのGPU、置き場、メガワット（S081、S120、K46）と、ホール、GPU、タービンの所要期間（S086、K14、K43）。単純化: ライバルも借金もなく、タービンへの反対もなく、需要はほぼ一定です。当時の不明: 会社の現金と電力会社の余力（firms.xai.cash_usd、utilities.mlgw.available_kw）。
level-l0-question = 各ターンの制約を挙げてください。何も変えなかった指示はどれですか?
level-l0-shows-cards_in_the_dark = 他が止まっている間に全額をGPUに使っても、応えられる顧客は1人も増えません。
level-l0-shows-halls_in_the_dark = GPUが止まっている間に全額をホールに使っても、応えられる顧客は1人も増えません。
level-l0-shows-power_first = 止まっているGPUへの電力で、応えられる量は少なくとも4分の1増えます。
level-l0-shows-the_bottleneck_moves = すべて動けばボトルネックは移ります。それを追う人は、電力だけを増やし続ける人より少なくとも15%多く終えます。

## L3 ランウェイ
level-l3 = 1社、成長計画は1つ、8ターン、払い方は3通り。株式、ローン、または両方。会社の価値をできるだけ多く創業者に残してください。
level-l3-objective = 希薄化とレバレッジ、流動性と支払い能力を見分ける。
level-l3-predict = どちらでも同じGPUを買います。すべて株式で賄うと創業者にどれだけ残り、借りるとどれだけ残るでしょう?
level-l3-what = どんなゲームか: 自社のGPUで顧客に応え、収入以上に早く成長したい会社です。投資家は会社の一部を、貸し手はGPUを担保に取ります。
level-l3-how = 仕組み: ラウンドは会社の価値で新株を売り、次まで半年空けます。GPUローンはすぐ引き出され、毎月利息と元金の一部を払います。約束は2つ。市場の賃料での稼ぎが返済を賄うこと、売却額が残高を賄うことです。賃料が下がっても、自社の顧客は何も気づきません。
level-l3-use = 遊び方: 計画は1ターンに8,000枚。借りる前に見積もりの返済余力を見て、賃料が半分ならどうかを考えます。コベナンツを破ったら猶予は1四半期。返すか、貸し手に頼んで時間を買います。
level-l3-notice = 気づいてほしいこと: 各ラウンド後の創業者の持ち分、四半期ごとの返済余力、そして請求をすべて払っていてもコベナンツは破れること。
level-l3-try = 試してほしいこと: 株式だけ。借りられるだけ借りる。3分の1をローンで。ローンを組み、賃料が下がっても貸し手に黙っている。
level-l3-extend = 広げ方: 賃料が下がる頻度（events.glut.hazard）と幅（events.glut.size）、貸し手が出す割合（rules.debt.loan_to_cost）、我慢の限度（rules.debt.waiver_chance）を変えてください。
level-l3-honest = 事実: この種のローンの費用（K66）、賃料と開始前の下落（K16）、貸主のGPU価格（K05）。単純化: GPUは1種類、需要は無限、会社の価値は売上の3倍、投資家は公正な価格。不明: 貸し手の忍耐（rules.debt.waiver_chance）と投げ売りの値下がり（rules.debt.sale_fall）。
level-l3-question = 毎月稼いでいたのにコベナンツを破りました。なぜですか?
level-l3-shows-same_plan = どちらでも買える計算資源はほぼ同じ。違うのは最後に誰のものかです。
level-l3-shows-founder_stake = 借りた人に残る持ち分は、株を売った人の2倍を超えます。
level-l3-shows-leverage_wins_in_the_calm = 賃料が保たれる間、借入は創業者に少なくとも2割多く残します。
level-l3-shows-leverage_defaults_in_the_shock = 賃料がよく下がる世界では、目一杯借りた人の3割以上がGPUを失います。
level-l3-shows-who_asks_in_time_keeps_the_cards = コベナンツ違反ですぐ時間を買う人は、祈るだけの人より債務不履行が少なくなります。

level-l5 = 電力よりGPUの多い1つの拠点と、その電力会社、近隣住民、規制当局。4つの役割、6ターン、1つの谷。それぞれ他の誰にも出せない指示を持ちます。
level-l5-objective = 急ぎの代価を誰が払うかを見る。待ち行列には値段が要り、速さには隣人がいて、無人のために引いた送電線は誰かの請求書に載ります。
level-l5-predict = 待ち行列の半分には借り手がいません。それを半減させる預託金はいくらでしょう? また、無許可のタービンは許可付きよりどれだけ危険でしょう?
level-l5-what = どんなゲームか: GPUを動かしたい会社、投機だらけの待ち行列を抱えて灯を守る電力会社、音と臭いと料金を負う住民、全員に責任を負う規制当局。それぞれ0〜100の目標があります。
level-l5-how = 仕組み: 申請は調査、契約、工事を通り、行列が長いほど遅くなります。誰かが抜けると他は調査に戻ります。投機は、順番の費用が期待より安い限り来ます。反対は無許可タービン、料金、請願で強まり、時間と近隣への資金で弱まります。声が大きいほど停止や訴訟は早まります。
level-l5-use = 遊び方: 1ターンに指示は3件。会社は電力を求め、平穏に払います。電力会社は料金規程を出し、1四半期後に効きます。住民は請願するか、基金を受けて黙ります。規制当局は許可の厳しさと早さ、遊休送電線の負担者を決めます。指示の前に互いに話し合ってください。
level-l5-notice = 気づいてほしいこと: 順番に費用がかかると行列がどうなるか。無許可のタービンの音を最初に聞くのは誰か。基金が買うものと、止まったGPU1か月分と比べたその値段。
level-l5-try = 試してほしいこと: 預託金なし。最も厳しい規程と、誠実な会社の現金への影響。タービンをすぐ、または許可の後に。1ターン目の基金。送電線をすべて家庭負担に。
level-l5-extend = 広げ方: 順番の投機的価値（rules.queue.position_usd_per_kw）、それを縛るもの（rules.tariffs.collateral_months、rules.power.minimum_take）、地域の厳しさ（utilities.mlgw.permit_hazard）を変え、どの役割が得をするかをプレイ前に予想してください。
level-l5-honest = 事実: 2024年9月のメンフィスのGPUと系統電力（S081、S120、K46）、苦情と発電機への疑い（S123、S124）、許可、エンジン、待ち行列の期間（K43、K44）、待ち行列が接続何年分もの長さであること（K45）。単純化: 地域、会社、隣人は1種類ずつ。投機は平均的な期待を持つ1つの塊です。当時の不明: 行列のうち投機の割合（utilities.mlgw.speculative）、町を鎮めるのに要るもの（rules.community.fund_usd_per_mw_month）。
level-l5-question = 料金規程を設計してください。遊休送電線は誰が払い、誰が行列を去りますか?
level-l5-shows-free_places = 預託金がなければ、行列の半分以上が投機です。
level-l5-shows-paid_places = 85%を必ず払わせ、1年分を担保に取れば、4分の1未満になります。
level-l5-shows-unpermitted_speed = 許可前に動かすタービンは、待つタービンの少なくとも2倍止められやすくなります。
level-l5-shows-a_fund_calms = 1ターン目の基金は、反対を少なくとも2割低く保ちます。
level-l4 = 4つの貸主、1つの市場、20ターン。借り手の需要は毎ターン増え、減ることはありません。ホールは5ターン、GPUは1か月。注文し、待ち、最も多くの現金で終えてください。
level-l4-objective = 遅れと、忘れられた建設中の分が、着実な成長から循環を作る。自分と他社の進行中を数える。
level-l4-predict = 需要は8ターンの間1ターン8%、その後は2%増え、減りません。プレイ前に20ターンの賃料を描いてみてください。
level-l4-what = どんなゲームか: 計算資源の賃貸市場です。能力が需要と等しければ賃料は通常、借り手が並べば高く、ホールが空けば低くなります。
level-l4-how = 仕組み: 賃料は需要÷能力の1.25乗です。今注文したホールは5ターン後に建ち、GPUはその後に来ます。マインドは賃料が続くと考え、望む能力との差を毎ターン4分の1ずつ埋めます。
level-l4-use = 遊び方: 1ターンに指示は2件、ホールとGPU。ホールのないGPUも、GPUのないホールも稼ぎません。賃料を見て、注文の前に全員の進行中がどれだけかを考えます。
level-l4-notice = 気づいてほしいこと: 賃料の頂点はいつで、そのとき建設中がどれだけあるか。最後に注文するのは誰か。
level-l4-try = 試してほしいこと: 今日の賃料で注文する。進行中が既存の5分の1になったら止める。他社と進行中の量を申し合わせ、破る。ホールの工期（firms.xai.build_months など）を1ターンに縮める。
level-l4-extend = 広げ方: --set で弾力性（rules.cycle.elasticity）、反応（rules.cycle.gain）、借り手の成長（tenants）を変え、ライバルに ignores_pipeline と counts_pipeline のマインドを使ってください。
level-l4-honest = 事実: ホールは遅く、GPUは早い（K40、K14）。この種の循環は船舶、紙、メモリ、光ファイバーで知られています。単純化: 同じ貸主が4社、賃料は1つ、電力はすぐ、借金も劣化もなく、借り手は契約しません。不明: 実際の貸主が進行中をどれだけ数えるか（本編では firms.coreweave.cloud.supply_line）、賃料の反応（rules.cycle.elasticity）。
level-l4-question = 需要は一度も減りませんでした。暴落を起こしたのは誰ですか? ループを描いてください。
level-l4-shows-the_bust = 賃料で注文し進行中を忘れる貸主は、賃料を通常の0.6倍未満まで落とします。
level-l4-shows-no_bust = 進行中を数える貸主は、0.85倍を超えて保ちます。
level-l4-shows-prudence_costs = 慎重さは好況時に代価を払います。進行中を数えると、賃料の頂点は少し高くなります。
level-l4-shows-lead_time_makes_the_cycle = ホールが1ターンで建つなら、誰も数えなくても暴落はありません。納期が循環を作ります。
## L2 割り当て
level-l1 = メンフィスに10万枚のGPUがあり、さらに5万枚が支払い済みで、電力は6万枚分。ホールと資金は足りています。8ターンで、電力への道は複数。それぞれに価格、時間、落とし穴があります。平均の稼働をできるだけ大きくしてください。
level-l1-objective = 時間の価値と電力の価格を比べる。最初の道が断たれるかもしれないとき、2本目の道の価値は。
level-l1-predict = タービンの電力は系統の約2倍の値段です。止まったGPUは同じ1時間でいくら稼げるでしょう? 最初に取る道を書き留めてください。
level-l1-what = どんなゲームか: メガワットを待つクラスターです。系統電力は常時か遮断可、ガスタービンは許可付きか未許可、そして接続済みの用地があります。
level-l1-how = 仕組み: 系統は余力分をすぐ出し、残りは2年以上、ピーク時の遮断を認めればもっと早く来ます。タービンは全国の在庫から1四半期で来ますが、1年以内に許可が必要です。無許可で長く動かすほど近隣は反対します。
level-l1-use = 遊び方: 1ターンに指示は3件。遅いものは早く頼み、早いものでつなぎ、系統が来たら返します。
level-l1-notice = 気づいてほしいこと: 最も安い1 kWhが、止まったGPUでどれだけ高くつくか。1本足の計画は、その足が折れるとどうなるか。
level-l1-try = 試してほしいこと: 系統だけを待つ。タービンだけで暮らす。両方を使い、系統の半分は遮断可で。電力の前にGPUを買い足す。
level-l1-extend = 広げ方: --set で在庫（rules.power.turbine_pool_kw）、燃料の価格（rules.power.turbine_fuel）、近隣（rules.power.block_hazard）、待ち行列（utilities.mlgw.queue_kw）を変え、待つのが正しくなる点を探してください。
level-l1-honest = 事実: メンフィスのGPUとメガワット（S081、S120、K46）、ガスと系統の費用と期間（K42、K43、K44）、反対する近隣（S124）。単純化: 行列にも在庫にもライバルがおらず、動くものには顧客がいて、ホールは建っています。不明: タービンが止められる確率（rules.power.block_hazard）と電力会社の準備時期（rules.power.queue_mean_months）。
level-l1-question = ここで電力に2倍払うのはなぜ合理的ですか? そうでないのはいつですか?
level-l1-shows-the_cheapest_route_loses = 最も安い電力を待つ人の稼働は、道を組み合わせる人よりずっと少なくなります。5シード中4つで、組み合わせは1.3倍動きます。
level-l1-shows-cards_first_are_stranded = GPUに先に使う人は、その4分の1以上が止まります。
level-l1-shows-one_quick_route_is_a_bet = タービンだけは、止められるか期限が切れるまでは速い道です。4シード中3つで、組み合わせは同等以上です。
level-l1-shows-a_second_route_pays = 平均すると、2本目の道はタービンだけの場合より計算を増やします。

level-l2 = 6社、1メーカー、まったく足りないGPU。4ターンは発注量に応じて配られ、その後は競売です。1枚の価値がいくらになるかは誰も知りません。
level-l2-objective = 割り当てのルールが発注を膨らませる仕組み、預託金の効き目、競売の勝者が払いすぎる理由を見る。
level-l2-predict = 6社の必要量は生産の1.5倍です。発注に1枚2,000ドルかかるなら、必要の何倍を発注するでしょう? 1万ドルなら?
level-l2-what = どんなゲームか: 品不足です。四半期に約1万枚が作られ、6社は1万5,000枚を使えます。GPUは1枚2万5,000ドルで、価値は約4万5,000ドルです。
level-l2-how = 仕組み: 1年間、メーカーは全員に発注の同じ割合を渡すので、多く発注すれば多く得られます。来なかった分は取り消せますが預託金を失います。5ターン目からは価格がなく入札だけ。作られた全部が高い順に渡り、全員がちょうど売り切れる価格を払います。入札前にGPUの価値の推定が見えますが、1万ドルずれ得て、会社ごとに違います。
level-l2-use = 遊び方: 1ターンに指示は2件。前回の残りを取り消し、改めて発注か入札をします。見積もりで預託金がわかります。GPUの最終的な価値から支払い総額を引いて採点されます。
level-l2-notice = 気づいてほしいこと: 受注残は本当の必要と比べてどれだけ長いか、その差を誰が払うか、最高入札額は結局の価値と比べてどうだったか。
level-l2-try = 試してほしいこと: 他が水増しする中で必要分だけ発注する。預託金を上げる（rules.chips.deposit）。メーカーに均等に配らせる（makers.nvidia.rule=uniform）。信じる額で入札し、次は7,000ドル低く入札する。
level-l2-extend = 広げ方: 会社の数（seats と use.firms）、GPUの価値（rules.chips.card_margin）、推定の幅（rules.chips.worth_spread）、競売の月（events.auction.month）を変えてください。ルールは turn_and_earn や first_come にもできます。
level-l2-honest = 事実: 2023年、メーカーはアクセラレータを割り当て、発注は供給を3分の1上回りました（K87）。規模比例の割り当ては必要以上の発注を招き、供給の(m/k)(N-1)/N倍まで膨らみます。N個の偏りのない推定の最大値はs(N-1)/(N+1)だけ高すぎます。単純化: 全社が同じで、預託金は全額失われ、価値は全社同じで毎四半期引き直され、GPUに電力は要りません。不明: メーカーが実際に使う預託金とルール。rules.chips.deposit と rules.chips.worth_spread を変えてください。
level-l2-question = メーカーはどのルールを公表すべきで、各社は何と言うでしょう?
level-l2-shows-cheap_orders = 発注に1枚2,000ドルかかるとき、駆け引きする会社は必要の3倍を超えて発注します。
level-l2-shows-dear_orders = 1万ドルかかるときは、2倍未満です。
level-l2-shows-truth_under_a_uniform_rule = 均等なら、必要以上の発注は預託金を失うだけです。
level-l2-shows-gaming_pays_under_a_proportional_rule = 規模比例なら、正直者の中で水増しする者がより多く稼ぎます。
level-l2-shows-winners_curse = 素朴な入札は推定が高すぎたときに勝ちます。平均で約s(N-1)/(N+1)、1枚7,000ドルです。
level-l2-shows-who_shades_is_not_cursed = ちょうどその分低い入札は、平均で言うとおりの価値があります。

## 友であり敵
level-l7 = GPUを1枚も持たないラボと、GPUを持ち、売上の5分の1を取り、ラボのモデルを同じ顧客に売る出資元。8ターンで互いを最大限に生かしてください。
level-l7-objective = 今の契約より多くの売上を手元に残す。求める前に代替案を作る。
level-l7-predict = 最初のターンに取り分の引き下げを求め、次は別の貸主2社が控える状態で求めます。2回目は何ポイント多く残るでしょう?
level-l7-what = どんなゲームか: ラボと出資元の提携です。売上の取り分、独占賃借、許諾、AGI条項、そして信頼があります。
level-l7-how = 仕組み: 双方が、提携が生むものと単独でできることを量ります。去れる者がより多く得ます。求めるたびに信頼が減り、信頼がなければ誰も署名せず、3分の1を切ると決裂し得ます。
level-l7-use = 遊び方: 見積もりで力関係を見て、それを変え（別の貸主、自社モデル、明確な条項）、それから求めます。立場を替えてもう一度遊んでください。
level-l7-notice = 気づいてほしいこと: 誰も移らなくても第2の供給元に価値があること、出資元の自社モデルが条件に与える影響、曖昧な条項が使われる日の代価。
level-l7-try = 試してほしいこと: 毎ターン求める。明確な条項だけを求め、AGIを宣言する。出資元として、求める前により良いモデルを学習する。解約を通知する。
level-l7-extend = 広げ方: --set で条項（ties.0.clause）、移転で残る事業の割合（rules.ties.move_part）、他の貸主（firms.oracle.cloud.rents_out）を変え、誰が得をするかをプレイ前に予想してください。
level-l7-honest = 事実: 売上の5分の1（K61）、計算資源のほぼすべてが1つの貸主から（S113）、競合する製品（S110）、AGIで終わる許諾（S111）、自社モデルを持つ出資元（S024）。単純化: 条件は一度に1つ、相手は力関係と信頼に従い、裁判はありません。当時の不明: AGIを誰が決めるか、許諾がいつ終わるか、別のクラウドへの移転費（ties.0.clause、ties.0.licence_ends、rules.ties.move_part）。
level-l7-question = 契約の条項を1つ変えるなら、どちらの側のために、どれを変え、何を差し出しますか?
level-l7-shows-second_supplier = 行き先になる貸主が他にあれば、ラボは何も移さずに売上を少なくとも10ポイント多く残します。
level-l7-shows-same_growth = それで大きくなるわけではありません。売上は2%以内で同じです。
level-l7-shows-unclear_clause = 曖昧な条項の下でのAGI宣言は、委員会を定めた条項よりはるかに多く提携を壊します。
level-l7-shows-own_model = 良い自社モデルを持つ出資元は、ラボに残す分を減らします。
## L6 レース
level-l6 = あらゆる点で同じ3つのラボが1つの賞金を競います。安全対策は研究の3分の1を使い、事故を遠ざけます。しなければ1.5倍速くなり、終わるまでに2つに1つが事故を起こします。
level-l6-objective = 誰もが全員に悪い方を選び得る理由、全員へのルールが害になる時、約束が守られる条件を見る。
level-l6-predict = 3者が秘密に選びます。安全対策をするのはいくつでしょう? あなたは協定に署名し、守りますか?
level-l6-what = どんなゲームか: 30か月にわたる囚人のジレンマです。賞金は最も有能なラボに渡り、レースの速さとともに増えます。事故や、協定違反の発覚で脱落します。
level-l6-how = 仕組み: 研究計算は速さか安全対策に回ります。安全対策は蓄積され、モデルがそれを超えるほど毎月の危険が増します。協定は参加者に割合を守らせ、査察官は付くことも付かないこともあります。
level-l6-use = 遊び方: 安全対策の割合を決め、育ったものを公開し、協定に入るか抜けます。自社カードの危険度と他社の評価を見てください。
level-l6-notice = 気づいてほしいこと: 1社だけが安全対策を他に任せて得るもの、全社がそうして失うもの、守られる約束はどれか。
level-l6-try = 試してほしいこと: 危険度を3分の1（rules.public.incident_hazard）にして全員に安全を義務付ける。査察付きの協定と、なしの協定。他社の評価を紙で隠す。
level-l6-extend = 広げ方: 危険度、検査（rules.safety.pact_checks）、ラボの数を変え、ジレンマがどこで始まり終わるかを検証の前に予想してください。
level-l6-honest = 事実: Armstrong、Bostrom、Shulman（2016）とHan、Pereira、Santos、Lenaerts（2020）の構造、GPUの賃料（K16）。単純化: 同じラボ3つ、賞金1つ、事故1種、計算に比例する研究（rules.research.research_exponent）。不明: 危険度そのもの（rules.public.incident_hazard）と、安全対策がこのとおり下げるか。
level-l6-question = 透明性は高いほど常に安全ですか?
level-l6-shows-temptation = 1社だけ安全対策をやめれば、五分五分で事故に遭うとしても得をします。
level-l6-shows-dilemma = 全社がやめると、全社が安全な場合より全体の取り分が減ります。
level-l6-shows-unsafe_majority = 損得を量るラボは安全対策をしません。
level-l6-shows-over_regulation = 危険が3分の1なら、全員に安全を義務付けるルールは救うより多くを失わせます。
level-l6-shows-verified_pact = 査察付きの協定は守られ、なしの協定は署名され破られます。
level-l6-shows-more_information = 危険が大きいとき、互いの評価が見えるラボは、見えないラボより事故が増えます。
level-l6-shows-risk_of_speed = 全速力では、30か月でラボの約半分が事故を起こします。

## L8 人材と順位表
level-l8 = 6つのラボが1つの公開順位表の前で学習し公開します。順位表が示すのは運の混じった測定で、非公開で多くの候補を試す者は運を選べます。利用者と報道は順位表を読み、企業はやがて見抜きます。
level-l8-objective = 指標とその対象を見分ける。選別は順位を上げてもモデルは上げず、観客はそれぞれの速さで真実を知ります。
level-l8-predict = あるラボが1つのモデルの候補を10種試し、最高評価のものを公開します。評価はどれだけ上がり、モデルはどれだけ良くなるでしょう?
level-l8-what = どんなゲームか: 順位表におけるグッドハートの法則です。評価は真の力に運を足したもので、10回引いた運の最大は平均より1.5標準偏差上です。
level-l8-how = 仕組み: 利用者、報道、転職者は順位表に従います。企業もそれで選び、2四半期後に顧客になり、更新のたびに2四半期前のモデルの実力を知ります。上振れした評価は、票が集まるにつれ真の値に戻ります。
level-l8-use = 遊び方: 学習を続け、公開し、試す候補の数を決めます。採用し、給与を払い、できるなら期日までの最強モデルを約束します。
level-l8-notice = 気づいてほしいこと: 公開の月と1年後の、評価と真の力の差。順位が上振れしたラボに来る人。中身のないモデルから企業が去る時。
level-l8-try = 試してほしいこと: 候補を30種。ラウンド前の公開だけで候補を試す。発覚の確率（rules.leaderboard.found_hazard）を有効にする。上振れした評価でしか守れない約束。
level-l8-extend = 広げ方: 別の指標を公表する。候補の幅（rules.leaderboard.variant_elo）や企業が知るまでの時間（rules.leaderboard.truth_months）を変え、何が動くかを実行前に予想してください。
level-l8-honest = 事実: 2024年9月の評価（K52）、計算と時間による伸び（K53）、社員数と離職（K72、K73）。単純化: 順位表も評価も1つ、候補の違いは運だけ。不明: 候補間の幅と、試すラボの数（rules.leaderboard.variant_elo）。当時それを示した順位表はありません。
level-l8-question = あなたならどの指標を公表しますか?
level-l8-shows-best_of_ten = 非公開テスト10回の最良は、順位表で約12点、1.5標準偏差高くなります。
level-l8-shows-no_better = モデルは良くなりません。順位に引かれて来た人がもたらす0.5点ほどを除けば。
level-l8-shows-companies_do_not_know_yet = 評価が同じで、片方は真の力が80点低い2社。5か月では企業は気づきません。
level-l8-shows-companies_find_out = 2年後には、中身のない方が評判どおりの会社に企業客を奪われています。

## サンドボックス
level-sandbox = 同じ世界の10年間を分解します。数値を変え、プレイするかマインドに任せ、同じシードの元の世界と比べてください。
level-sandbox-objective = 実験を設計する。1つの処置、1つの対照、同じシード、区間付きの効果。
level-sandbox-predict = 実行前に書き留めてください。どの数値を変え、何がどれだけ動き、何が起きたら自分の間違いですか?
level-sandbox-what = どんなゲームか: 2024年9月のレースを10年に延ばし、すべてを有効にしたもの。数値にはそれぞれパス、出典、範囲があります。
level-sandbox-how = 仕組み: 運はシード、会社、月から引かれるので、同じシードなら処置と対照で運は同じです。違うのはあなたが変えたものだけです。
level-sandbox-use = 使い方: 1ゲーム遊ぶか、マインドに数百ゲーム任せます: main.py batch sandbox --sweep rules.chips.deposit=0,0.1,0.2 --games 100 --out DIR。平均を信じる前に区間を見てください。
level-sandbox-notice = 気づいてほしいこと: 実行前に書かれた3つの実験と、多くのシードでの効果。1つは何も動かしませんが、それも発見です。
level-sandbox-try = 試してほしいこと: GPUの預託金なし。1年でつながる系統。順位をすぐ信じる市場。大胆なマインド6つ、受け身6つ、または5つの中の1つ。
level-sandbox-extend = 広げ方: base = "sandbox" と自分の数値、shows に主張を書いた10行のレベルを作り、main.py claims FILE で検証します。新しい指標は数行の関数です。
level-sandbox-honest = 事実: 開始時に知られていたことと出典。単純化: すべてが1つのモデルで、処置がまず語るのはモデルのことです。不明: 仮定と記された範囲すべて。動かして、発見が生き残るかを見てください。
level-sandbox-question = どんな証拠があればこのモデルは反証されますか?
level-sandbox-shows-shorter_queue = 2年近くではなく半年でつながる系統は、平均して4年後の稼働を増やします。
level-sandbox-shows-dearer_halls = ホールの価格が2倍なら、4年後の稼働は数%減ります。大きい支払いはGPUです。
level-sandbox-shows-luck_evens_out = 学習に運がなくても、4年後の最良モデルはほぼ同じです。運が決めるのは誰かであって、何かではありません。

## OpenAI
firm-openai-opening = 1,500億ドルの評価が卓上にあり、年50億ドルの赤字、その約半分の現金、万人の基準となるモデル、そして自前のGPUは0枚。Microsoftは貸主であり、出資元であり、ライバルです。
firm-openai-strength = 最良のモデル、100万の法人シート、そして利用者。成長が資金を呼び、資金は差し出されています。
firm-openai-weakness = 貸主は1社。借りた分は要らなくても払い、別の扉を開けるのはMicrosoftの免除だけです。
firm-openai-temptation = 何にでも署名する。成長が払ってくれる。

## xAI
firm-xai-opening = メンフィスに10万枚のH100。電力は系統50 MWとタービン35 MWで、5枚に2枚は止まっています。あなたは稼働中と言い、12月までの最強モデルを約束しました。
firm-xai-strength = 建設の速さは随一。空の建物から最大のクラスターまで4か月。
firm-xai-weakness = 売上はなく、大手テックの資金も断っています。メンフィスの費用は投資家が頼りです。
firm-xai-temptation = 今日すべてを公表する。報道が数えるまで何か月もかかる。

firm-memphis_utility-opening = 3ギガワットがあなたの送電線を求めています。半分には借り手がおらず、全員が一番を望みます。
firm-memphis_utility-strength = あなたなしでは誰もつながらず、誰が行列に残るかはあなたの条件次第です。
firm-memphis_utility-weakness = 調査のたびに技術者が要り、誰かが抜けるたびに他がやり直しになります。
firm-memphis_utility-temptation = 全員入れる。送電線の請求は誰かのところへ行く。

firm-memphis_residents-opening = あなたは隣に住んでいます。騒音はあなたのもの、料金の一部もです。
firm-memphis_residents-strength = 請願は裁判所に届き、急ぐ会社は平穏に金を払います。
firm-memphis_residents-weakness = 基金を受け取った者は、黙ると約束したことになります。
firm-memphis_residents-temptation = すべてに反対し、最後は誰にも聞かれない。

firm-memphis_council-opening = 会社は電力を、電力会社は秩序を、住民は平穏を求めます。あなたは三者すべてに責任を負います。
firm-memphis_council-strength = 許可の規則を決め、使われない送電線を誰が払うかを決めます。
firm-memphis_council-weakness = 自分では何も建てず、何もつなぎません。
firm-memphis_council-temptation = 全員に厳しくし、まだ待っているのは誰かと首をかしげる。

## Microsoft
firm-microsoft-opening = 年557億ドルの予算と、それを数える株主。OpenAIの売上の5分の1と許諾はあなたのものです。誰かが「AGI」と言う日までは。
firm-microsoft-strength = 四半期ごとに入る資金、あらゆる職場の席、首位の売上の取り分。
firm-microsoft-weakness = 自社クラウドの最良モデルは自社製ではなく、ホールには1年半かかります。
firm-microsoft-temptation = 研究はOpenAIに任せる。

## Google
firm-google-opening = 最大のGPU群、その3分の2は自社チップ、そして2番目に良いモデル。これほど持つ会社も、これほど慎重に建てる会社もありません。
firm-google-strength = 原価で使える自社アクセラレータと、最も層の厚い研究陣。
firm-google-weakness = ホールは500から650日。どのチップを置いても、1枠は1枠です。
firm-google-temptation = 待つ。初期設定が勝つ。

## Meta
firm-meta-opening = 17万枚のGPU、月4億人の利用者、そこからの売上は0ドル。株主が許す限り、フィードが払います。
firm-meta-strength = 初日からの普及力と、GPUを10万枚単位で買う親会社。
firm-meta-weakness = 示せるAIの売上がなく、人はどこよりも早く去ります。
firm-meta-temptation = 普及を買う。売上は誰かが見つける。

## Anthropic
firm-anthropic-opening = 借りた15万枚、支援しつつ競合する2つのクラウド、年換算売上8億ドル、そして0を下回る利幅。
firm-anthropic-strength = 信頼、払ってくれる企業、残る人材。
firm-anthropic-weakness = 売るトークンは入る額より高くつき、GPUは1枚も自分のものではありません。
firm-anthropic-temptation = 出資元の次の小切手。

## ライバルの流儀
style-intern = 3ターンごとに見て、レバーを1本だけ引く。社風は各社のまま。
style-analyst = 必要、価格、競合、時間をはかって選ぶ。社風は各社のまま。
style-operator = アナリストに多くの対局の判断が加わる。社風は各社のまま。
style-steady = 1年分を超える現金を保ち、GPUより先に電力を整え、事実を語る。
style-steady-name = 堅実
style-bold = 早く何度も調達し、タービンを運び、長く大きく学習し、事実より先に公表する。
style-bold-name = 大胆
style-frugal = 株をほとんど売らず、借りず、事実を語り、資金の範囲で買う。
style-frugal-name = 倹約
style-builder = 動かすものを所有する。ホールと電力は必要よりはるか先に、GPUは全力で。
style-builder-name = 建設者
style-tenant = ほぼすべてを借り、ホールと系統は貸主に任せる。
style-tenant-name = 借り手
style-scholar = 計算の大半で長く学習し、そのために採用し、ほとんど無料では出さない。
style-scholar-name = 学究
style-merchant = 市場より安く売り、誰にでも応え、残りで学習する。
style-merchant-name = 商人
