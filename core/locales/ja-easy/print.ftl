print-title = {話|はな}せる ところ・{行|い}ける ところ
print-made = { $date } に {作|つく}りました。{番号|ばんごう}は {変|か}わる ことが あります
print-copy = {書|か}く ための {紙|かみ}
print-free-to-give = {持|も}って いるだけでも いいです
print-written = {作|つく}りました：{ $path }
print-font = {字|じ}：{ $name }
