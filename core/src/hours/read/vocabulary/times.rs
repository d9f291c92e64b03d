//! Words between times, and for times of the day.

use super::super::lex::Word;
use super::Put;

/// Puts them into the vocabulary.
pub(super) fn words(put: Put<'_>) {
    put(Word::Roughly, &["頃", "ごろ", "ころ", "前後"]);
    put(Word::Dash, &["~"]);
    put(Word::From, &["から", "より", "開始", "開店"]);
    put(Word::Until, &["まで", "迄", "閉店", "終了", "に閉館", "に閉店", "に閉所", "に終了"]);
    put(
        Word::Comma,
        &["、", ",", "・", ";", "/", "及び", "および", "並びに", "ならびに", "と", "又は", "または", "や", "&", "+"],
    );
    put(Word::Stop, &["。", "."]);
    put(Word::Open, &["("]);
    put(Word::Close, &[")"]);
    put(Word::Colon, &[":"]);
    put(Word::Pause, &["昼休み", "昼休憩", "お昼休み", "休憩時間", "休憩"]);
    put(
        Word::Last,
        &[
            "受付は",
            "受付",
            "入館は",
            "入館",
            "入場",
            "入園",
            "入園は",
            "入場は",
            "入室は",
            "最終入場",
            "最終入場時間",
            "最終入館時間",
            "最終受付時間",
            "最終入園",
            "当日最終受付",
            "最終入室",
            "受付終了時間",
            "最終案内",
            "札止め",
            "最終入館",
            "最終受付",
            "受付終了",
            "受付締切",
            "締切",
            "締め切り",
            "LO.",
            "L.O.",
            "LO",
            "L.O",
            "ラストオーダー",
            "オーダーストップ",
        ],
    );
    put(
        Word::Part,
        &["夜間", "夜", "昼", "ランチ", "ディナー", "モーニング", "ランチタイム", "ディナータイム", "相談"],
    );
    put(Word::Extra, &["延長保育", "預かり保育", "早朝保育", "延長"]);
    put(Word::AllDay, &["終日", "24h", "24H", "24時間体制", "24時間対応", "24時間営業"]);
    put(Word::Sunrise, &["日の出"]);
    put(Word::Sunset, &["日の入り", "日の入", "日没"]);
}
