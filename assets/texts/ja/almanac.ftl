### 事典。2024年9月に知られていたこと。各項目の出典は levels/almanac.toml にある。

almanac-two_years-title = ChatGPTから2年
almanac-two_years = OpenAIは、GoogleがDeepMindで先頭を走っていた頃に創業されました。2022年11月のChatGPTが順序をひっくり返し、2023年3月にGPT-4が続きました。その後はすべてその変種です。xAIは2023年7月、トップ自身が設立を助けた会社に対抗して始まりました。

almanac-two_currencies-title = 計算資源とエネルギー
almanac-two_currencies = OpenAIのトップは、この2つを未来の通貨と呼びます。2023年5月には上院で、2024年3月には公の場で、GPU不足を訴えました。GPUの壁は数十億から数百億ドルし、最初に持った者に最大の価値をもたらします。

almanac-curse_of_advantages-title = 利点には必ず代価がある
almanac-curse_of_advantages = 大手テックの小切手を受け取れば、GPUと、競合でもある貸主が付いてきます。受け取らなければ自由ですが、資金は他で見つけるしかありません。OpenAIはMicrosoftとの結び付きを強めるか、独自の道かを選ばなければなりません。xAIは大手テック企業の戦略資金を受け取りません。

almanac-cheques-title = 小切手
almanac-cheques = 2023年1月にOpenAIへ100億ドル。6月にInflectionへ13億ドルですが、救えませんでした。Anthropicへ40億ドル、次いで20億ドル。2024年5月にxAIへ60億ドル。2024年にはベンチャー資金の半分、年1,000億から1,300億ドルがAIに向かいますが、四半期の窓は数件のラウンドで埋まります。

almanac-margins-title = 顧客が残すもの
almanac-margins = 2024年1月、有料客の1ドルのうち計算費を引いてOpenAIに残ったのは35セントでした。Anthropicの利幅は0を下回っていました。年換算売上40億ドル近くと約50億ドルの赤字が、同じ会社の同じ年に並びます。

almanac-shovels-title = つるはしを売る者
almanac-shovels = Nvidiaのデータセンター売上は、2023年春の四半期43億ドルから2024年7月までに263億ドルへ増え、その4分の3が粗利でした。GPUの出荷数では、2024年第3四半期は2023年初めの9倍です。

almanac-shortage-title = 不足とその終わり
almanac-shortage = 2023年には、求められたGPUの3分の1が手に入りませんでした。1枚に1年近く待ち、3万から4万ドルしました。MetaとMicrosoftが各15万枚、Google、Amazon、Oracleが5万枚、CoreWeaveが4万枚、Teslaが1万5,000枚を持っていました。2024年春には待ちが8から12週になり、1時間の賃料はほぼ半分になりました。

almanac-wafers-title = GPUのもと
almanac-wafers = GPUの数を決めるのはパッケージング（CoWoS）とメモリです。TSMCの能力は2023年半ばに月8,000枚で、2024年末に3万5,000から4万枚を計画しています。1枚のウェハーからH100なら約29個、B200なら16個が取れます。SK Hynixは2025年のほぼ全期が売り切れで、ウェハーから積層までは2四半期を超えます。

almanac-own_chips-title = 自社チップ
almanac-own_chips = Nvidiaの製品は高く希少なため、OpenAIは自社チップを望んでいます。GoogleのTPUの技術者を雇ってチームを任せ、設計をBroadcomやその競合と、能力をTSMCやメモリメーカーと話し合い、2026年末のA16プロセスを予約しました。それまでは何も計算しません。

almanac-largest_clusters-title = 最大のクラスター
almanac-largest_clusters = 2023年6月、Inflectionは2万2,000枚のH100で最大のクラスターを主張しました。11月の順位表ではMicrosoftのEagleが1万4,400枚、2024年3月にはMetaが2万4,576枚を2つ、9月にはxAIが10万枚と言います。それ以上を計画する会社もあります。最大のクラスターと最大の保有数は別物です。OpenAIは2023年末に、多くの場所で10万3,000 H100eを使っていました。

almanac-build_times-title = 122日
almanac-build_times = メンフィスは既存の建物とトラックに載せたタービンで、122日で建ちました。こうしたクラスターは普通1年かかります。ハイパースケーラーの新築は500から650日、最初の1ギガワットは2から3年です。冷却と損失は、最良のホールでGPUの電力に10から20%を、他では半分以上を上乗せします。

almanac-memphis-title = メンフィスの電力
almanac-memphis = 電力会社が拠点に出せるのは50 MWです。さらに150 MWが申請されていますが、2025年より前には来ません。GPUだけで140 MWが必要です。7月には14基のタービンがあり、その後も増え、地元の団体が苦情を言っています。何が公表されようと、5枚に2枚は止まっています。

almanac-grid-title = 系統
almanac-grid = 7つの州で17の超大型計算センターが稼働または建設中で、当局は電力不足を警告しています。100 MWのセンター1つで7万から10万世帯分を使います。接続には1年から7年、普通は2年かかります。Dominionは21 GWの契約を抱え、年に約1 GWを接続しています。

almanac-five_phases-title = 5つの期
almanac-five_phases = MicrosoftとOpenAIは5期で計画しています。第1期は2020年の1万枚の機械、その後は数万枚のA100で、今は第3期です。ウィスコンシンの第4期は2026年頃の予定です。第5期は数百万個のチップに1,000億ドル。Microsoftの年間支出の2倍で、社内でも疑われています。

almanac-training_sizes-title = 毎回5倍
almanac-training_sizes = Grok 2は2万枚のH100で学習され、Grok 3には10万枚が充てられます。最前線の学習計算は年に4から5倍に増え、手法の改善により同じモデルは毎年3分の1の費用になります。最終的な学習が使うのは、ラボの研究計算の1割ほどです。

almanac-ladder-title = 誰もが読む順位表
almanac-ladder = Arenaは2つの回答のどちらが良いかを人に尋ね、評価を公表します。2024年9月4日は、OpenAI 1316、Google 1300、xAI 1294、Anthropic 1270、Meta 1266。6月の首位は1287で、OpenAIの5月版は今では5位です。モデルは数か月で古くなります。

almanac-film-title = GPUを待つ製品
almanac-film = Soraは2024年初めに披露され、まだ発売されていません。3月の報告は、ピーク時の提供に72万枚のH100が要ると見積もりました。当時、1つの製品にそれだけ持つ会社はありません。実演に要るのはクラスター、市場に要るのは大群です。

almanac-next_generation-title = 次が遅れる理由
almanac-next_generation = GPT-4の次の世代は2023年末から期待されていましたが、今の示唆は2025年末です。理由に挙がるのは計算資源とデータの2つの不足です。公開テキストの総量は約300兆トークンで、2026年から2032年の間に使い尽くされるかもしれません。

almanac-users-title = 利用者
almanac-users = ChatGPTの週間利用者は2023年3月の5,000万から、2024年9月には2億から2億4,000万になり、うち1,000万が有料です。法人シートは提供開始から1年で100万です。Metaは月4億と数えます。多くの企業は3系列以上のモデルを使い、忠誠心は薄いものです。

almanac-people-title = 人材
almanac-people = 1年半でOpenAIは375人から1,500人超、Anthropicは85人から500人超、xAIは12人から100人になりました。OpenAIの創業者11人のうち、今も働くのは2人で、名の知れた人が毎月去っています。人材は人材と注目に引かれ、xAIが両方を集めることはライバルも認めています。

almanac-take_overs-title = 人のいない会社
almanac-take_overs = Inflectionの社員はMicrosoftへ、AdeptはAmazonへ、Character.AIの創業者はGoogleへ、それぞれ4億から27億ドルの許諾料で移りました。会社は買われていないので、合併の審査もありません。残ったのは殻で、当局も目を向け始めています。

almanac-fog-title = 誰にも数えられないもの
almanac-fog = 巨大企業は稼働枚数を言いません。公表は電力と照らし合わせられます。50 MWで10万枚は動きません。2023年と2024年に公表されて実現しなかったものが、報道を疑い深くしました。

almanac-law-title = 法律と条項
almanac-law = EUのAI法は2024年8月に施行され、1e25 FLOPを超えるモデルに目を向けます。カリフォルニアの法案SB 1047は知事の机の上です。輸出規制は最速のチップを一部の市場から締め出します。MicrosoftのOpenAIモデルの許諾はAGIで終わりますが、それを誰が決めるかは争われています。
