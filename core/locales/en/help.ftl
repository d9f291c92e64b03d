# Words of --help, the manual pages and completions. cmd-COMMAND, arg-ARGUMENT or arg-COMMAND-ARGUMENT, value-NAME.
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global = Options of every command
help-any = [OPTIONS]
help-command = COMMAND
help-default = {" "}(default: { $value })
help-values = {" "}({ $values })
help-examples = Examples:
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-extra = EXAMPLES
man-version = VERSION
value-words = WORDS
value-n = N
value-area = AREA
value-kind = KIND
value-lang = LANG
value-years = YEARS
value-km = KM
value-id = ID
value-text = TEXT
value-answer = QUESTION=ANSWER
value-path = PATH
value-dir = DIR
value-format = FORMAT
value-file = FILE
value-what = WHAT
value-days = DAYS
value-hours = HOURS
value-zone = ZONE
value-switch = on/off
value-event = EVENT
value-shell = SHELL
value-time = TIME
value-when = WHEN
value-step = STEP
value-field = FIELD
cmd-root = Find who can help now, and somewhere to go: offline, in plain words
cmd-root-more = Nothing is sent, and what you look for is not stored. Without a network it answers from the list it carries.
cmd-find = Find help by what you would say, with the reason, the cost and whether it is open
cmd-ask = A few questions lead to few suggestions; every question can be skipped
cmd-show = All that is known of one entry: what happens when I call, first words, sources
cmd-busy = What else there is when a line does not answer, and what opens next
cmd-lines = All lines that can be reached from where you are, open ones first
cmd-places = Places to go nearby, with their next dates
cmd-areas = The code of a place, from its name or code; several places may have one name
cmd-import = Read the open data of your city into this directory
cmd-export = Write out what was imported
cmd-pack-build = Make one file of a folder that has a pack.toml, checking every rule
cmd-pack-inspect = Say what is in a pack, after checking all of it
cmd-sheet = One A4 sheet of lines to print, as HTML or PDF
cmd-card = Eight small cards of an entry to print, or a page for copying by hand
cmd-plan = Open your plan for hard hours, with lines that listen and the emergency numbers below
cmd-plan-show = See the plan
cmd-plan-add = Add a line
cmd-plan-change = Write a line anew
cmd-plan-move = Move a line within its step
cmd-plan-remove = Erase a line
cmd-plan-print = Print it (HTML or PDF)
cmd-memo = What you want to say once: read it aloud, show it, print it, or make a QR code
cmd-memo-show = See all of it (for you alone)
cmd-memo-set = Write a field
cmd-memo-share = Choose fields that may be shown
cmd-memo-clear = Erase fields
cmd-memo-card = What may be shown, in sentences to read aloud
cmd-memo-print = Print what may be shown (HTML or PDF)
cmd-memo-qr = What may be shown, as a QR code
cmd-favourite = Set aside lines and places that you want to find again
cmd-favourite-add = Set one aside
cmd-favourite-remove = Take one off
cmd-favourite-list = See what you set aside
cmd-own = Entries of your own: a friend's bar, somebody who listens
cmd-own-add = Write one
cmd-own-change = Write one anew; what you leave out stays
cmd-own-remove = Erase one
cmd-own-list = See all of them
cmd-own-find = Find among what you wrote yourself
cmd-remind = Check-ins that you asked for: gentle, rare, silent when you want
cmd-remind-add = Make a check-in
cmd-remind-list = All check-ins, and the quiet hours
cmd-remind-remove = Take a check-in away
cmd-remind-next = What a platform would set
cmd-remind-why = Why each comes when it comes
cmd-remind-rest = Everything rests
cmd-remind-enough = Nothing more today
cmd-remind-less = More rarely
cmd-remind-later = Once more later
cmd-remind-quiet = Set the quiet hours
cmd-remind-alone = Wanting to be alone: nothing asks about people
cmd-remind-self-test = Try whether notices reach this device
cmd-remind-told = What a platform tells (for other programs)
cmd-backup = Write what you keep into one file under a passphrase
cmd-backup-make = Make one backup
cmd-backup-check = Say whether a backup opens, and of when it is
cmd-backup-schedule = Choose a folder for a backup every so many days
cmd-backup-run = Make the scheduled backup when it is due
cmd-backup-status = How scheduled backups go
cmd-backup-off = No more scheduled backups
cmd-restore = Bring back what a backup holds
cmd-lock = Lock what you keep with a PIN or passphrase
cmd-lock-set = Set or change the PIN or passphrase
cmd-lock-off = Take the lock away
cmd-lock-status = Say whether it is locked
cmd-forget = Erase everything you keep: keys first, then files
cmd-doctor = What is here, how old it is, and whether it is whole
cmd-completions = Completions for a shell
cmd-man = Manual pages
arg-lang = Language of the answer: ja, ja-easy (plain Japanese) or en
arg-json = Answer as JSON, for other programs
arg-data = Data folder, instead of the usual one of this system
arg-now = Answer as at this time, in Japanese local time, such as 2027-01-01T03:00
arg-color = Colours: auto follows the terminal and NO_COLOR
arg-help = Print this help
arg-version = Print the version
arg-words = What you would say, in any words; - reads it from standard input
arg-limit = How many at most
arg-area = Where you are: 高松市, takamatsu, 372013, 香川県
arg-open_now = Only what is known to be open now
arg-free = Only what costs nothing to call, or is no call
arg-no_voice = Only what can be used without speaking
arg-channel = Only this way of reaching it; may be repeated
arg-spoken = Only where this language is spoken: en, vi, zh and others
arg-age = Only what is for this age
arg-within = Only within so many kilometres of the centre of the area
arg-role = Only places where one can have a part
arg-kind = Only this kind; may be repeated
arg-id = Identifier of the entry, as find and lines print it
arg-ids = Identifiers of entries; without any, the lines one can begin with
arg-busy-ids = Entries that did not answer, the latest last; without any, some other line
arg-busy-channel = The way that was tried
arg-busy-spoken = Language you want to speak: en, vi, zh and others
arg-busy-age = Your age
arg-answers = Answers given at once; may be repeated, and “question=” skips one
arg-text = Name or code of a prefecture, city, ward, town or village
arg-paths = Files or folders: CSV, XLSX, JSON Lines, HSDS packages
arg-all_kinds = Read files that are not about help, too
arg-dry_run = Read and report, and store nothing
arg-export-dir = Folder to write to; it is made when it is not there
arg-format = hsds-json or hsds-csv: every entry as Open Referral HSDS 3.0; source: the imported tables byte for byte
arg-pack-build-dir = The folder with a pack.toml
arg-pack-build-out = The file to write
arg-pack-inspect-file = The pack
arg-out = Write an HTML page to this file
arg-pdf = Write a PDF to this file, with a Japanese font of this system
arg-copy = One number a page, very large, for copying by hand
arg-i_know = Print entries although somebody could later find the paper
arg-zone = Zone of where you are, by its IANA name
arg-remind-add-about = What it asks about: feeling, or people
arg-remind-add-text = Ask in words of your own
arg-remind-add-days = Days, such as mon,wed or 月水; every day without it
arg-remind-add-from = Earliest time
arg-remind-add-to = Latest time
arg-remind-add-unless_logged = Silent when something was written in the last so many hours
arg-rule = Id of the check-in, or the beginning of it
arg-remind-next-done = Keep that this was set
arg-remind-rest-days = For so many days; else until you say otherwise
arg-remind-rest-off = End the rest
arg-remind-later-minutes = In how many minutes
arg-remind-quiet-hours = Such as 21:00-09:00
arg-remind-alone-switch = on or off
arg-remind-self-test-begin = Try anew
arg-remind-told-event = What happened
arg-remind-told-id = Number of the notice, or id of the check-in
arg-step = Which step, 1 to 7
arg-place = Which line
arg-plan-move-to = To which line
arg-plan-add-words = What to write: up to 200 characters, 20 lines a step. “-” reads it from standard input
arg-plan-change-words = What to write: up to 200 characters, 20 lines a step. “-” reads it from standard input
arg-record = An entry of the list instead of words
arg-plan-print-large = Very large letters
arg-memo-print-large = Very large letters
arg-field = The field
arg-fields = Fields, as many as you like
arg-memo-set-words = What to write: up to 1000 characters. “-” reads it from standard input
arg-no = Only for you again
arg-all = All fields
arg-memo-qr-out = Write it to this file (SVG)
arg-own-add-words = Name: up to 100 characters. “-” reads it from standard input
arg-name = Name
arg-kana = Reading
arg-tel = Telephone number
arg-address = Where it is
arg-hours = When it is open, in words
arg-own-add-note = Anything else: up to 2000 characters
arg-own-change-note = Anything else: up to 2000 characters
arg-own = Look among what you wrote yourself, too
arg-tried = Remember for a day what was tried (erased after 24 hours)
arg-backup_passphrase_file = Read the passphrase of the backup from the first line of this file instead of asking
arg-backup-make-file = The file of the backup
arg-backup-check-file = The file of the backup
arg-backup-schedule-dir = The folder for backups
arg-every = Every how many days
arg-restore-file = The file of the backup
arg-replace = Replace what is kept here already
arg-passphrase_file = Read the passphrase of this device from the first line of this file instead of asking
arg-pin_file = Read the PIN of the lock from the first line of this file instead of asking
arg-new_pin_file = Read the new PIN from the first line of this file instead of asking
arg-yes = Do it without asking once more
arg-shell = The shell
arg-man-dir = Folder for the pages; it is made when it is not there
examples-root =
    tsunagari find "nobody to talk to" --lang en
    tsunagari find 子ども 相談 --area 高松市
    tsunagari lines --open-now
    tsunagari show jp.yorisoi
    tsunagari busy jp.yorisoi
examples-find =
    tsunagari find "nobody to talk to"
    tsunagari find "cannot sleep" --open-now --free
    tsunagari find 子ども 相談 --area 高松市 --within 5
    tsunagari find dv --no-voice --json
    tsunagari find -      (type the words, then Ctrl-D: the shell does not keep them)
examples-ask =
    tsunagari ask
    tsunagari ask --answers concern=food,bed --area 高松市
    tsunagari ask --json                  (the first questions, for another program)
examples-show =
    tsunagari show jp.yorisoi
    tsunagari show jp.yorisoi --area 盛岡市
    tsunagari show jp.scheme.seikatsuhogo --lang ja-easy
examples-busy =
    tsunagari busy jp.yorisoi
    tsunagari busy jp.yorisoi jp.ibasho-chat --channel chat
    tsunagari busy                        (some line that is not in the list)
examples-lines =
    tsunagari lines
    tsunagari lines --open-now --free
    tsunagari lines --channel chat
    tsunagari lines --spoken vi
examples-places =
    tsunagari places --area 高松市
    tsunagari places --area takamatsu --within 3 --role
examples-areas =
    tsunagari areas 高松
    tsunagari areas fuchu
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
    tsunagari plan add 2 make tea
    tsunagari plan print --out plan.html
examples-plan-show =
    tsunagari plan show
examples-plan-add =
    tsunagari plan add 2 make tea
    tsunagari plan add 2 -                (write, then Ctrl-D: nothing stays in the history of the shell)
    tsunagari plan add 5 --record jp.yorisoi
examples-plan-change =
    tsunagari plan change 2 1 make tea
examples-plan-move =
    tsunagari plan move 2 3 1
examples-plan-remove =
    tsunagari plan remove 2 1
examples-plan-print =
    tsunagari plan print --out plan.html
    tsunagari plan print --large --pdf plan.pdf
examples-memo =
    tsunagari memo set name Hana
    tsunagari memo share name wish
    tsunagari memo card
examples-memo-show =
    tsunagari memo show
examples-memo-set =
    tsunagari memo set name Hana
    tsunagari memo set trouble -          (write, then Ctrl-D: nothing stays in the history of the shell)
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
    tsunagari own add Ms Tanaka of the library --note "she listens"
    tsunagari own find library
examples-own-add =
    tsunagari own add Ms Tanaka of the library --hours "Mo-Fr 9:00-17:00" --note "she listens"
    tsunagari own add -                   (write, then Ctrl-D: nothing stays in the history of the shell)
examples-own-change =
    tsunagari own change 0123456789abcdef0123456789abcdef --note "she listens"
examples-own-remove =
    tsunagari own remove 0123456789abcdef0123456789abcdef
examples-own-list =
    tsunagari own list
examples-own-find =
    tsunagari own find library
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
    tsunagari man ~/.local/share/man/man1 --lang en
note-root = Exit codes: 0 an answer, 1 nothing found, 2 not understood, 3 a file cannot be used, 4 the data folder cannot be used, 5 locked, 130 stopped. docs/cli.md has all of it.
note-import = Each path becomes a set of its own and replaces what was imported from there before. Ctrl-C stores nothing of the path that is being read (exit code 130).
note-sheet = Without --out and --pdf the page is printed. Entries whose traces could endanger somebody are printed only with --i-know.
note-card = Without --out and --pdf the page is printed. Entries whose traces could endanger somebody are printed only with --i-know.
cmd-pack = Make, sign and publish packs, or look into one
cmd-pack-keys = Draw a key, or list those that are here
cmd-pack-init = Make the desk of a pack
cmd-pack-import = Take in what a city publishes anyway; what was written by hand stays
cmd-pack-edit = Change, add or take out one entry by hand
cmd-pack-diff = Say what would be published
cmd-pack-review = Say what waits: signatures, second words, clashes
cmd-pack-endorse = Give a second word for what others wrote in core shards
cmd-pack-sign = Sign what waits for signatures
cmd-pack-rotate = Let keys change hands: lost, stolen, or a colleague leaves
cmd-pack-redact = Take an entry or a field out of everything from now on
cmd-pack-publish = Make the next edition and write it as static files
cmd-pack-history = List what was published
cmd-pack-join = Take in what a colleague’s copy of the desk has
cmd-bundle = Take signed packs in from a file, or carry them on
cmd-bundle-read = Take in a file that publishers signed
cmd-bundle-make = Write packs that are here into one file, to be carried on
cmd-bundle-list = Say what is here: how old, and from whom
arg-desk = Folder of the desk
arg-new = Name of the key to draw
arg-key = Name of a key of the desk; may be given several times
arg-key_passphrase_file = Read the passphrase of the keys from the first line of this file instead of asking
arg-pack = Id of the pack
arg-prefix = What ids of its entries begin with; x. for who is listed nowhere
arg-title = What it is called
arg-publisher = Who publishes it
arg-root = Key that decides who may do what; may be given several times
arg-threshold = How many of them it takes
arg-head = Key that may publish; may be given several times
arg-list = Key that writes the list, with its organisation: hana=City
arg-lines = Key that writes lines, where each change takes two of them
arg-walkers = Key of somebody who walks in the field
arg-prefecture = Code of a prefecture that it is about
arg-ends = For a campaign: the day on which it removes itself
arg-pack-import-file = The file or folder
arg-pack-import-name = Name under which it is remembered what it said
arg-pack-import-to = Desk of the entries that are new
arg-pack-import-yes = Do it; otherwise it is only said what would change
arg-pack-edit-fields = FIELD=VALUE; without a value the field is taken away
arg-pack-edit-add = Add it as a new entry to this desk
arg-pack-edit-remove = Take it out
arg-pack-edit-id = Id of the entry
arg-pack-redact-id = Id of the entry
arg-pack-redact-field = Only this field
arg-pack-publish-out = Folder of the static files
arg-pack-join-copy = The colleague’s copy
arg-pack-rotate-without = Key that has no role any more
arg-bundle-read-file = The file
arg-trust = Trust the publisher with this sign, though nobody vouches for them
arg-packs = Packs; all but that of this program when none is named
arg-bundle-make-out = The file to write
value-name = NAME
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
cmd-demo = Play something through and see what happens
cmd-demo-packs = Packs: published, updated, carried, and what is refused
examples-demo =
    tsunagari demo packs
examples-demo-packs =
    tsunagari demo packs
