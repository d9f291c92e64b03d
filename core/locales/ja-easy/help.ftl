# Words of --help, the manual pages and completions. cmd-COMMAND, arg-ARGUMENT or arg-COMMAND-ARGUMENT, value-NAME.
help-usage = {使|つか}い{方|かた}：
help-commands = できる こと
help-arguments = {書|か}く もの
help-options = {選|えら}べる もの
help-global = いつでも {使|つか}える もの
help-any = [えらべる もの]
help-command = できる こと
help-default = （{書|か}かない とき：{ $value }）
help-values = （{ $values }）
help-examples = {例|たと}えば：
man-name = {名前|なまえ}
man-synopsis = {使|つか}い{方|かた}
man-description = {説明|せつめい}
man-extra = {例|たと}えば
man-version = {番号|ばんごう}
value-words = ことば
value-n = かず
value-area = まち
value-kind = なに
value-lang = ことば
value-years = とし
value-km = キロ
value-id = ID
value-text = まち
value-answer = しつもん=こたえ
value-path = ファイル
value-dir = ばしょ
value-format = かたち
value-file = ファイル
value-what = {何|なに}
value-days = {日|ひ}
value-hours = {時間|じかん}
value-zone = {場所|ばしょ}
value-switch = on/off
value-event = こと
value-shell = なまえ
value-time = じかん
value-when = いつ
value-step = ばんごう
value-field = ところ
cmd-root = {今|いま} {話|はな}せる {人|ひと}と、{行|い}ける ところを {探|さが}します
cmd-root-more = {何|なに}も {送|おく}りません。{探|さが}した {言葉|ことば}は {残|のこ}りません。インターネットが なくても {使|つか}えます。
cmd-find = {思|おも}った {言葉|ことば}で、{助|たす}けて くれる ところを {探|さが}す
cmd-ask = {質問|しつもん}に {答|こた}えて {選|えら}ぶ。{答|こた}えなくても いいです
cmd-show = {一|ひと}つの {窓口|まどぐち}の ことを {全部|ぜんぶ} {見|み}る
cmd-busy = つながらない とき、ほかに できる ことを {見|み}る
cmd-lines = {使|つか}える {窓口|まどぐち}を {見|み}る。{今|いま} {開|あ}いて いる ところが {先|さき}です
cmd-places = {近|ちか}くの {行|い}ける ところを {見|み}る
cmd-areas = {町|まち}の {番号|ばんごう}を {調|しら}べる
cmd-import = {町|まち}の データを {入|い}れる
cmd-export = {入|い}れた ものを ファイルに {書|か}く
cmd-pack-build = {一|ひと}つの ファイルに まとめる
cmd-pack-inspect = まとめた ファイルの {中|なか}を {見|み}る
cmd-sheet = {窓口|まどぐち}を {紙|かみ} 1{枚|まい}に {印刷|いんさつ}する（HTML か PDF）
cmd-card = {小|ちい}さい カードを 8{枚|まい} {印刷|いんさつ}する
cmd-plan = つらい ときの メモを {見|み}る。{話|はな}せる {窓口|まどぐち}も {出|で}ます
cmd-plan-show = メモを {見|み}る
cmd-plan-add = ひとつ {書|か}く
cmd-plan-change = ひとつ {書|か}き{直|なお}す
cmd-plan-move = {書|か}いた {場所|ばしょ}を {変|か}える
cmd-plan-remove = ひとつ {消|け}す
cmd-plan-print = {印刷|いんさつ}する（HTML か PDF）
cmd-memo = {相談|そうだん}の メモ。{同|おな}じ ことを {何度|なんど}も {言|い}わなくて いいです
cmd-memo-show = {全部|ぜんぶ} {見|み}る（あなただけ）
cmd-memo-set = {書|か}く
cmd-memo-share = {見|み}せても いい ところを {決|き}める
cmd-memo-clear = {消|け}す
cmd-memo-card = {見|み}せても いい ところを {読|よ}む
cmd-memo-print = {見|み}せても いい ところを {印刷|いんさつ}する（HTML か PDF）
cmd-memo-qr = {見|み}せても いい ところを QRコードに する
cmd-favourite = また {見|み}たい ところを {残|のこ}す
cmd-favourite-add = {残|のこ}す
cmd-favourite-remove = {消|け}す
cmd-favourite-list = {残|のこ}した ものを {見|み}る
cmd-own = {自分|じぶん}で {書|か}いた {人|ひと}や {場所|ばしょ}
cmd-own-add = {書|か}く
cmd-own-change = {書|か}き{直|なお}す
cmd-own-remove = {消|け}す
cmd-own-list = {全部|ぜんぶ} {見|み}る
cmd-own-find = {自分|じぶん}で {書|か}いた ものの {中|なか}から {探|さが}す
cmd-remind = たのんだ ときだけ、しずかに {声|こえ}を かける
cmd-remind-add = {声|こえ}かけを {作|つく}る
cmd-remind-list = {声|こえ}かけを {見|み}る
cmd-remind-remove = {声|こえ}かけを やめる
cmd-remind-next = {次|つぎ}に いつ {知|し}らせるかを {見|み}る
cmd-remind-why = どうして その {時間|じかん}かを {見|み}る
cmd-remind-rest = ぜんぶ {休|やす}む
cmd-remind-enough = {今日|きょう}は もう いい
cmd-remind-less = もっと {少|すく}なく
cmd-remind-later = あとで もう {一度|いちど}
cmd-remind-quiet = しずかな {時間|じかん}を {決|き}める
cmd-remind-alone = {一人|ひとり}で いたい
cmd-remind-self-test = {知|し}らせが とどくか やって みる
cmd-remind-told = スマホから {知|し}らせる（ほかの アプリの ため）
cmd-backup = {書|か}いた ものを {一|ひと}つの ファイルに しまう
cmd-backup-make = {一|ひと}つ しまう
cmd-backup-check = しまった ものが {開|あ}くかを {見|み}る
cmd-backup-schedule = しまう {場所|ばしょ}を {決|き}める
cmd-backup-run = {日|ひ}が {来|き}たら しまう
cmd-backup-status = どう なって いるかを {見|み}る
cmd-backup-off = しまうのを やめる
cmd-restore = しまった ものを もどす
cmd-lock = {書|か}いた ものに {鍵|かぎ}を かける
cmd-lock-set = {鍵|かぎ}の {番号|ばんごう}か ことばを {決|き}める
cmd-lock-off = {鍵|かぎ}を なくす
cmd-lock-status = {鍵|かぎ}が かかって いるかを {見|み}る
cmd-forget = {書|か}いた ものを ぜんぶ {消|け}す
cmd-doctor = {何|なに}が あるか、{古|ふる}くないか、こわれて いないかを {見|み}る
cmd-completions = キーボードを {助|たす}ける ファイルを {作|つく}る
cmd-man = {説明|せつめい}の ページを {作|つく}る
arg-lang = {答|こた}えの {言葉|ことば}。ja、ja-easy（やさしい {日本語|にほんご}）、en（{英語|えいご}）
arg-json = ほかの アプリの ために JSON で {答|こた}える
arg-data = データの {場所|ばしょ}
arg-now = この {時間|じかん}で {答|こた}える。2027-01-01T03:00 のように {書|か}きます
arg-color = {文字|もじ}の {見|み}え{方|かた}。never は {白|しろ}と {黒|くろ}だけです
arg-help = この {説明|せつめい}を {出|だ}す
arg-version = この アプリの {番号|ばんごう}を {出|だ}す
arg-words = {思|おも}った {言葉|ことば}。どんな {言葉|ことば}でも いいです。「-」も {使|つか}えます
arg-limit = いくつまで {出|だ}すか
arg-area = {今|いま} いる {町|まち}
arg-open_now = {今|いま} {開|あ}いて いる ところだけ
arg-free = {電話|でんわ}の お{金|かね}が いらない ところだけ
arg-no_voice = {声|こえ}を {出|だ}さなくても いい ところだけ
arg-channel = この {方法|ほうほう}が {使|つか}える ところだけ。{何度|なんど}も {書|か}けます
arg-spoken = この {言葉|ことば}で {話|はな}せる ところだけ。en、vi、zh など
arg-age = この {年齢|ねんれい}の {人|ひと}が {使|つか}える ところだけ
arg-within = {町|まち}の まん{中|なか}から {何|なん}キロまでか
arg-role = {役割|やくわり}が ある {場所|ばしょ}だけ
arg-kind = これだけ。{何度|なんど}も {書|か}けます
arg-id = {窓口|まどぐち}の ID。find や lines で わかります
arg-ids = {窓口|まどぐち}の ID。{書|か}かなくても いいです
arg-busy-ids = つながらなかった {窓口|まどぐち}の ID。{書|か}かなくても いいです
arg-busy-channel = やって みた {方法|ほうほう}
arg-busy-spoken = {話|はな}したい {言葉|ことば}。en、vi、zh など
arg-busy-age = あなたの {年齢|ねんれい}
arg-answers = {質問|しつもん}の {答|こた}え。{何度|なんど}も {書|か}けます
arg-text = {町|まち}の {名前|なまえ}か {番号|ばんごう}
arg-paths = ファイルか、ファイルの {場所|ばしょ}（CSV、XLSX、JSON Lines、HSDS）
arg-all_kinds = {相談|そうだん}では ない ファイルも {読|よ}む
arg-dry_run = {読|よ}むだけで {保存|ほぞん}しない
arg-export-dir = {書|か}く {場所|ばしょ}
arg-format = hsds-json、hsds-csv は {全部|ぜんぶ}。source は {入|い}れた ときと {同|おな}じ
arg-pack-build-dir = pack.toml が ある {場所|ばしょ}
arg-pack-build-out = {作|つく}る ファイル
arg-pack-inspect-file = まとめた ファイル
arg-out = この HTML の ファイルに {書|か}く
arg-pdf = この PDF の ファイルに {書|か}く
arg-copy = {書|か}く ための とても {大|おお}きい {字|じ}
arg-i_know = {紙|かみ}を ほかの {人|ひと}が {見|み}ても いい ときに つける
arg-zone = {今|いま} いる ところの {時間|じかん}（IANA の {名前|なまえ}）
arg-remind-add-about = {何|なに}を {聞|き}くか。feeling は {気持|きも}ち、people は {人|ひと}の こと
arg-remind-add-text = {自分|じぶん}の ことばで {聞|き}く
arg-remind-add-days = いつの {日|ひ}か。mon,wed と {書|か}く
arg-remind-add-from = いちばん {早|はや}い {時間|じかん}
arg-remind-add-to = いちばん おそい {時間|じかん}
arg-remind-add-unless_logged = この {時間|じかん}に {何|なに}か {書|か}いたら、{声|こえ}を かけない
arg-rule = {声|こえ}かけの {番号|ばんごう}
arg-remind-next-done = この とおりに した ことを {残|のこ}す
arg-remind-rest-days = なんにち {休|やす}むか
arg-remind-rest-off = {休|やす}みを {終|お}わる
arg-remind-later-minutes = なんぷん あとか
arg-remind-quiet-hours = 21:00-09:00 と {書|か}く
arg-remind-alone-switch = on か off
arg-remind-self-test-begin = {新|あたら}しく やって みる
arg-remind-told-event = あった こと
arg-remind-told-id = {番号|ばんごう}
arg-step = {番号|ばんごう}（1から 7）
arg-place = なん{番目|ばんめ}か
arg-plan-move-to = なん{番目|ばんめ}に {置|お}くか
arg-plan-add-words = {書|か}く {言葉|ことば}。200{文字|もじ}まで。「-」なら {画面|がめん}に {書|か}きます
arg-plan-change-words = {書|か}く {言葉|ことば}。200{文字|もじ}まで。「-」なら {画面|がめん}に {書|か}きます
arg-record = {窓口|まどぐち}の ID
arg-plan-print-large = とても {大|おお}きい {字|じ}で
arg-memo-print-large = とても {大|おお}きい {字|じ}で
arg-field = {書|か}く ところ
arg-fields = {書|か}いた ところ。いくつでも
arg-memo-set-words = {書|か}く {言葉|ことば}。1000{文字|もじ}まで。「-」なら {画面|がめん}に {書|か}きます
arg-no = {自分|じぶん}だけに する
arg-all = {全部|ぜんぶ}
arg-memo-qr-out = この ファイルに {書|か}く（SVG）
arg-own-add-words = {名前|なまえ}。100{文字|もじ}まで。「-」なら {画面|がめん}に {書|か}きます
arg-name = {名前|なまえ}
arg-kana = {読|よ}みかた
arg-tel = {電話|でんわ}の {番号|ばんごう}
arg-address = {場所|ばしょ}
arg-hours = {開|あ}いて いる {時間|じかん}
arg-own-add-note = メモ。2000{文字|もじ}まで
arg-own-change-note = メモ。2000{文字|もじ}まで
arg-own = {自分|じぶん}で {書|か}いた ものも {探|さが}す
arg-tried = {電話|でんわ}した ところを 1{日|にち}だけ {残|のこ}す（24{時間|じかん}で {消|き}えます）
arg-backup_passphrase_file = {聞|き}かないで、この ファイルから ことばを {読|よ}む
arg-backup-make-file = しまう ファイル
arg-backup-check-file = しまった ファイル
arg-backup-schedule-dir = しまう {場所|ばしょ}
arg-every = なんにちに {一度|いちど}か
arg-restore-file = しまった ファイル
arg-replace = ここに ある ものと かえる
arg-passphrase_file = {聞|き}かないで、この ファイルから ことばを {読|よ}む
arg-pin_file = {聞|き}かないで、この ファイルから {鍵|かぎ}の {番号|ばんごう}を {読|よ}む
arg-new_pin_file = {聞|き}かないで、この ファイルから {新|あたら}しい {番号|ばんごう}を {読|よ}む
arg-yes = もう {一度|いちど} {聞|き}かないで {消|け}す
arg-shell = bash、zsh、fish など
arg-man-dir = {書|か}く {場所|ばしょ}
examples-root =
    tsunagari find さみしい --lang ja-easy
    tsunagari lines --open-now --lang ja-easy
    tsunagari show jp.yorisoi --lang ja-easy
    tsunagari busy jp.yorisoi --lang ja-easy
examples-find =
    tsunagari find さみしい
    tsunagari find ねむれない --open-now --free
    tsunagari find そうだん --area takamatsu --within 5
    tsunagari find いえに いたくない --no-voice --json
    tsunagari find -
examples-ask =
    tsunagari ask
    tsunagari ask --answers concern=food,bed --area takamatsu
    tsunagari ask --json
examples-show =
    tsunagari show jp.yorisoi
    tsunagari show jp.yorisoi --area morioka
    tsunagari show jp.scheme.seikatsuhogo
examples-busy =
    tsunagari busy jp.yorisoi
    tsunagari busy jp.yorisoi jp.ibasho-chat --channel chat
    tsunagari busy
examples-lines =
    tsunagari lines
    tsunagari lines --open-now --free
    tsunagari lines --channel chat
    tsunagari lines --spoken vi
examples-places =
    tsunagari places --area takamatsu
    tsunagari places --area takamatsu --within 3 --role
examples-areas =
    tsunagari areas takamatsu
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
    tsunagari sheet --area takamatsu --pdf sheet.pdf
examples-card =
    tsunagari card jp.yorisoi --out cards.html
    tsunagari card jp.yorisoi --copy --out copy.html
examples-plan =
    tsunagari plan
    tsunagari plan add 2 おちゃ
    tsunagari plan print --out plan.html
examples-plan-show =
    tsunagari plan show
examples-plan-add =
    tsunagari plan add 2 おちゃ
    tsunagari plan add 2 -                （Ctrl-D で おわります）
    tsunagari plan add 5 --record jp.yorisoi
examples-plan-change =
    tsunagari plan change 2 1 おちゃ
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
    tsunagari memo set trouble -          （Ctrl-D で おわります）
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
    tsunagari own add としょかんの ひと --note "はなしを きいて くれる"
    tsunagari own find としょかん
examples-own-add =
    tsunagari own add としょかんの ひと --hours "24じかん" --note "はなしを きいて くれる"
    tsunagari own add -                   （Ctrl-D で おわります）
examples-own-change =
    tsunagari own change 0123456789abcdef0123456789abcdef --note "はなしを きいて くれる"
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
note-root = {最後|さいご}の {番号|ばんごう}：0 {答|こた}えが ある、1 ない、2 わからない。3 ファイルが {使|つか}えない、4 データの {場所|ばしょ}が {使|つか}えない。5 {鍵|かぎ}が かかって いる、130 {止|と}めた。
note-import = {同|おな}じ ところから {前|まえ}に {入|い}れた ものは、{新|あたら}しく なります。Ctrl-C で {止|と}めると {何|なに}も {変|か}わりません。
note-sheet = --out も --pdf も ない ときは、ここに {出|だ}します。{紙|かみ}を {見|み}られると {危|あぶ}ない {窓口|まどぐち}は --i-know が {必要|ひつよう}です。
note-card = --out も --pdf も ない ときは、ここに {出|だ}します。{紙|かみ}を {見|み}られると {危|あぶ}ない {窓口|まどぐち}は --i-know が {必要|ひつよう}です。
cmd-pack = まとめた ファイルを {作|つく}る、{出|だ}す、{見|み}る
cmd-pack-keys = かぎを {作|つく}る。かぎを {見|み}る
cmd-pack-init = まとめた ファイルを {作|つく}る {場所|ばしょ}を {作|つく}る
cmd-pack-import = {市|し}の {表|ひょう}を {入|い}れる。{手|て}で {直|なお}した ところは {残|のこ}す
cmd-pack-edit = {一|ひと}つ {直|なお}す、{入|い}れる、なくす
cmd-pack-diff = {出|だ}したら {変|か}わる ところを {見|み}る
cmd-pack-review = {待|ま}って いる ものを {見|み}る
cmd-pack-endorse = もう {一人|ひとり}が 「はい」と {言|い}う
cmd-pack-sign = {待|ま}って いる ものに しるしを つける
cmd-pack-rotate = かぎの {役割|やくわり}を {変|か}える
cmd-pack-redact = {出|だ}しては いけない ものを {消|け}す
cmd-pack-publish = {次|つぎ}の {番|ばん}を {出|だ}す
cmd-pack-history = これまでの {番|ばん}を {見|み}る
cmd-pack-join = ほかの {人|ひと}の ファイルを {入|い}れる
cmd-bundle = {情報|じょうほう}を ファイルで もらう、わたす
cmd-bundle-read = ファイルを {入|い}れる
cmd-bundle-make = ファイルに {書|か}いて わたす
cmd-bundle-list = ここに ある もの
arg-desk = まとめた ファイルを {作|つく}る {場所|ばしょ}
arg-new = {作|つく}る かぎの {名前|なまえ}
arg-key = {使|つか}う かぎの {名前|なまえ}
arg-key_passphrase_file = かぎの {合|あ}いことばが ある ファイル
arg-pack = まとめた ファイルの ID
arg-prefix = ID の はじめ
arg-title = まとめた ファイルの {名前|なまえ}
arg-publisher = {出|だ}す {人|ひと}の {名前|なまえ}
arg-root = {役割|やくわり}を {決|き}める かぎ
arg-threshold = かぎが いくつ いるか
arg-head = {出|だ}して よい かぎ
arg-list = リストを {書|か}く かぎ
arg-lines = {電話|でんわ}を {書|か}く かぎ
arg-walkers = {外|そと}で {見|み}て くる {人|ひと}の かぎ
arg-prefecture = {県|けん}の {番号|ばんごう}
arg-ends = なくなる {日|ひ}
arg-pack-import-file = {入|い}れる {表|ひょう}
arg-pack-import-name = この {表|ひょう}の {名前|なまえ}
arg-pack-import-to = {新|あたら}しい ものを {入|い}れる ところ
arg-pack-import-yes = する。ない ときは {見|み}るだけ
arg-pack-edit-fields = なまえ=
arg-pack-edit-add = {新|あたら}しく {入|い}れる
arg-pack-edit-remove = なくす
arg-pack-edit-id = ID
arg-pack-redact-id = ID
arg-pack-redact-field = この ところだけ
arg-pack-publish-out = {書|か}く {場所|ばしょ}
arg-pack-join-copy = ほかの {人|ひと}の ファイル
arg-pack-rotate-without = もう {使|つか}わない かぎ
arg-bundle-read-file = もらった ファイル
arg-trust = この しるしの {人|ひと}を {入|い}れる
arg-packs = わたす まとめた ファイル
arg-bundle-make-out = {書|か}く ファイル
value-name = なまえ
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
cmd-demo = ためして {見|み}る
cmd-demo-packs = まとめた ファイルを ためす
examples-demo =
    tsunagari demo packs
examples-demo-packs =
    tsunagari demo packs
