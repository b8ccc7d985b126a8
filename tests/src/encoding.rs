//! Base64 and hex, and the many faces a text can have in a file or in memory.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Decodes padded standard base64; white space is passed over.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let mut bits = 0_u32;
    let mut count = 0;
    for byte in text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=')
    {
        let place = ALPHABET.iter().position(|letter| *letter == byte)?;
        bits = bits << 6 | u32::try_from(place).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xFF) as u8);
        }
    }
    Some(bytes)
}

#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The base64 letters that depend on `bytes` alone when `shift` (0, 1 or 2) unknown bytes stand
/// before them: the letters at both ends that a neighbour also decides are left out.
fn base64_core(bytes: &[u8], shift: usize) -> Vec<u8> {
    let bit = |index: usize| -> u8 {
        let byte = bytes.get(index / 8).copied().unwrap_or(0);
        byte >> (7 - index % 8) & 1
    };
    // The first letter that lies wholly within `bytes` starts at this bit.
    let mut start = (6 - shift * 8 % 6) % 6;
    let mut letters = Vec::new();
    while start + 6 <= bytes.len() * 8 {
        let place =
            (start..start + 6).fold(0_usize, |place, index| place << 1 | usize::from(bit(index)));
        letters.extend(ALPHABET.get(place));
        start += 6;
    }
    letters
}

/// Each way in which `text` could lie in a file although nobody meant it to.
#[must_use]
pub fn disguises(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf8 = text.as_bytes();
    let utf16le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut all = vec![
        ("UTF-8", utf8.to_vec()),
        ("UTF-16LE", utf16le),
        ("UTF-16BE", utf16be),
        ("hex", to_hex(utf8).into_bytes()),
        ("HEX", to_hex(utf8).to_uppercase().into_bytes()),
        ("JSON", json_escaped(text)),
    ];
    for (shift, name) in ["base64", "base64, one on", "base64, two on"]
        .into_iter()
        .enumerate()
    {
        let letters = base64_core(utf8, shift);
        let url_safe = letters.iter().map(|letter| match letter {
            b'+' => b'-',
            b'/' => b'_',
            other => *other,
        });
        let url_safe = url_safe.collect();
        all.push((name, letters));
        all.push(("base64url", url_safe));
    }
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all.dedup_by(|later, first| later.1 == first.1);
    all
}

fn json_escaped(text: &str) -> Vec<u8> {
    let mut escaped = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(b'"') => escaped.push_str("\\\""),
            Ok(b'\\') => escaped.push_str("\\\\"),
            Ok(b'\n') => escaped.push_str("\\n"),
            Ok(byte) if byte.is_ascii_graphic() || byte == b' ' => escaped.push(char::from(byte)),
            _ => escaped.push_str(&format!("\\u{unit:04x}")),
        }
    }
    escaped.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read_back() {
        assert_eq!(from_base64("RXZlbmtlZWw="), Some(b"Evenkeel".to_vec()));
        assert_eq!(from_base64("not base64!"), None);
    }

    #[test]
    fn base64_is_recognised_at_every_offset() {
        let whole = "eGFtb25nIG90aGVyIHdvcmRzIHg="; // "xamong other words x"
        let whole_1 = "YW1vbmcgb3RoZXIgd29yZHMgeA=="; // "among other words x"
        let whole_2 = "eHhhbW9uZyBvdGhlciB3b3JkcyB4"; // "xxamong other words x"
        for text in [whole, whole_1, whole_2] {
            let hits = disguises("other words")
                .into_iter()
                .filter(|(_, bytes)| text.as_bytes().windows(bytes.len()).any(|at| at == bytes))
                .count();
            assert_eq!(hits, 1, "{text}");
        }
    }

    #[test]
    fn json_escapes_are_known() {
        assert_eq!(json_escaped("a\"ü"), b"a\\\"\\u00fc");
    }
}
