### レベルのデータにある名前。キーは英語名を小文字にしたもの。ここにない名前は英語のまま。

## 投資家
name-venture-and-growth-funds = VC・成長ファンド
name-sovereign-funds-of-the-gulf = 湾岸ファンド
name-nvidia-s-strategic-money = Nvidiaの戦略資金
name-microsoft-s-strategic-money = Microsoftの戦略資金
name-apple-s-strategic-money = Appleの戦略資金
name-amazon-s-strategic-money = Amazonの戦略資金
name-google-s-strategic-money = Googleの戦略資金
name-syndicate-of-banks = 銀行団
name-private-credit = プライベートクレジット

## チップとメーカー
name-broadcom-with-google = Broadcom (Google向け)
name-broadcom-with-openai = Broadcom (OpenAI向け)
name-broadcom-with-meta = Broadcom (Meta向け)
name-marvell-with-microsoft = Marvell (Microsoft向け)

## 会社と役割
name-microsoft-cloud-and-core = Microsoft (クラウドと本業)
name-google-cloud-and-core = Google (クラウドと本業)
name-meta-core = Meta (本業)
name-tesla-and-x = TeslaとX
name-the-utility = 電力会社
name-the-residents = 住民
name-the-regulator = 規制当局
name-mlgw-and-tva = MLGWとTVA
name-ercot-and-oncor = ERCOTとOncor
name-start-up = 新興ラボ
name-a-lab-for-agents = エージェントのラボ
name-a-lab-for-video = 動画のラボ
name-a-lab-for-open-models = オープンモデルのラボ

## 電源
name-gas-engines = ガスエンジン
name-large-gas-turbines = 大型ガスタービン
name-nuclear-restart = 原発の再稼働
name-firm-power = 安定電源
name-wind-and-sun = 風力と太陽光
name-gas-gigawatt = ガス発電1ギガワット

## 製品、テキスト、法律
name-live-voice = リアルタイム音声
name-video-from-text = テキストから動画
name-agents = エージェント
name-forums = 掲示板
name-newspapers = 新聞
name-journals-and-books = 論文と書籍
name-code-of-companies = 企業のコード
name-film-archives = 映像アーカイブ
name-broadcasters = 放送局
name-eu-ai-act = EUのAI法
name-california-sb-1047 = カリフォルニアSB 1047

## 拠点と用地
name-rented-room = 賃借スペース
name-hall-a = ホールA
name-hall-b = ホールB
name-hall-c = ホールC
name-hall-d = ホールD
name-memphis-factory = メンフィスの工場跡
name-tennessee-smelter = テネシーの製錬所跡
name-texas-mine = テキサスの鉱山跡
name-corsicana-mine = コルシカナの鉱山跡
name-texas-foundry = テキサスの鋳造所跡
name-louisiana-plant = ルイジアナの工場跡
name-virginia-mill = バージニアの製材所跡
name-manassas-centre = マナサスセンター
name-wisconsin-mill = ウィスコンシンの製紙所跡
name-ohio-smelter = オハイオの製錬所跡
name-columbus-centre = コロンバスセンター
name-georgia-mine = ジョージアの鉱山跡
name-dalton-mills = ドルトンの紡績所跡
name-iowa-mill = アイオワの製粉所跡
name-des-moines-centre = デモインセンター

## レベル
name-first-cluster = はじめてのクラスター
name-megawatts-not-chips = チップよりメガワット
name-the-allocation = 割り当て
name-runway = ランウェイ
name-boom-and-bust = 好況と暴落
name-neighbours-and-the-grid = 近隣と系統
name-the-race = レース
name-frenemies = 友であり敵
name-people-and-scoreboards = 人材と順位表
name-sandbox = サンドボックス
name-hindcast-january-2023 = 再現、2023年1月
name-january-2023 = 2023年1月
name-compute-race-september-2024 = Compute Race、2024年9月
name-september-2024 = 2024年9月
name-compute-race-september-2024-by-half-years = Compute Race、2024年9月（半年ごと）
name-september-2024-by-half-years = 2024年9月（半年ごと）

## 授業
name-systems-thinking = システム思考
name-operations = オペレーション
name-energy-policy = エネルギー政策
name-economics = 経済学
name-ai-governance = AIガバナンス
name-computational-social-science = 計算社会科学

## 地域。町の名はそのまま
name-memphis = メンフィス
name-memphis-colossus = メンフィス (Colossus)
name-texas = テキサス
name-louisiana = ルイジアナ
name-virginia = バージニア
name-wisconsin = ウィスコンシン
name-ohio = オハイオ
name-georgia = ジョージア
name-iowa = アイオワ
name-google-south = Google南部
name-google-east = Google東部
name-azure-east = Azure東部
name-azure-south = Azure南部
name-azure-central = Azure中部
name-aws-east = AWS東部
name-aws-ohio = AWSオハイオ
name-oracle-south = Oracle南部
name-oracle-north = Oracle北部
name-coreweave-ohio = CoreWeaveオハイオ
