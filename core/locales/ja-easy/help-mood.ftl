# Words of --help for mood and check.
value-level = おもさ
value-label = きもち
value-context = まわり
value-note = メモ
value-date = ひ
value-month = つき
value-year = ねん
value-part = もの
value-form = しつもん
value-number = ばんごう
cmd-mood = {気持|きも}ちを {書|か}く。{今日|きょう}の {分|ぶん}を {見|み}る
cmd-mood-add = {今|いま}の {気持|きも}ちを {書|か}く。{前|まえ}の ことも {書|か}けます
cmd-mood-amend = {書|か}いた ものを {書|か}き{直|なお}す
cmd-mood-erase = {書|か}いた ものを {一|ひと}つ {消|け}す
cmd-mood-list = {書|か}いた ものを {見|み}る
cmd-mood-month = 1か{月|げつ}の {記録|きろく}を {見|み}る
cmd-mood-year = 1{年|ねん}の {記録|きろく}を {見|み}る。{絵|え}にも できます
cmd-mood-export = {書|か}いた ものを ぜんぶ ファイルに {書|か}く
cmd-mood-import = ファイルから {入|い}れる
cmd-mood-page = {相談|そうだん}で {見|み}せる ページを {作|つく}る。{見|み}せる ところを {選|えら}べます
cmd-mood-words = {使|つか}える {言葉|ことば}を {見|み}る
cmd-mood-hide = {気持|きも}ちの {記録|きろく}を しまう。{消|け}しません
cmd-mood-show = しまった {記録|きろく}を {出|だ}す
cmd-check = つながりの {質問|しつもん}。{答|こた}えは だれにも {送|おく}りません。{残|のこ}したい ときだけ {残|のこ}ります
arg-level = {重|おも}さ。1から 5か、{言葉|ことば}
arg-label = {気持|きも}ちの {言葉|ことば}。{何度|なんど}も {書|か}けます
arg-context = まわりの こと。{何度|なんど}も {書|か}けます
arg-note = メモ。4000{文字|もじ}まで。「-」も {使|つか}えます
arg-at = いつの ことか。2026-11-22T03:00 のように {書|か}きます
arg-then = {書|か}いた {後|あと}に、すぐ できる {小|ちい}さい ことと {近|ちか}くの {場所|ばしょ}を {見|み}る
arg-clear = なくす もの
arg-from = {始|はじ}めの {日|ひ}
arg-to = {終|お}わりの {日|ひ}
arg-weather = {重|おも}さを {天気|てんき}の {言葉|ことば}で {出|だ}す
arg-mood-amend-id = {書|か}いた ものの ID。list で わかります
arg-mood-erase-id = {書|か}いた ものの ID。list で わかります
arg-month = {月|つき}。2026-11 のように {書|か}きます
arg-year = {年|とし}。2026 のように {書|か}きます
arg-svg = {絵|え}（SVG）を この ファイルに {書|か}く
arg-mood-year-out = {絵|え}の ページを この ファイルに {書|か}く
arg-mood-export-format = ファイルの かたち
arg-mood-export-out = {書|か}く ファイル
arg-mood-import-file = ファイル（CSV か JSON）
arg-without = {見|み}せない もの。{何度|なんど}も {書|か}けます
arg-leave_out = {見|み}せない ものの ID。{何度|なんど}も {書|か}けます
arg-large = {大|おお}きい {字|じ}に する
arg-form = どの {質問|しつもん}か。direct は {一|ひと}つです。ucla3 は みっつです
arg-answer = {答|こた}えの {番号|ばんごう}。{一|ひと}つずつ {書|か}きます
arg-survey = {国|くに}が {調|しら}べた ことも {見|み}る
arg-keep = {答|こた}えを ここに {残|のこ}す
arg-kept = {残|のこ}した {答|こた}えを {見|み}る
arg-erase_kept = {残|のこ}した {答|こた}えを {一|ひと}つ {消|け}す
note-mood = 「--note -」に すると、{書|か}いた {言葉|ことば}が ほかの ところに {残|のこ}りません
note-check = {国|くに}の {質問|しつもん}です。{病気|びょうき}を {調|しら}べる ものでは ありません
examples-mood =
    tsunagari mood
    tsunagari mood add 2 --label lonely --then
    tsunagari mood month
examples-mood-add =
    tsunagari mood add 2
    tsunagari mood add cloud --label lonely --context spoke-with-someone
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
