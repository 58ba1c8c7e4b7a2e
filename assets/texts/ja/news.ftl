### レベルのニュース。開始前に予定されていたものと、起こりうるもの。$firm は対象の会社。

## 2024年9月に予定されていたもの
event-voice-lead-leaves = { $firm }の音声モデル責任者が退社
event-round-talked-of = 8月末、{ $firm }の調達は評価額1,000億ドル超とされた。今は1,500億ドル、株式65億と融資50億、Microsoft、Apple、Nvidiaの名が挙がる
event-rivals-compute = { $firm }のトップは、xAIの計算資源が上回ることを懸念しているという
event-a16-booked = { $firm }は2年先のTSMC A16を自社チップ用に予約したという。Appleも予約済み
event-tesla-poll = Xの投票は、Teslaの50億ドルを{ $firm }に入れることに賛成。Teslaの株主は裁判へ
event-memphis-complaints = メンフィスの団体が{ $firm }のタービンに苦情。10万枚が動いているかも疑われる
event-next-generation-late = { $firm }の次世代は今夏の予想から2025年末へ。計算資源とデータが足りない
event-wisconsin-begun = { $firm }のウィスコンシン拡張が始まった。今は10億ドル、最終的に100億ドルという
event-blackwell = 設計の欠陥で遅れたNvidiaのBlackwellが量産出荷へ
event-restructuring = { $firm }の取締役会が非営利団体の支配権をめぐり議論
event-restructuring-suit = ライバルの創業者が組織変更をめぐり{ $firm }を提訴、提携先は契約相手を問う
event-restructuring-worry = { $firm }の社員が、何のために働くのかを公に問う
event-restructuring-settled = { $firm }は普通の会社になれることに。提携先は安堵
event-eu-bans = EUのAI法、最初の章が適用開始
event-eu-general = EUの汎用モデルの義務が適用開始。1e25 FLOPを超える学習は体系的リスクに
event-oracle-cluster = { $firm }向けのOracleのクラスター（過去最大級）が納期を迎える
event-gpt5-due = 以前の示唆によれば、{ $firm }の次世代はそろそろのはず
event-wafers-doubled = 計画ではTSMCのパッケージングが再び倍増した。実際の結果はメーカーが知る
event-phase-four = { $firm }のウィスコンシンの機械（5期中4期目）が納期を迎える
event-text-runs-out = 専門家が公開テキストの枯渇を予想した最初の年
event-a16 = TSMCのA16が量産へ。AppleとOpenAIは早くから予約済み
event-rubin = Nvidiaの年次計画では、Blackwellの次の世代が出る頃
event-phase-five = 2030年。かつてStargateと呼ばれたMicrosoftとOpenAIの計画の最終期が建つはずだった

## 抽選で起こるもの
event-executives-leave = { $firm }の幹部2人が同じ日に退社
event-auction = メーカーが水増し発注に見切り。今後は競売で売る
event-export-rule = 輸出規制が広がり、最速チップの海外市場が閉ざされる
event-memory-short = メモリメーカーの製造ラインに障害、HBMが数か月不足
event-design-flaw = 新アクセラレータの設計に欠陥、量産は数か月遅れ
event-earthquake = 台湾の地震で工場が停止
event-glut = 貸し出しの計算資源が過剰。賃料が下がり、GPUの値も下がる
event-chill = 収益性への疑念から調達の窓が狭まる
event-outage = { $firm }のサービスが1日停止
event-lawsuit = 出版社が、モデルの学習内容をめぐり{ $firm }を提訴
event-unsafe-images = { $firm }のモデルで作られた画像が物議
event-breakthrough = { $firm }で新しい手法が成功
