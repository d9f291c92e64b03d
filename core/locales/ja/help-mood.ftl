# Words of --help for mood and check.
value-level = 重さ
value-label = 気もち
value-context = まわりのこと
value-note = メモ
value-date = 日付
value-month = 月
value-year = 年
value-part = もの
value-form = 質問
value-number = 番号
cmd-mood = 気もちを書きとめる。何も足さないと、きょうの分が見られます
cmd-mood-add = いまの気もちを書きとめる。前のことも書けます
cmd-mood-amend = 記録を書きなおす
cmd-mood-erase = 記録をひとつ消す
cmd-mood-list = 記録を日ごとに見る
cmd-mood-month = ひと月を見る
cmd-mood-year = 一年を見る。絵にもできます
cmd-mood-export = 記録をぜんぶファイルに書き出す
cmd-mood-import = 書き出したファイルを取り込む
cmd-mood-page = 相談するときに見せるページを作る。見せたいところだけ選べます
cmd-mood-words = 使えることばの一覧
cmd-mood-hide = 気もちの記録をしまう。書いたものはそのままです
cmd-mood-show = しまった気もちの記録をまた出す
cmd-check = つながりの質問。答えはどこにも送られず、残したいときだけ残ります
arg-level = 重さ。1（とても重い）から 5（軽い）、またはことば
arg-label = 気もちのことば。何度でも書けます
arg-context = まわりのこと。何度でも書けます
arg-note = メモ、4000文字まで。「-」なら打ち込んだものを読みます
arg-at = いつのことか。2026-11-22T03:00 や 2026-11-22T03:00+01:00 のように
arg-then = 書いたあとに、小さな一歩と近くの行けるところを見る
arg-clear = 空にするもの
arg-from = はじめの日
arg-to = おわりの日
arg-weather = 重さを天気のことばで出す
arg-mood-amend-id = 記録のID。list でわかります
arg-mood-erase-id = 記録のID。list でわかります
arg-month = 月。2026-11 のように
arg-year = 年。2026 のように
arg-svg = 絵（SVG）をこのファイルに書く
arg-mood-year-out = 絵のページ（HTML）をこのファイルに書く
arg-mood-export-format = ファイルの形。csv は表計算に、json はほかのプログラムに
arg-mood-export-out = 書き出すファイル。書かないと、ここに出します
arg-mood-import-file = 書き出したファイル（CSV か JSON）
arg-without = のせないもの。何度でも書けます
arg-leave_out = のせない記録のID。何度でも書けます
arg-large = 大きな字にする
arg-form = どの質問か。direct はひとつ、ucla3 は三つです
arg-answer = 答えの番号。質問の順に、ひとつずつ書きます
arg-survey = 国の調査の数字も見る
arg-keep = この答えをこのスマホやパソコンに残す
arg-kept = 残しておいた答えを見る
arg-erase_kept = 残しておいた答えをひとつ消す
note-mood = 「--note」に書いたことばは、シェルの記録に残ることがあります。「--note -」なら残りません
note-check = 質問は国の調査のものです。これは診断ではありません
examples-mood =
    tsunagari mood
    tsunagari mood add 2 --label さみしい --then
    tsunagari mood month
examples-mood-add =
    tsunagari mood add 2
    tsunagari mood add くもり --label さみしい --context だれかと話した
    tsunagari mood add 3 --at 2026-11-22T03:00 --note -
examples-mood-amend =
    tsunagari mood amend ID --level 3
    tsunagari mood amend ID --clear note
examples-mood-erase =
    tsunagari mood erase ID
examples-mood-list =
    tsunagari mood list
    tsunagari mood list --from 2026-11-01 --to 2026-11-30
examples-mood-month =
    tsunagari mood month
    tsunagari mood month 2026-10 --weather
examples-mood-year =
    tsunagari mood year
    tsunagari mood year 2026 --out year.html
examples-mood-export =
    tsunagari mood export --format csv --out mood.csv
    tsunagari mood export --format json
examples-mood-import =
    tsunagari mood import mood.csv
examples-mood-page =
    tsunagari mood page --from 2026-11-01 --out page.html
    tsunagari mood page --without notes --large --out page.html
examples-mood-words =
    tsunagari mood words
examples-mood-hide =
    tsunagari mood hide
examples-mood-show =
    tsunagari mood show
examples-check =
    tsunagari check
    tsunagari check --form direct --answer 3
    tsunagari check --form ucla3 --answer 2 --answer 3 --answer 2 --keep
