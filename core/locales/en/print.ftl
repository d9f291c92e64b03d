print-title = Lines to talk to, places to go
print-made = Made on { $date }. Numbers can change
print-copy = For copying by hand
print-free-to-give = Keep it, or pass it on to anyone
print-written = Written: { $path }
print-font = Font: { $name }
