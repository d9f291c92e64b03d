ask-intro = いくつか聞きます。答えたくないものは、そのままとばせます。何も残りません。
ask-choose = 番号を選んでください（いくつでも。空のままEnterで、とばす）
ask-choose-one = 番号を一つ選んでください（空のままEnterで、とばす）
ask-not-understood = その番号はありません。もう一度どうぞ
ask-not-a-terminal = ここでは質問ができません。「--answers」で答えを渡すか、「--json」でつぎの質問を受けとれます
ask-anything = 何も選ばなくても、だいじょうぶです。どんなことでも話せるところがあります
