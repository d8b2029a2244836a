//! Work that pauses: 200,000 rows are checked in steps, between which a page lives.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};

/// How many rows are worked through between two pauses.
const ROWS: usize = 4096;

/// Work that is carried on step by step.
pub type Work<T> = Pin<Box<dyn Future<Output = T>>>;

/// Pauses at every so many rows; `row` is the number of the one that was worked through.
pub(super) async fn pause_at(row: usize) {
    if row % ROWS == ROWS - 1 {
        pause().await;
    }
}

/// Pauses before what is a step of its own.
pub(super) async fn pause() {
    Pause { is_over: false }.await;
}

/// Lets go of rows, some thousand at a time.
pub(super) async fn let_go<T>(mut rows: Vec<T>) {
    while !rows.is_empty() {
        rows.truncate(rows.len().saturating_sub(4 * ROWS));
        pause().await;
    }
}

/// Carries work on to its next pause; its result where that was the last step.
pub fn step<T>(work: &mut Work<T>) -> Option<T> {
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// Does work without a pause.
pub(super) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = core::pin::pin!(work);
    loop {
        if let Poll::Ready(result) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return result;
        }
    }
}

struct Pause {
    is_over: bool,
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Pause>, _: &mut Context) -> Poll<()> {
        match core::mem::replace(&mut self.is_over, true) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ROWS, Work, at_once, pause_at, step};

    async fn sum(rows: usize) -> usize {
        let mut sum = 0;
        for row in 0..rows {
            sum += row;
            pause_at(row).await;
        }
        sum
    }

    #[test]
    fn work_goes_on_where_it_paused() {
        let mut work: Work<usize> = Box::pin(sum(3 * ROWS));
        let steps = (0..).map_while(|_| step(&mut work).is_none().then_some(())).count();
        assert_eq!(steps, 3);
        assert_eq!(at_once(sum(3 * ROWS)), (3 * ROWS) * (3 * ROWS - 1) / 2);
    }
}
