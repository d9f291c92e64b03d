# Words of --help for home.
value-band = ねんれい
cmd-home = その {時期|じき}の ことを {一|ひと}つ {見|み}る。1{週間|しゅうかん}に {一|ひと}つまでです
cmd-home-why = これが {出|で}た {理由|りゆう}
cmd-home-never = これを もう {出|だ}さない
cmd-home-area = {地域|ちいき}を {決|き}める。{決|き}めなくても いいです
cmd-home-age = {年齢|ねんれい}を {決|き}める。{決|き}めなくても いいです
cmd-home-off = もう {何|なに}も {出|だ}さない
cmd-home-on = また {出|だ}す
arg-home-never-id = {名前|なまえ}。home の {最後|さいご}に {出|で}ます
arg-home-age-band = だいたいの {年齢|ねんれい}
arg-remove = {決|き}めた ものを {消|け}す
note-home = {書|か}いた ものを {開|あ}けた ときだけ {出|で}ます。{休|やす}んで いる {間|あいだ}は {出|で}ません
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
