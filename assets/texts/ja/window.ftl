### ウィンドウ自身の文。どの画面でも使う。

language-name = 日本語
window-title = Compute Race
window-no-screen = 画面が見つかりません。画面なしで動かすには `run`（python main.py run LEVEL --seed 1）を使うか、DISPLAY を設定してください。
