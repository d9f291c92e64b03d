print-title = 話せるところ・行けるところ
print-made = { $date } に作成。番号は変わることがあります
print-copy = 書き写し用
print-free-to-give = だれに渡しても、持っているだけでもかまいません
print-written = つくりました：{ $path }
print-font = 字：{ $name }
