//! The codes of countries and currencies that there are.

/// ISO 3166-1 alpha-2, and the code that CLDR has for Kosovo.
pub(super) const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO \
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ \
    DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP \
    GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG \
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML \
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE \
    PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL \
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM \
    US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/// ISO 4217, with those of the past.
pub(super) const CURRENCIES: &str = "\
    ADP AED AFA AFN ALK ALL AMD ANG AOA AOK AON AOR ARA ARP ARS ATS AUD AWG AYM AZM AZN BAD \
    BAM BBD BDT BEC BEF BEL BGL BGM BGN BHD BIF BMD BND BOB BOP BOV BRB BRC BRE BRL BRN BRR \
    BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSD CSK CUC CUP \
    CVE CYP CZK DDM DEM DJF DKK DOP DZD ECS ECV EEK EGP ERN ESA ESB ESP ETB EUR FIM FJD FKP \
    FRF GBP GEK GEL GHC GHP GHS GIP GMD GNE GNF GQE GRD GTQ GWE GWP GYD HKD HNL HRD HRK HTG \
    HUF IDR IEP ILP ILR ILS INR IQD IRR ISJ ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD \
    KYD KZT LAJ LAK LBP LKR LRD LSL LTL LTT LUC LUF LUL LVL LVR LYD MAD MAF MDL MGA MGF MKD \
    MLF MMK MNT MOP MRO MRU MTL MTP MUR MVQ MVR MWK MXN MXP MXV MYR MZE MZM MZN NAD NGN NIC \
    NIO NLG NOK NPR NZD OMR PAB PEH PEI PEN PES PGK PHP PKR PLN PLZ PTE PYG QAR RHD ROK ROL \
    RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SDP SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP \
    STD STN SUR SVC SYP SZL THB TJR TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UAK UGS \
    UGW UGX USD USN USS UYI UYN UYP UYU UYW UZS VEB VED VEF VES VNC VND VUV WST XAF XAG XAU \
    XCD XCG XDR XEU XFO XFU XOF XPD XPF XPT XRE XSU XUA YDD YER YUD YUM YUN ZAL ZAR ZMK ZMW \
    ZRN ZRZ ZWC ZWD ZWG ZWL ZWN ZWR";

/// Codes of countries that others write, each with that of ISO 3166-1.
const OTHERS: [[&str; 2]; 5] =
    [["UK", "GB"], ["EL", "GR"], ["TP", "TL"], ["ZR", "CD"], ["BU", "MM"]];

/// The code that ISO 3166-1 has for a country that is written otherwise.
pub(super) fn official(code: &str) -> Option<&'static str> {
    OTHERS.iter().find(|[other, _]| *other == code).map(|[_, official]| *official)
}

/// Whether one code is the other with its letters swapped or in small: of so few letters many a code
/// differs by one, and means something else.
pub(super) fn is_slip(code: &str, meant: &str) -> bool {
    let sorted = |text: &str| {
        let mut bytes = text.to_ascii_uppercase().into_bytes();
        bytes.sort_unstable();
        bytes
    };
    sorted(code) == sorted(meant)
}

/// Whether a code is in a list, whose codes are of one length and in order.
pub(super) fn is_listed(code: &str, list: &str) -> bool {
    let (mut from, mut to) = (0, (list.len() + 1) / (code.len() + 1));
    while from < to && !code.is_empty() {
        let middle = from.midpoint(to);
        let at = middle * (code.len() + 1);
        match list.get(at..at + code.len()) {
            Some(known) if known == code => return true,
            Some(known) if known < code => from = middle + 1,
            _ => to = middle,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, CURRENCIES, OTHERS, is_listed, is_slip};

    #[test]
    fn each_code_is_found_and_no_other() {
        for list in [COUNTRIES, CURRENCIES] {
            let codes: Vec<&str> = list.split(' ').collect();
            assert!(codes.is_sorted() && codes.iter().all(|code| is_listed(code, list)));
        }
        for other in ["", "A", "AA", "ZZ", "USD", "kz", "K Z"] {
            assert!(!is_listed(other, COUNTRIES), "{other}");
        }
        for other in ["AAA", "ZZZ", "US", "usd", "D E"] {
            assert!(!is_listed(other, CURRENCIES), "{other}");
        }
        for [other, official] in OTHERS {
            assert!(!is_listed(other, COUNTRIES) && is_listed(official, COUNTRIES), "{other}");
        }
    }

    #[test]
    fn a_slip_of_a_code_has_its_letters() {
        assert!(is_slip("UDS", "USD") && is_slip("usd", "USD"));
        assert!(!is_slip("BTC", "BEC") && !is_slip("US", "USD"));
    }
}
