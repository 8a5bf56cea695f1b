//! Processes items on several threads and returns the results in order.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, mpsc};
use std::thread;

/// How many items per thread are started before the result of the first has been taken.
const STARTED_PER_THREAD: usize = 4;

/// Calls `work` on the items, several at once, and passes each result to `take`, in the order of the items. If `work`
/// panics, the result is an error.
///
/// Only a few results wait at any time, so that a thousand items need no more memory than a dozen.
///
/// # Errors
/// The first error of `take`, after which no more items are started.
pub fn process_in_order<T: Sync, R: Send, E>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, thread::Result<R>) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads.clamp(1, items.len().max(1));
    let (job_sender, jobs) = mpsc::channel();
    let jobs = Mutex::new(jobs);
    let (jobs, work) = (&jobs, &work);
    thread::scope(|scope| {
        let (result_sender, results) = mpsc::channel();
        for _ in 0..threads {
            let done = result_sender.clone();
            scope.spawn(move || {
                let next = || jobs.lock().ok()?.recv().ok();
                while let Some(n) = next() {
                    let result = catch_unwind(AssertUnwindSafe(|| work(&items[n])));
                    if done.send((n, result)).is_err() {
                        return;
                    }
                }
            });
        }
        // Moved into this closure: the threads end when it returns and the sender is dropped.
        let job_sender = job_sender;
        let mut waiting = 0..items.len();
        waiting.by_ref().take(threads * STARTED_PER_THREAD).for_each(|n| _ = job_sender.send(n));
        let mut finished_early = BTreeMap::new();
        for (n, item) in items.iter().enumerate() {
            let result = loop {
                if let Some(result) = finished_early.remove(&n) {
                    break result;
                }
                finished_early.extend(results.recv().ok());
            };
            take(item, result)?;
            waiting.next().into_iter().for_each(|next| _ = job_sender.send(next));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_whatever_finishes_first() {
        let items: Vec<u64> = (0..100).collect();
        let mut taken = Vec::new();
        let work = |n: &u64| {
            thread::sleep(Duration::from_micros(n * 7919 % 500));
            n * 2
        };
        let outcome = process_in_order(&items, 8, work, |n, result| {
            taken.push((*n, result.ok()));
            Ok::<(), ()>(())
        });
        assert_eq!(outcome, Ok(()));
        assert_eq!(taken, items.iter().map(|n| (*n, Some(n * 2))).collect::<Vec<_>>());
    }

    #[test]
    fn only_a_few_results_wait_for_a_slow_one() {
        let (started, items) = (AtomicUsize::new(0), vec![(); 100]);
        let work = |(): &()| {
            if started.fetch_add(1, Ordering::SeqCst) == 0 {
                thread::sleep(Duration::from_millis(50));
                return started.load(Ordering::SeqCst);
            }
            0
        };
        let mut most = 0;
        let outcome = process_in_order(&items, 2, work, |(), started| {
            most = most.max(started.unwrap_or(usize::MAX));
            Ok::<(), ()>(())
        });
        assert_eq!((outcome, most <= 2 * STARTED_PER_THREAD), (Ok(()), true), "{most} were started");
    }

    #[test]
    fn no_items_are_started_after_an_error() {
        let started = AtomicUsize::new(0);
        let outcome =
            process_in_order(&[(); 1000], 2, |()| started.fetch_add(1, Ordering::SeqCst), |(), _| Err("full"));
        assert_eq!(outcome, Err("full"));
        assert!(started.into_inner() <= 2 * STARTED_PER_THREAD);
    }

    #[test]
    fn work_that_panics_gives_one_failed_result_and_no_items_give_no_results() {
        let mut failed = Vec::new();
        let outcome = process_in_order(
            &[1, 0, 2],
            1,
            |n| assert!(*n > 0, "zero"),
            |n, result| {
                failed.extend(result.is_err().then_some(*n));
                Ok::<(), ()>(())
            },
        );
        assert_eq!((outcome, failed), (Ok(()), vec![0]));
        assert_eq!(process_in_order(&[0; 0], 4, |_| (), |_, _| Err("taken")), Ok(()));
    }
}
