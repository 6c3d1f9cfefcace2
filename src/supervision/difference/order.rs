//! Who moved among neighbours: the longest run of those that kept their order stayed where they were, all others moved.

/// For places in an old order, given in the new one, whether each moved. Of several longest runs in order one is chosen, always the same.
pub fn moved(places: &[usize]) -> Vec<bool> {
    // `ends[n]` is where the best run of n + 1 places ends: the one with the least end. Each place knows the one before it.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), vec![None; places.len()]);
    for (at, &place) in places.iter().enumerate() {
        let length = ends.partition_point(|&end| places[end] < place);
        before[at] = length.checked_sub(1).map(|it| ends[it]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut moved = vec![true; places.len()];
    let mut at = ends.last().copied();
    while let Some(stays) = at {
        moved[stays] = false;
        at = before[stays];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn as_few_as_possible_moved() {
        let told = |places: &[usize]| -> Vec<usize> {
            moved(places).iter().enumerate().filter(|it| *it.1).map(|it| it.0).collect()
        };
        assert!(told(&[]).is_empty() && told(&[0, 1, 2]).is_empty());
        assert_eq!(told(&[3, 0, 1, 2]), [0]);
        assert_eq!(told(&[0, 2, 3, 1]), [3]);
        assert_eq!(told(&[2, 1, 0]).len(), 2);
        assert_eq!(told(&[0, 5, 1, 2, 3, 4]), [1]);
    }
}
