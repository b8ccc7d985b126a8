//! `vault.keys`: the slots that wrap the master key.
//!
//! Layout, integers little-endian: magic 8 ‖ format 2 ‖ vault id 16 ‖ number of slots 1 ‖ the
//! slots ‖ HMAC-SHA256 under the slots' MAC key 32 ‖ SHA-256 of all before 32. The plain checksum
//! tells a damaged file from a wrong passphrase; the MAC tells a changed list of slots.

use sha2::{Digest, Sha256};

use super::kdf::KdfPolicy;
use super::keys::{MasterKey, VaultId};
use super::slot::{SLOT_LEN, Slot, SlotKind, SlotSecret, take};
use crate::error::{Error, ErrorCode, Result};
use crate::random::{self, RandomSource};

const MAGIC: &[u8; 8] = b"EVENKEEL";
const FORMAT: u16 = 1;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeyFile {
    vault: VaultId,
    slots: Vec<Slot>,
    mac: [u8; 32],
}

impl KeyFile {
    /// A key file without slots, for a vault that is being made.
    pub(super) fn new(random: &mut dyn RandomSource) -> Result<Self> {
        Ok(Self {
            vault: random::array(random)?,
            slots: Vec::new(),
            mac: [0; 32],
        })
    }

    pub(super) const fn vault(&self) -> &VaultId {
        &self.vault
    }

    pub(super) fn keychain_slot(&self) -> Option<[u8; 16]> {
        self.slots
            .iter()
            .find(|slot| slot.kind == SlotKind::Keychain)
            .map(|slot| slot.id)
    }

    /// The master key, if `secret` opens a slot of its kind and the list of slots is whole.
    pub(super) fn open(&self, secret: &SlotSecret<'_>, policy: &KdfPolicy) -> Result<MasterKey> {
        let binding = self.binding();
        let mut outcome = Err(Error::new(
            ErrorCode::WrongKey,
            "the vault has no such slot",
        ));
        for slot in self.slots.iter().filter(|slot| slot.kind == secret.kind()) {
            outcome = slot.open(secret, &binding, policy);
            match &outcome {
                Ok(_) => break,
                Err(error) if error.code() == ErrorCode::WrongKey => {}
                Err(_) => break,
            }
        }
        let master = outcome?;
        master
            .mac_key(&self.vault)?
            .verify(&self.authenticated(), &self.mac)?;
        Ok(master)
    }

    /// The same file with `secret` in the place of every slot of its kind. The new slot is opened
    /// again before this returns, so a slot that would not open never replaces one that does.
    pub(super) fn with_slot(
        &self,
        master: &MasterKey,
        secret: &SlotSecret<'_>,
        id: [u8; 16],
        policy: &KdfPolicy,
        random: &mut dyn RandomSource,
    ) -> Result<Self> {
        let slot = Slot::seal(master, secret, id, &self.binding(), policy, random)?;
        let mut changed = self.without(secret.kind());
        changed.slots.push(slot);
        changed.sign(master)?;
        changed.open(secret, policy)?;
        Ok(changed)
    }

    pub(super) fn without_keychain(&self, master: &MasterKey) -> Result<Self> {
        let mut changed = self.without(SlotKind::Keychain);
        changed.sign(master)?;
        Ok(changed)
    }

    fn without(&self, kind: SlotKind) -> Self {
        let slots = self
            .slots
            .iter()
            .filter(|slot| slot.kind != kind)
            .cloned()
            .collect();
        Self {
            vault: self.vault,
            slots,
            mac: [0; 32],
        }
    }

    fn sign(&mut self, master: &MasterKey) -> Result<()> {
        self.mac = master.mac_key(&self.vault)?.sign(&self.authenticated())?;
        Ok(())
    }

    fn binding(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(self.vault);
        bytes
    }

    fn authenticated(&self) -> Vec<u8> {
        let mut bytes = self.binding();
        bytes.push(u8::try_from(self.slots.len()).unwrap_or(u8::MAX));
        for slot in &self.slots {
            slot.write(&mut bytes);
        }
        bytes
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut bytes = self.authenticated();
        bytes.extend(self.mac);
        let checksum: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.extend(checksum);
        bytes
    }

    /// Reads a key file; `damaged_keys` unless every byte is as it was written.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self> {
        let damaged = |context| Error::new(ErrorCode::DamagedKeys, context);
        let mut rest = bytes;
        if &take::<8>(&mut rest)? != MAGIC {
            return Err(damaged("this is not a key file"));
        }
        let format = u16::from_le_bytes(take(&mut rest)?);
        let Some((body, checksum)) = bytes.split_last_chunk::<32>() else {
            return Err(damaged("the key file is too short"));
        };
        if Sha256::digest(body).as_slice() != checksum {
            return Err(damaged("the key file's checksum is off"));
        }
        if format > FORMAT {
            return Err(Error::new(
                ErrorCode::TooNew,
                "a key file of a later format",
            ));
        }
        let vault = take(&mut rest)?;
        let [count] = take(&mut rest)?;
        let slots = (0..count)
            .map(|_| Slot::read(&take::<SLOT_LEN>(&mut rest)?))
            .collect::<Result<_>>()?;
        let mac = take(&mut rest)?;
        if rest.len() != checksum.len() {
            return Err(damaged("the key file has bytes to spare"));
        }
        Ok(Self { vault, slots, mac })
    }
}
