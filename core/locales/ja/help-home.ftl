# Words of --help for home.
value-band = 年代
cmd-home = その時期のことを、週に一つまで、一行だけ。どれもこのスマホやパソコンの中で選びます
cmd-home-why = なぜこれが出たか
cmd-home-never = この一行を、もう出さない
cmd-home-area = 地域を決める（決めなくてもかまいません）
cmd-home-age = 年代を決める（決めなくてもかまいません）
cmd-home-off = 一行をぜんぶ出さない
cmd-home-on = また出すようにする
arg-home-never-id = 一行の名前。home のおわりに出ます
arg-home-age-band = およその年代
arg-remove = 決めたものをはずす
note-home = 残したものを開いたときだけ出ます。ぜんぶ休んでいるあいだは出ません
examples-home =
    tsunagari home
    tsunagari home why
examples-home-why =
    tsunagari home why
examples-home-never =
    tsunagari home never obon
examples-home-area =
    tsunagari home area 高松市
    tsunagari home area --remove
examples-home-age =
    tsunagari home age 18-29
    tsunagari home age --remove
examples-home-off =
    tsunagari home off
examples-home-on =
    tsunagari home on
