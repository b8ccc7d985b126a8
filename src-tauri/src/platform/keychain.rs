//! The operating system's keychain: one random key a vault slot, never the master key.
//!
//! Each call has its own thread and its own connection, and ten seconds: a keychain that waits for
//! its password, or hangs, never holds up the rest. A missing entry is `keychain_lost`; it never
//! means that there is no vault.

use std::collections::HashMap;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use evenkeel_core::error::{Error, ErrorCode, Result};
use keyring_core::Entry;
use keyring_core::api::{CredentialPersistence, CredentialStoreApi};
use zeroize::Zeroizing;

const SERVICE: &str = "Evenkeel";
const TIME_LIMIT: Duration = Duration::from_secs(10);

type Secret = Zeroizing<Vec<u8>>;

/// Stores `key` under `account` and reads it back.
pub fn store(account: &str, key: &[u8]) -> Result<()> {
    let key = Zeroizing::new(key.to_vec());
    within_limit(account, move |entry| {
        entry.set_secret(&key)?;
        let stored = Zeroizing::new(entry.get_secret()?);
        if *stored == *key {
            Ok(())
        } else {
            Err(keyring_core::Error::NoEntry)
        }
    })
}

pub fn load(account: &str) -> Result<Secret> {
    within_limit(account, |entry| entry.get_secret().map(Zeroizing::new))
}

/// Removes the entry; that there is none is fine.
pub fn remove(account: &str) -> Result<()> {
    within_limit(account, |entry| match entry.delete_credential() {
        Err(keyring_core::Error::NoEntry) => Ok(()),
        other => other,
    })
}

fn within_limit<T: Send + 'static>(
    account: &str,
    task: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
) -> Result<T> {
    let account = account.to_owned();
    let (answer, answered) = mpsc::channel();
    let started = thread::Builder::new()
        .name("keychain".into())
        .spawn(move || {
            let done = entry(&account).and_then(|entry| task(&entry));
            // After the time limit nobody listens; a key in the answer is then wiped unread.
            let _ = answer.send(done.map_err(|error| explain(&error)));
        });
    if started.is_err() {
        return Err(unavailable());
    }
    match answered.recv_timeout(TIME_LIMIT) {
        Ok(done) => done,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Error::new(
            ErrorCode::KeychainTimeout,
            "the keychain did not answer in time",
        )),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(unavailable()),
    }
}

/// The entry in the platform's own store; a store that forgets at logout is refused.
fn entry(account: &str) -> keyring_core::Result<Entry> {
    let store = platform_store()?;
    if !matches!(store.persistence(), CredentialPersistence::UntilDelete) {
        return Err(keyring_core::Error::NoDefaultStore);
    }
    store.build(SERVICE, account, Some(&labels()))
}

#[cfg(target_os = "linux")]
fn platform_store() -> keyring_core::Result<std::sync::Arc<zbus_secret_service_keyring_store::Store>>
{
    zbus_secret_service_keyring_store::Store::new()
}

#[cfg(target_os = "macos")]
fn platform_store()
-> keyring_core::Result<std::sync::Arc<apple_native_keyring_store::keychain::Store>> {
    apple_native_keyring_store::keychain::Store::new()
}

#[cfg(windows)]
fn platform_store() -> keyring_core::Result<std::sync::Arc<windows_native_keyring_store::Store>> {
    windows_native_keyring_store::Store::new()
}

/// The name that a keychain viewer shows, so that the vault's id does not stand there.
#[cfg(target_os = "linux")]
fn labels() -> HashMap<&'static str, &'static str> {
    HashMap::from([("label", SERVICE)])
}

#[cfg(not(target_os = "linux"))]
fn labels() -> HashMap<&'static str, &'static str> {
    HashMap::new()
}

fn explain(error: &keyring_core::Error) -> Error {
    use keyring_core::Error as Keyring;
    match error {
        Keyring::NoEntry
        | Keyring::Ambiguous(_)
        | Keyring::BadEncoding(_)
        | Keyring::BadDataFormat(..) => lost(),
        Keyring::NoStorageAccess(cause) => refused(cause.as_ref()),
        _ => unavailable(),
    }
}

/// The store reports a locked, a dismissed and a missing collection alike; its cause tells.
#[cfg(target_os = "linux")]
fn refused(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Error {
    match cause.downcast_ref() {
        Some(secret_service::Error::NoResult) => unavailable(),
        _ => denied(),
    }
}

#[cfg(not(target_os = "linux"))]
fn refused(_: &(dyn std::error::Error + Send + Sync + 'static)) -> Error {
    denied()
}

/// The entry is gone, or what is there is not what this vault stored.
pub const fn lost() -> Error {
    Error::new(
        ErrorCode::KeychainLost,
        "the keychain has no key for this vault",
    )
}

const fn denied() -> Error {
    Error::new(ErrorCode::KeychainDenied, "the keychain stayed locked")
}

const fn unavailable() -> Error {
    Error::new(ErrorCode::KeychainUnavailable, "no keychain answers")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_has_its_own_code() {
        use keyring_core::Error as Keyring;
        let code = |error: Keyring| explain(&error).code();
        assert_eq!(code(Keyring::NoEntry), ErrorCode::KeychainLost);
        assert_eq!(
            code(Keyring::Ambiguous(Vec::new())),
            ErrorCode::KeychainLost
        );
        assert_eq!(
            code(Keyring::NoDefaultStore),
            ErrorCode::KeychainUnavailable
        );
        assert_eq!(
            code(Keyring::PlatformFailure("no bus".into())),
            ErrorCode::KeychainUnavailable
        );
        assert_eq!(
            code(Keyring::NoStorageAccess("locked".into())),
            ErrorCode::KeychainDenied
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_dismissed_prompt_is_told_from_a_missing_collection() {
        use keyring_core::Error as Keyring;
        let code = |cause| explain(&Keyring::NoStorageAccess(Box::new(cause))).code();
        assert_eq!(
            code(secret_service::Error::Prompt),
            ErrorCode::KeychainDenied
        );
        assert_eq!(
            code(secret_service::Error::Locked),
            ErrorCode::KeychainDenied
        );
        assert_eq!(
            code(secret_service::Error::NoResult),
            ErrorCode::KeychainUnavailable
        );
    }
}
