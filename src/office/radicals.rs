//! Radicals and compatibility forms → the plain hanzi that an author means. NFC does not do this for radicals.

use unicode_normalization::UnicodeNormalization;

/// The radicals of the CJK supplement (U+2E80–2EF3), each followed by its hanzi
/// (Unicode, EquivalentUnifiedIdeograph.txt; variants of one form go to the form in use).
const SUPPLEMENT: &str = "\
    ⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌\
    ⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓\
    ⺲罒⺳㓁⺶羊⺷羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶\
    ⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼\
    ⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The hanzi that the radical `c` stands for.
pub(super) fn plain(c: char) -> Option<char> {
    if c < '\u{2f00}' {
        let mut pairs = SUPPLEMENT.chars();
        while let (Some(radical), Some(hanzi)) = (pairs.next(), pairs.next()) {
            if radical == c {
                return Some(hanzi);
            }
        }
        return None;
    }
    // All 214 Kangxi radicals have a compatibility mapping.
    single(std::iter::once(c).nfkc(), c)
}

/// The unified ideograph of the compatibility ideograph `c`; `None` for the twelve that are unified themselves.
pub(super) fn unified(c: char) -> Option<char> {
    single(std::iter::once(c).nfc(), c)
}

fn single(mut chars: impl Iterator<Item = char>, not: char) -> Option<char> {
    let first = chars.next().filter(|&first| first != not)?;
    chars.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kangxi_radical_has_its_hanzi() {
        let hanzi: Vec<char> = ('\u{2f00}'..='\u{2fd5}').filter_map(plain).collect();
        assert_eq!(hanzi.len(), 214);
        assert!(hanzi.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c)));
        assert_eq!((plain('⼀'), plain('⿕')), (Some('一'), Some('龠')));
    }

    #[test]
    fn supplement_is_sorted_and_plain() {
        let chars: Vec<char> = SUPPLEMENT.chars().collect();
        assert_eq!(chars.len() % 2, 0);
        assert!(chars.chunks(2).all(|pair| ('\u{2e80}'..='\u{2ef3}').contains(&pair[0])));
        assert!(chars.chunks(2).all(|pair| ('\u{3400}'..='\u{9fff}').contains(&pair[1])));
        assert!(chars.chunks(2).is_sorted_by(|a, b| a[0] < b[0]));
        assert_eq!(
            (plain('⻓'), plain('⻋'), plain('⻚'), plain('⺠')),
            (Some('长'), Some('车'), Some('页'), Some('民'))
        );
    }
}
