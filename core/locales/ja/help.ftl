# Words of --help, the manual pages and completions. cmd-COMMAND, arg-ARGUMENT or arg-COMMAND-ARGUMENT, value-NAME.
help-usage = 使い方：
help-commands = コマンド
help-arguments = 書くもの
help-options = えらべるもの
help-global = どのコマンドでも使えるもの
help-any = [オプション]
help-command = コマンド
help-default = （書かないとき：{ $value }）
help-values = （{ $values }）
help-examples = 例：
man-name = 名前
man-synopsis = 書式
man-description = 説明
man-extra = 例
man-version = 版
value-words = ことば
value-n = 数
value-area = 地域
value-kind = 種類
value-lang = 言語
value-years = 歳
value-km = 距離
value-id = ID
value-text = 地名
value-answer = 質問=答え
value-path = ファイル
value-dir = フォルダ
value-format = 形式
value-file = ファイル
value-what = 何
value-days = 曜日
value-hours = 時間
value-zone = 時間帯
value-switch = on/off
value-event = こと
value-shell = シェル
value-time = 時刻
value-when = いつ
value-step = 番号
value-field = 項目
cmd-root = いま話せる人と、行けるところをさがします。通信なしで、ふつうのことばで
cmd-root-more = 何も送らず、さがしたことばも残しません。ネットにつながらなくても、持っている名簿から答えます。
cmd-find = 思ったとおりのことばで、助けになるところをさがす（理由、お金、いま開いているかも）
cmd-ask = いくつかの質問から、少しだけ選ぶ。どの質問もとばせます
cmd-show = 一つの窓口について、わかっていることをぜんぶ見る
cmd-busy = つながらないとき、ほかにできることと、つぎに開くところを見る
cmd-lines = いまいるところから使える窓口を、開いている順に見る
cmd-places = 近くの行けるところを、つぎに開く日といっしょに見る
cmd-areas = 地域の番号を調べる。同じ名前がいくつかあれば、ぜんぶ出します
cmd-import = 市や町の公開データを、この名簿に取り込む
cmd-export = 取り込んだものや名簿を、ほかの形で書き出す
cmd-pack-build = pack.toml のあるフォルダを、きまりを確かめて一つのファイルにする
cmd-pack-inspect = パックをぜんぶ確かめてから、中に何があるかを見る
cmd-sheet = 窓口の一覧を A4 一枚に印刷する（HTML か PDF）
cmd-card = 小さなカードを八枚印刷する。書き写し用の大きな字も
cmd-plan = つらいときのメモを開く。話せる窓口と、いそぐときの番号もいっしょに出ます
cmd-plan-show = メモを見る
cmd-plan-add = 一行足す
cmd-plan-change = 一行を書きかえる
cmd-plan-move = 一行を、同じ番号の中で動かす
cmd-plan-remove = 一行を消す
cmd-plan-print = 印刷する（HTML か PDF）
cmd-memo = 相談メモ。同じことを何度も言わずにすむように、読む、見せる、印刷する、QRコードにする
cmd-memo-show = ぜんぶ見る（あなただけの画面）
cmd-memo-set = 項目を書く
cmd-memo-share = 見せてよい項目を決める
cmd-memo-clear = 項目を消す
cmd-memo-card = 見せてよいところを、声に出して読める文にする
cmd-memo-print = 見せてよいところを印刷する（HTML か PDF）
cmd-memo-qr = 見せてよいところを QRコードにする
cmd-favourite = また見たい窓口や場所を、とっておく
cmd-favourite-add = とっておく
cmd-favourite-remove = はずす
cmd-favourite-list = とっておいたものを見る
cmd-own = 自分だけの書きこみ（友だちの店、話を聞いてくれる人など）
cmd-own-add = 書く
cmd-own-change = 書きかえる。書かなかったところは、そのままです
cmd-own-remove = 消す
cmd-own-list = ぜんぶ見る
cmd-own-find = 自分で書いたものの中からさがす
cmd-remind = 頼まれたときだけの、しずかな声かけ
cmd-remind-add = 声かけをつくる
cmd-remind-list = 声かけの一覧と、しずかな時間
cmd-remind-remove = 声かけをやめる
cmd-remind-next = つぎに知らせる予定を見る
cmd-remind-why = どうしてその時に来るのか
cmd-remind-rest = ぜんぶ休む
cmd-remind-enough = きょうはもういい
cmd-remind-less = もっと少なく
cmd-remind-later = あとで、もう一度
cmd-remind-quiet = しずかな時間を決める
cmd-remind-alone = 一人でいたい：人のことを聞かない
cmd-remind-self-test = 知らせがこのスマホやパソコンにとどくか、ためす
cmd-remind-told = スマホやパソコンからの知らせを伝える（ほかのプログラム用）
cmd-backup = 残したものの控え（バックアップ）を、合い言葉つきの一つのファイルにする
cmd-backup-make = 控えを一つつくる
cmd-backup-check = 控えが開けるか、いつのものかを見る
cmd-backup-schedule = 決まった日ごとに控えを置くフォルダを選ぶ
cmd-backup-run = 日が来ていれば、自動の控えをつくる
cmd-backup-status = 自動の控えのようすを見る
cmd-backup-off = 自動の控えをやめる
cmd-restore = 控えからもどす
cmd-lock = 残したものに、暗証番号か合い言葉で鍵をかける
cmd-lock-set = 暗証番号か合い言葉を決める、変える
cmd-lock-off = 鍵をはずす
cmd-lock-status = 鍵がかかっているかを見る
cmd-forget = 残したものを、ぜんぶ消す（鍵を先に、つぎにファイル）
cmd-doctor = ここに何があるか、古くないか、こわれていないかを見る
cmd-completions = シェルの補完をつくる
cmd-man = マニュアルのページをつくる
arg-lang = 答えの言語。ja、ja-easy（やさしい日本語）、en
arg-json = ほかのプログラムのために、JSON で答える
arg-data = データのフォルダ（ふだんの場所のかわりに）
arg-now = この時刻に答える。日本の時刻で 2027-01-01T03:00 のように
arg-color = 色。auto は画面と NO_COLOR にしたがい、always はいつも、never は使わない
arg-help = この説明を出す
arg-version = 版を出す
arg-words = 思ったとおりのことば。どんなことばでもかまいません。「-」なら標準入力から読みます
arg-limit = いくつまで出すか
arg-area = いまいるところ。高松市、takamatsu、372013、香川県のように
arg-open_now = いま開いているとわかっているものだけ
arg-free = 電話にお金がかからないものだけ
arg-no_voice = 声を出さずに使えるものだけ
arg-channel = このつながりかたがあるものだけ。何度も書けます
arg-spoken = このことばで話せるところだけ。en、vi、zh など
arg-age = この歳の人が使えるものだけ
arg-within = 地域の中心から何キロまでか
arg-role = 役割がある場所だけ
arg-kind = この種類だけ。何度も書けます
arg-id = 窓口の ID。find や lines の答えにあります
arg-ids = 窓口の ID。書かなければ、だれでもはじめに使える窓口
arg-busy-ids = つながらなかった窓口の ID。いちばん新しいものを最後に。書かなくてもかまいません
arg-busy-channel = ためしたつながりかた
arg-busy-spoken = 話したいことば。en、vi、zh など
arg-busy-age = あなたの歳
arg-answers = 答えを先に渡す。何度も書けます。「質問=」だけなら、とばします
arg-text = 都道府県、市、区、町、村の名前か番号
arg-paths = ファイルかフォルダ（CSV、XLSX、JSON Lines、HSDS）
arg-all_kinds = 相談や行き先ではないファイルも読む
arg-dry_run = 読んで報告するだけで、何も保存しない
arg-export-dir = 書き出すフォルダ。なければつくります
arg-format = hsds-json と hsds-csv は Open Referral HSDS 3.0 で全部。source は取り込んだ表をもとのまま
arg-pack-build-dir = pack.toml のあるフォルダ
arg-pack-build-out = つくるファイル
arg-pack-inspect-file = パックのファイル
arg-out = この HTML ファイルに書く
arg-pdf = この PDF ファイルに書く。入っている日本語の字を使います
arg-copy = 書き写し用。一ページに一つの番号を、とても大きく
arg-i_know = あとで見られるおそれがあっても、印刷する
arg-zone = いまいるところの時間帯（IANA の名前）
arg-remind-add-about = 何について聞くか。feeling は気もち、people は人のこと
arg-remind-add-text = 自分のことばで聞く
arg-remind-add-days = 曜日。月水 や mon,wed のように。書かなければ毎日
arg-remind-add-from = いちばん早い時刻
arg-remind-add-to = いちばん遅い時刻
arg-remind-add-unless_logged = この時間のうちに何か書いていれば、声をかけない
arg-rule = 声かけの番号、またはそのはじめの数文字
arg-remind-next-done = このとおりに頼んだことを残す
arg-remind-rest-days = 何日休むか。書かなければ、もどすと言うまで
arg-remind-rest-off = 休みを終える
arg-remind-later-minutes = 何分あとか
arg-remind-quiet-hours = 21:00-09:00 のように
arg-remind-alone-switch = on か off
arg-remind-self-test-begin = 新しくためす
arg-remind-told-event = 起きたこと
arg-remind-told-id = 知らせや声かけの番号
arg-step = 何番のところか（1から7）
arg-place = 何行目か
arg-plan-move-to = 何行目へ
arg-plan-add-words = 書くことば。200文字まで、一つの番号に20行まで。「-」なら標準入力から読みます
arg-plan-change-words = 書くことば。200文字まで、一つの番号に20行まで。「-」なら標準入力から読みます
arg-record = ことばのかわりに、一覧の窓口
arg-plan-print-large = とても大きな字で
arg-memo-print-large = とても大きな字で
arg-field = 項目
arg-fields = 項目。いくつでも
arg-memo-set-words = 書くことば。1000文字まで。「-」なら標準入力から読みます
arg-no = 自分だけにもどす
arg-all = すべての項目
arg-memo-qr-out = このファイルに書く（SVG）
arg-own-add-words = 名前。100文字まで。「-」なら標準入力から読みます
arg-name = 名前
arg-kana = よみ
arg-tel = 電話番号
arg-address = ところ
arg-hours = 開いている時間。ことばのままで
arg-own-add-note = 覚え書き。2000文字まで
arg-own-change-note = 覚え書き。2000文字まで
arg-own = 自分で書いたものの中も、いっしょにさがす
arg-tried = ためしたところを一日だけおぼえておく（24時間で消えます）
arg-backup_passphrase_file = 控えの合い言葉を聞かずに、このファイルの一行目から読む
arg-backup-make-file = 控えのファイル
arg-backup-check-file = 控えのファイル
arg-backup-schedule-dir = 控えを置くフォルダ
arg-every = 何日ごとか
arg-restore-file = 控えのファイル
arg-replace = ここに残してあるものを入れかえる
arg-passphrase_file = このスマホやパソコンの合い言葉を聞かずに、このファイルの一行目から読む
arg-pin_file = 鍵の暗証番号を聞かずに、このファイルの一行目から読む
arg-new_pin_file = 新しい暗証番号を聞かずに、このファイルの一行目から読む
arg-yes = もう一度聞かずに行う
arg-shell = シェルの名前
arg-man-dir = ページを書くフォルダ。なければつくります
examples-root =
    tsunagari find 話し相手がほしい
    tsunagari find 子ども 相談 --area 高松市
    tsunagari lines --open-now
    tsunagari show jp.yorisoi
    tsunagari busy jp.yorisoi
examples-find =
    tsunagari find 話し相手がほしい
    tsunagari find 夜 眠れない --open-now --free
    tsunagari find 子ども 相談 --area 高松市 --within 5
    tsunagari find 家にいたくない --no-voice --json
    tsunagari find -      （ことばを書いて Ctrl-D。シェルの履歴に残りません）
examples-ask =
    tsunagari ask
    tsunagari ask --answers concern=food,bed --area 高松市
    tsunagari ask --json                  （はじめの質問を、ほかのプログラムへ）
examples-show =
    tsunagari show jp.yorisoi
    tsunagari show jp.yorisoi --area 盛岡市
    tsunagari show jp.scheme.seikatsuhogo --lang ja-easy
examples-busy =
    tsunagari busy jp.yorisoi
    tsunagari busy jp.yorisoi jp.ibasho-chat --channel chat
    tsunagari busy                        （名簿にない窓口につながらないとき）
examples-lines =
    tsunagari lines
    tsunagari lines --open-now --free
    tsunagari lines --channel chat
    tsunagari lines --spoken vi
examples-places =
    tsunagari places --area 高松市
    tsunagari places --area 高松市 --within 3 --role
examples-areas =
    tsunagari areas 高松
    tsunagari areas ふちゅう
    tsunagari areas 372013
examples-import =
    tsunagari import takamatsu/
    tsunagari import kouminkan.csv --dry-run
    tsunagari import data/jp --all-kinds --json > report.json
examples-export =
    tsunagari export --format hsds-json out/
    tsunagari export --format source out/
examples-pack-build =
    tsunagari pack build core/national --out core/national.pack
examples-pack-inspect =
    tsunagari pack inspect core/national.pack
examples-sheet =
    tsunagari sheet --out sheet.html
    tsunagari sheet jp.yorisoi jp.childline --pdf sheet.pdf
    tsunagari sheet --area 高松市 --pdf sheet.pdf
examples-card =
    tsunagari card jp.yorisoi --out cards.html
    tsunagari card jp.yorisoi --copy --out copy.html
examples-plan =
    tsunagari plan
    tsunagari plan add 2 お茶をいれる
    tsunagari plan print --out plan.html
examples-plan-show =
    tsunagari plan show
examples-plan-add =
    tsunagari plan add 2 お茶をいれる
    tsunagari plan add 2 -                （ことばを書いて Ctrl-D。シェルの履歴に残りません）
    tsunagari plan add 5 --record jp.yorisoi
examples-plan-change =
    tsunagari plan change 2 1 お茶をいれる
examples-plan-move =
    tsunagari plan move 2 3 1
examples-plan-remove =
    tsunagari plan remove 2 1
examples-plan-print =
    tsunagari plan print --out plan.html
    tsunagari plan print --large --pdf plan.pdf
examples-memo =
    tsunagari memo set name はな
    tsunagari memo share name wish
    tsunagari memo card
examples-memo-show =
    tsunagari memo show
examples-memo-set =
    tsunagari memo set name はな
    tsunagari memo set trouble -          （ことばを書いて Ctrl-D。シェルの履歴に残りません）
examples-memo-share =
    tsunagari memo share name wish
    tsunagari memo share health --no
examples-memo-clear =
    tsunagari memo clear health
    tsunagari memo clear --all
examples-memo-card =
    tsunagari memo card
examples-memo-print =
    tsunagari memo print --out memo.html
    tsunagari memo print --large --pdf memo.pdf
examples-memo-qr =
    tsunagari memo qr
    tsunagari memo qr --out memo.svg
examples-favourite =
    tsunagari favourite add jp.yorisoi
    tsunagari favourite list
examples-favourite-add =
    tsunagari favourite add jp.yorisoi
examples-favourite-remove =
    tsunagari favourite remove jp.yorisoi
examples-favourite-list =
    tsunagari favourite list
examples-own =
    tsunagari own add 図書館の田中さん --note "話を聞いてくれる"
    tsunagari own find としょかん
examples-own-add =
    tsunagari own add 図書館の田中さん --hours "平日 9時から17時" --note "話を聞いてくれる"
    tsunagari own add -                   （ことばを書いて Ctrl-D。シェルの履歴に残りません）
examples-own-change =
    tsunagari own change 0123456789abcdef0123456789abcdef --note "話を聞いてくれる"
examples-own-remove =
    tsunagari own remove 0123456789abcdef0123456789abcdef
examples-own-list =
    tsunagari own list
examples-own-find =
    tsunagari own find としょかん
examples-remind =
    tsunagari remind
    tsunagari remind add --from 10:00 --to 18:00
    tsunagari remind rest --days 7
examples-remind-add =
    tsunagari remind add
    tsunagari remind add --about people --days 土日
    tsunagari remind add --text 水をひとくち --days mon,wed
examples-remind-list =
    tsunagari remind list
examples-remind-remove =
    tsunagari remind remove 3f2a
examples-remind-next =
    tsunagari remind next
    tsunagari remind next --json
examples-remind-why =
    tsunagari remind why
examples-remind-rest =
    tsunagari remind rest
    tsunagari remind rest --days 3
    tsunagari remind rest --off
examples-remind-enough =
    tsunagari remind enough
examples-remind-less =
    tsunagari remind less 3f2a
examples-remind-later =
    tsunagari remind later 3f2a --minutes 90
examples-remind-quiet =
    tsunagari remind quiet 21:00-09:00
examples-remind-alone =
    tsunagari remind alone on
examples-remind-self-test =
    tsunagari remind self-test --begin
    tsunagari remind self-test
examples-remind-told =
    tsunagari remind told boot
    tsunagari remind told answered 3f2a
examples-backup =
    tsunagari backup make ~/tsunagari.age
    tsunagari backup schedule ~/backup
examples-backup-make =
    tsunagari backup make ~/tsunagari.age
examples-backup-check =
    tsunagari backup check ~/tsunagari.age
examples-backup-schedule =
    tsunagari backup schedule ~/backup --every 7
examples-backup-run =
    tsunagari backup run
examples-backup-status =
    tsunagari backup status
examples-backup-off =
    tsunagari backup off
examples-restore =
    tsunagari restore ~/tsunagari.age
examples-lock =
    tsunagari lock set
    tsunagari lock status
examples-lock-set =
    tsunagari lock set
examples-lock-off =
    tsunagari lock off
examples-lock-status =
    tsunagari lock status --json
examples-forget =
    tsunagari forget
examples-doctor =
    tsunagari doctor
    tsunagari doctor --json
examples-completions =
    tsunagari completions bash > ~/.local/share/bash-completion/completions/tsunagari
    tsunagari completions fish > ~/.config/fish/completions/tsunagari.fish
examples-man =
    tsunagari man ~/.local/share/man/ja/man1
note-root = 終わりの番号：0 答えがある、1 見つからない、2 書き方がわからない、3 ファイルが使えない、4 データのフォルダが使えない、5 鍵がかかっている、130 止めた。
note-import = 一つのファイルやフォルダが一つのまとまりになり、前に同じところから取り込んだものと入れかわります。Ctrl-C で止めると、読んでいるとちゅうのものは何も保存しません（終わりの番号 130）。
note-sheet = --out も --pdf もなければ、ページをそのまま出します。紙を見られるとあぶない窓口は、--i-know をつけたときだけ印刷します。
note-card = --out も --pdf もなければ、ページをそのまま出します。紙を見られるとあぶない窓口は、--i-know をつけたときだけ印刷します。
cmd-pack = パックをつくる、署名する、公開する、中を見る
cmd-pack-keys = 鍵をつくる、またはここにある鍵を並べる
cmd-pack-init = パックをつくる机（フォルダ）を用意する
cmd-pack-import = 市が公開している表を取り入れる。手で直したところは残す
cmd-pack-edit = 記録を一つ、手で直す、加える、なくす
cmd-pack-diff = 公開したら変わるところを見る
cmd-pack-review = 待っているものを見る：しるし、同意、二人が同時に書いたところ
cmd-pack-endorse = 相談電話などの変更に、二人目として同意する
cmd-pack-sign = しるしを待っているものに署名する
cmd-pack-rotate = 鍵の役割を変える：なくした、ぬすまれた、人が替わった
cmd-pack-redact = 載せてはいけなかったものを、これからの公開から消す
cmd-pack-publish = 次の号をつくり、どこにでも置けるファイルに書く
cmd-pack-history = これまでの号と、変わったところを見る
cmd-pack-join = 同僚の写しにあるものを取り入れる
cmd-bundle = 署名された窓口の情報を、ファイルで受けとる、渡す
cmd-bundle-read = 発行者が署名したファイルを取り入れる
cmd-bundle-make = ここにあるものを一つのファイルに書いて、ほかの人に渡す
cmd-bundle-list = ここにあるもの：どこから、どのくらい古いか
arg-desk = パックをつくる机のフォルダ
arg-new = つくる鍵の名前
arg-key = 使う鍵の名前。何度も書けます
arg-key_passphrase_file = 鍵の合いことばが一行目にあるファイル。なければ聞きます
arg-pack = パックの ID
arg-prefix = 記録の ID のはじめ。国の名簿にない発行者は x. で始めます
arg-title = パックの名前
arg-publisher = 発行者の名前
arg-root = 役割を決める鍵。何度も書けます
arg-threshold = 役割を決めるのに要る鍵の数
arg-head = 公開してよい鍵。何度も書けます
arg-list = 一覧を書く鍵。hana=市役所 のように所属をつけて
arg-lines = 相談電話などを書く鍵。変えるには二つ要ります
arg-walkers = 現場を歩く人の鍵
arg-prefecture = 都道府県の番号
arg-ends = 期間のあるとき、なくなる日
arg-pack-import-file = 取り入れる表やフォルダ
arg-pack-import-name = この表を覚えておく名前
arg-pack-import-to = 新しい記録を入れるところ
arg-pack-import-yes = このとおりにする。なければ、変わるところを見るだけ
arg-pack-edit-fields = 項目=値。値がなければ、その項目をなくします
arg-pack-edit-add = 新しい記録として、ここに加える
arg-pack-edit-remove = この記録をなくす
arg-pack-edit-id = 記録の ID
arg-pack-redact-id = 記録の ID
arg-pack-redact-field = この項目だけ
arg-pack-publish-out = ファイルを書くフォルダ
arg-pack-join-copy = 同僚の写し
arg-pack-rotate-without = もう役割のない鍵
arg-bundle-read-file = 受けとったファイル
arg-trust = この発行者のしるしを確かめたので、加える
arg-packs = 渡すパック。書かなければ、このアプリの名簿のほか全部
arg-bundle-make-out = 書くファイル
value-name = 名前
examples-pack =
    tsunagari pack keys takamatsu --new hana
    tsunagari pack diff takamatsu
    tsunagari pack publish takamatsu --out public --key hana
examples-pack-keys =
    tsunagari pack keys takamatsu --new hana
examples-pack-init =
    tsunagari pack init takamatsu --pack takamatsu --prefix x.takamatsu. --title 居場所 --publisher 市役所 --root hana --head hana --list hana=市役所 --key hana
examples-pack-import =
    tsunagari pack import takamatsu places.csv --name places --key hana
    tsunagari pack import takamatsu places.csv --name places --key hana --yes
examples-pack-edit =
    tsunagari pack edit takamatsu x.takamatsu.a1 name=あおい食堂 --key hana
    tsunagari pack edit takamatsu x.takamatsu.a1 --remove --key hana
examples-pack-diff =
    tsunagari pack diff takamatsu
examples-pack-review =
    tsunagari pack review takamatsu
examples-pack-endorse =
    tsunagari pack endorse takamatsu --key ren
examples-pack-sign =
    tsunagari pack sign takamatsu --key ren
examples-pack-rotate =
    tsunagari pack rotate takamatsu --without hana --list aoi=市役所 --head aoi --root aoi --key ren
examples-pack-redact =
    tsunagari pack redact takamatsu x.takamatsu.a1 --field summary --key hana
examples-pack-publish =
    tsunagari pack publish takamatsu --out public --key hana
examples-pack-history =
    tsunagari pack history takamatsu
examples-pack-join =
    tsunagari pack join takamatsu /media/usb/takamatsu
examples-bundle =
    tsunagari bundle read takamatsu.tsuna
    tsunagari bundle list
examples-bundle-read =
    tsunagari bundle read takamatsu.tsuna
examples-bundle-make =
    tsunagari bundle make --out carried.tsuna
examples-bundle-list =
    tsunagari bundle list
cmd-demo = ためしに動かして、何が起きるかを見る
cmd-demo-packs = パックの一生：公開、更新、現場の声、断られるもの
examples-demo =
    tsunagari demo packs
examples-demo-packs =
    tsunagari demo packs
