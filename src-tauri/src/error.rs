//! How an error of the core reaches a page.

use evenkeel_core::error::{Error, ErrorCode};
use serde::Serialize;

pub type Answer<T> = Result<T, Refusal>;

/// A refused command: the code chooses the words, the message is for the log.
#[derive(Debug, Serialize)]
pub struct Refusal {
    code: ErrorCode,
    message: &'static str,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self {
            code: error.code(),
            message: error.context(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_code_and_message() {
        let refusal = Refusal::from(Error::new(ErrorCode::DiskFull, "no room"));
        assert_eq!(
            serde_json::to_value(refusal).unwrap(),
            serde_json::json!({"code": "disk_full", "message": "no room"})
        );
    }
}
