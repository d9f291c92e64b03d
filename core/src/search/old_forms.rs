//! Old, variant and unified forms of kanji that stand in names and addresses, each with its usual form.

use std::sync::LazyLock;

/// Pairs of a written form and the usual one, in no order; [`modern`] sorts them once.
#[rustfmt::skip]
const PAIRS: &str = "\
亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠營営榮栄衞衛驛駅悅悦圓円鹽塩奧奥應応歐欧毆殴櫻桜假仮價価畫画會会壞壊懷懐繪絵擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓罐缶觀観關関陷陥顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡\
挾挟敎教狹狭鄕郷堯尭曉暁區区驅駆駈駆勳勲薰薫徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒碎砕濟済劑剤册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児\
辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙尙尚奬奨將将牀床涉渉燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳穰穣讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢聲声靜静齊斉攝摂竊窃專専\
戰戦淺浅潛潜纖繊踐践錢銭禪禅曾曽雙双壯壮搜捜插挿巢巣爭争窗窓總総聰聡莊荘裝装騷騒增増臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴徵徴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝\
黨党盜盗燈灯當当鬪闘德徳獨独讀読屆届繩縄貳弐腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜甁瓶拂払佛仏竝並邊辺變変辯弁瓣弁辨弁步歩舖舗穗穂寶宝襃褒豐豊沒没飜翻槇槙萬万滿満默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来\
賴頼亂乱覽覧龍竜兩両獵猟綠緑壘塁勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄亙亘灣湾瑤瑶彥彦薗園嶋島嶌島冨富峯峰嵜崎﨑崎碕崎髙高邉辺濵浜齋斎齌斎凉涼淸清靑青邨村舘館槗橋瀨瀬曻昇昻昂吞呑鷗鴎藪薮籔薮鈎鉤頰頬塡填剝剥噓嘘俠侠\
摑掴攪撹繫繋麴麹蠟蝋𠮷吉𣘺橋桒桑穐秋龝秋舩船渕淵渊淵栁柳楳梅檜桧蘒萩萠萌苅刈勗勖皋皐曺曹盌碗籘籐艸草艷艶莵兎兔兎萊莱遙遥凜凛巖巌晄晃靭靱鰺鯵鶯鴬鹼鹸侭儘尓爾弉奘倂併內内冲沖凞煕卽即吳呉嚙噛囘回圀国姬姫娛娯寳宝尅剋屛屏幷并\
廏厩廐厩戶戸戾戻揭掲攜携旣既晚晩曆暦杦杉槪概橫横歷歴每毎淚涙渴渇溫温潑溌瀆涜熈煕熙煕硏研礪砺禰祢秊年稅税緣縁缾瓶蔣蒋蠅蝿觧解說説讚讃豬猪貓猫銳鋭錄録鍊錬閒間鄰隣靍鶴靏鶴黃黄";

/// The usual form of a kanji; the kanji itself when it has none.
pub(super) fn modern(c: char) -> char {
    static TABLE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let kanji: Vec<char> = PAIRS.chars().collect();
        let mut pairs: Vec<(char, char)> =
            kanji.as_chunks::<2>().0.iter().filter(|[from, to]| from != to).map(|[from, to]| (*from, *to)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    });
    TABLE.binary_search_by_key(&c, |(from, _)| *from).ok().and_then(|at| TABLE.get(at)).map_or(c, |(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_of_pairs_and_ends_in_usual_forms() {
        let kanji: Vec<char> = PAIRS.chars().collect();
        assert_eq!(kanji.len() % 2, 0);
        for pair in kanji.chunks(2) {
            assert_eq!(modern(pair[1]), pair[1], "{} leads to {}, which leads on", pair[0], pair[1]);
        }
    }

    #[test]
    fn a_form_has_one_usual_form() {
        let kanji: Vec<char> = PAIRS.chars().collect();
        for pair in kanji.chunks(2).filter(|pair| pair[0] != pair[1]) {
            assert_eq!(modern(pair[0]), pair[1], "{}", pair[0]);
        }
    }
}
