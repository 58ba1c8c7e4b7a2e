# 設定。ファイルの問題。

settings-broken = 設定を読めませんでした。標準の設定を使います。元のファイルは { $path } に残してあります
settings-broken-stuck = { $path } の設定を読めませんでした。標準の設定を使います。
settings-unwritable = 設定を保存できません ({ $why })。ゲームを閉じるまで有効です。
file-missing = ゲームのファイルがないか壊れています: { $file }。入れ直してください。
