import-reading = reading
import-done = Imported
import-dry-run = Read as a trial; nothing was stored
import-stopped = Stopped. What was there before is unchanged
import-file = { $file }
import-file-kind = kind { $kind } · { $encoding } · { $format }
import-counts = rows { $read } = stored { $stored } + merged { $merged } + set aside { $aside } + blank { $blank } + refused { $refused } ({ $records } entries)
import-set-aside = set aside ({ $reason }): { $words }
import-not-data = not a data file; left alone
import-refused = cannot be read: { $problem }
import-rule = { $rule }: { $count } × (first on line { $line })
import-total = Total
import-nothing = There was nothing to import. What was there before is unchanged
aside-not-help = this does not look like information about help; add --all-kinds to read it
aside-other = not read as it is
export-done = Written: { $path }
export-nothing = There is nothing to export yet; import something first (tsunagari import)
pack-built = Built { $path } ({ $records } entries, { $bytes } bytes)
