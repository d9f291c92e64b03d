//! Merkle trees as RFC 6962 §2.1 has them: a root that names a whole list, and proofs that one item is in it.

use sha2::{Digest, Sha256};

use super::signed::Hash;

/// Root of a list of items. An empty list has the hash of nothing.
#[must_use]
pub fn root<T: AsRef<[u8]>>(items: &[T]) -> Hash {
    match items {
        [] => Sha256::digest([]).into(),
        [item] => leaf(item.as_ref()),
        _ => {
            let (left, right) = items.split_at(split(items.len()));
            node(&root(left), &root(right))
        }
    }
}

/// Hashes that lead from the item at `index` to the root, nearest first; `None` when there is no such item.
#[must_use]
pub fn proof<T: AsRef<[u8]>>(items: &[T], index: usize) -> Option<Vec<Hash>> {
    if index >= items.len() {
        return None;
    }
    if items.len() == 1 {
        return Some(Vec::new());
    }
    let at = split(items.len());
    let (left, right) = items.split_at(at);
    let (mut path, other) =
        if index < at { (proof(left, index)?, root(right)) } else { (proof(right, index - at)?, root(left)) };
    path.push(other);
    Some(path)
}

/// The root that an item at `index` of `count` and a proof lead to; `None` when the proof has another length than such
/// an item's. Who calls compares it with a root that is trusted.
#[must_use]
pub fn root_from(item: &[u8], index: u64, count: u64, path: &[Hash]) -> Option<Hash> {
    if index >= count {
        return None;
    }
    climb(leaf(item), index, count, path)
}

fn climb(hash: Hash, index: u64, count: u64, path: &[Hash]) -> Option<Hash> {
    if count == 1 {
        return path.is_empty().then_some(hash);
    }
    let (other, below) = path.split_last()?;
    let at = split64(count);
    if index < at {
        Some(node(&climb(hash, index, at, below)?, other))
    } else {
        Some(node(other, &climb(hash, index - at, count - at, below)?))
    }
}

/// The largest power of two below a count of two or more.
const fn split(count: usize) -> usize {
    count.next_power_of_two() / 2
}

const fn split64(count: u64) -> u64 {
    if count > 1 << 62 { 1 << 62 } else { count.next_power_of_two() / 2 }
}

fn leaf(item: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(item).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_a_list_of_any_length_is_proven_and_nothing_else_is() {
        for count in 0..40_u8 {
            let items: Vec<[u8; 1]> = (0..count).map(|item| [item]).collect();
            let root = root(&items);
            for (index, item) in items.iter().enumerate() {
                let path = proof(&items, index).unwrap();
                let climb = |item: &[u8], index, path: &[Hash]| root_from(item, index, u64::from(count), path);
                assert_eq!(climb(item, index as u64, &path), Some(root));
                assert_ne!(climb(&[200], index as u64, &path), Some(root));
                assert_ne!(climb(item, (index as u64 + 1) % u64::from(count.max(2)), &path), Some(root));
                assert_eq!(climb(item, index as u64, &[&path[..], &[root]].concat()), None);
            }
            assert_eq!(proof(&items, usize::from(count)), None);
        }
    }

    #[test]
    fn roots_are_those_of_the_standard() {
        // RFC 6962 §2.1 by hand: MTH({}) and MTH of one empty item.
        assert_eq!(hex(&root::<[u8; 0]>(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(hex(&root(&[[0_u8; 0]])), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    fn hex(hash: &Hash) -> String {
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
