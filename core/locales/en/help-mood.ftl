# Words of --help for mood and check.
value-level = LEVEL
value-label = FEELING
value-context = CONTEXT
value-note = NOTE
value-date = DATE
value-month = MONTH
value-year = YEAR
value-part = PART
value-form = FORM
value-number = NUMBER
cmd-mood = Write down how you feel; on its own, it shows today
cmd-mood-add = Write down how you feel now, or felt before
cmd-mood-amend = Change what was written down
cmd-mood-erase = Erase one entry
cmd-mood-list = Entries, day by day
cmd-mood-month = A month
cmd-mood-year = A year, also as a picture
cmd-mood-export = Write all entries to a file
cmd-mood-import = Take in a file that export wrote
cmd-mood-page = A page to show to a counsellor, with only what you choose
cmd-mood-words = The words that can be used
cmd-mood-hide = Put the mood log away; entries stay as they are
cmd-mood-show = Bring the mood log back
cmd-check = Questions about being with others; nothing is sent, and nothing is kept unless you say so
arg-level = Weight: 1 (very heavy) to 5 (light), or in words
arg-label = A feeling; may be repeated
arg-context = What was around you; may be repeated
arg-note = A note of up to 4,000 characters; - reads it from standard input
arg-at = When it was, such as 2026-11-22T03:00 or 2026-11-22T03:00+01:00
arg-then = Afterwards, show one small step and one place nearby
arg-clear = What to empty
arg-from = First day
arg-to = Last day
arg-weather = Show weights as weather
arg-mood-amend-id = Id of the entry, as list prints it
arg-mood-erase-id = Id of the entry, as list prints it
arg-month = The month, such as 2026-11
arg-year = The year, such as 2026
arg-svg = Write the picture (SVG) to this file
arg-mood-year-out = Write a page with the picture (HTML) to this file
arg-mood-export-format = Form of the file: csv for spreadsheets, json for other programs
arg-mood-export-out = The file to write; without it, it is printed
arg-mood-import-file = The file (CSV or JSON)
arg-without = What to leave out; may be repeated
arg-leave_out = Entry to leave out; may be repeated
arg-large = Large letters
arg-form = Which questions: direct is one, ucla3 is three
arg-answer = Number of an answer, one for each question in order
arg-survey = Show the figures of the national survey, too
arg-keep = Keep these answers on this device
arg-kept = Show answers that were kept
arg-erase_kept = Erase answers that were kept
note-mood = What follows --note may stay in the history of the shell; “--note -” keeps it out
note-check = The questions are those of a national survey. This is not a diagnosis
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
