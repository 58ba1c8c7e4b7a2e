# 数値のカード、事典、ヘルプ。

## カード
card-other = その他 ({ $count })
card-hint = クリックか?で開く
card-busy = 月が進んでいます。少し後でもう一度お試しください。
card-recalling = ゲームを振り返っています…
card-together = 合計
card-since = { $month }から{ $change }
card-makes = 内訳
card-changed = 変化の要因
card-back = 戻る
card-almanac = 事典
card-close = 閉じる
card-ahead-binding = このままなら{ $months }か月後: { $leg }が制約。
card-ahead-cash = 新たに注文しなければ{ $months }か月後: 使える現金{ MONEY($cash) }。
card-ahead-usable = このままなら{ $months }か月後: { CARDS($h100e) } H100e。
card-ahead-then = { " " }そのとき{ $leg }が制約です。
card-ledger = 帳簿にある額。原因と相手ごとに示します。
card-history = 元の値と、その後に各ルールが加えた分です。
card-sum = 内訳の合計です。
card-product = 最初の行に下の係数を掛けた値。各行はその行が加える分を示します。
card-least = この中の最小。印の付いたものが制約です。
card-most = この中の最大です。
card-given = それ自体で決まっています。
card-public = 公表値。内訳は他社だけが知っています。
card-estimate = 推定値。1四半期の間、同じ未知の倍率だけずれています。
