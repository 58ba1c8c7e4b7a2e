### ライバルの行動の理由。三人称で伝える。

why-line = 理由: { $reasons }
why-line-then = { $month }に決定: { $reasons }
moment-why = { $firm }の注文: { $order }。{ $why }

## 何も隠されていないときの全文。ここにないものはwhy-のまま
their-affiliate = 系列のGPUをすぐ使える
their-bargain = { $partner }なしでもやれることが増えた
their-lobby = 審査が公開を遅らせている
their-binds = 足りないのは{ $leg ->
    [cash] 現金
    [hall] 建屋
    [power] 電力
    [data] テキスト
    [demand] 需要
   *[chips] 計算資源
}
their-binds-ahead = 次に足りなくなるのは{ $leg ->
    [cash] 現金
    [hall] 建屋
    [power] 電力
    [data] テキスト
    [demand] 需要
   *[chips] 計算資源
}
their-binds-not = 足りないのは{ $leg ->
    [hall] 建屋
    [power] 電力
   *[chips] 計算資源
}ではない
their-overtaken = { $rival }は{ CARDS($h100e) } H100eを持ち、同社より多い
their-leads = 計算資源は{ $rival }より多い
their-outrated = { $rival }のモデルが同社の先を行く
their-leads-rating = 同社のモデルは{ $rival }より先を行く
their-good-name = 同社の評判によい
their-lend-less = 1時間${ $rent }なら同社のモデルに使う方がよい
their-pay = 給与は他の魅力に見合うべき
their-divert = 系列の{ CARDS($cards) }枚をここで動かせる
their-poach = { $rival }の人材の方が詳しい
their-waiver = 貸主は同社に必要な分を出せない

## 公の場での一般的な言い方。ここにない理由は明かされない
press-accept = 妥当な提示とみている
press-affiliate = 系列のGPUをすぐ使える
press-affiliate-more = 系列の株主は落ち着いている
press-anchor = 長期契約なら貸主が建てる
press-anchor-early = GPUは品薄で、前払いなら手に入る
press-bargain = { $partner }なしでもやれることが増えた
press-bid = 接続済みの用地なら待たずに済む
press-binds = 不足しているのは{ $leg ->
    [cash] 現金
    [hall] 建屋
    [power] 電力
    [data] テキスト
    [demand] 需要
   *[chips] 計算資源
}
press-binds-ahead = 次に不足するのは{ $leg ->
    [cash] 現金
    [hall] 建屋
    [power] 電力
    [data] テキスト
    [demand] 需要
   *[chips] 計算資源
}
press-borrow = 手元の現金を増やしたい
press-break = { $partner }の取り分は多すぎる
press-cards = { $site }に置き場と電力ができる
press-dark = { $site }で停止中のGPUがある
press-data = 学習用テキストが足りなくなる
press-divert = 系列のGPUをここで動かせる
press-doubt = { $rival }の発表を信じていない
press-giant = 巨大拠点なら接続待ちがない
press-giant-join = 巨大拠点の一部でも接続待ちがない
press-good-name = 評判を大切にする
press-grid = 系統の接続待ちは長い
press-grid-cut = ピーク時に遮断される電力は早く来る
press-hall = これから来るGPUに置き場が必要
press-homeless = GPUが置き場を待っている
press-lease = 今なら借りられる計算資源がある
press-lease-built = 契約すれば貸主が建てる
press-lobby = 審査が公開を遅らせている
press-outrated = { $rival }のモデルが先を行く
press-overtaken = { $rival }の方が計算資源が多い
press-own-chip = 自社チップに見合う枚数が要る
press-pact = ライバルも払うなら安全は安い
press-pause = 節約が必要
press-plant = 自前の発電所は接続待ちより早い
press-pledge = GPUの稼ぎでローンを賄える
press-poach = { $rival }の人材の方が詳しい
press-poach-poor = { $rival }の人材は話を聞く用意がある
press-port = 貸主のチップの方が安く動く
press-price-good = よい価格とみている
press-product = 空きは{ $product }に十分
press-product-back = { $product }が他の必要分を奪っている
press-product-more = { $product }をさらに出す余力がある
press-product-show = { $product }は数か月で出せる
press-promise = 次のモデルは最強のはず
press-purse-fills = 必要なときに資金が入る
press-raise = 建設のための現金がほしい
press-refresh = 事後学習でモデルがよくなった
press-release = { $model }が完成し、性能も上がった
press-request = 定期の資金は建てられるものに足りない
press-reserve = { $chip }の発注が生産を大きく上回る
press-resume = 工事の費用をまた払える
press-run = ほかに学習中のものがない
press-sell-idle = { $site }のこのGPUは動く見込みがない
press-settle = 訴訟を片付けたい
press-site = { $region }にすぐ使える電力がある
press-soon = 数か月で効く
press-step-in = 建設が遅れている
press-take-over = { $startup }から学べることが多い
press-tender = 株を売れる社員は残る
press-turbines = タービンは系統より何年も早く動く
press-used = 中古のGPUは安い
press-waiver = 貸主は必要な分を出せない

## 見る人のために: 何を秤にかけているか
mind-but = 反対理由: { $reason }
mind-taken = { $all }件中{ $taken }件を選ぶ
mind-none = このターンは何も注文しない
mind-page-figures = 数字
mind-page-mind = 思考
mind-heading = { $firm }の検討
mind-page-tip = 次のターンに向けて検討中の注文と点数、それぞれの賛成理由と反対理由
mind-page-all = 全社
mind-heading-all = 各社の検討
mind-taken-all = 検討中の{ $all }件から各社の筆頭
mind-of = { $firm }: { $order }
