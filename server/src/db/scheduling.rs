//! How the system schedules the threads of an executor.
//!
//! The only code for one operating system. Elsewhere the threads run as the system likes, which is
//! slower and otherwise the same.

/// Keeps this thread, and those that it starts, on one processor, where none interrupts another.
///
/// Processors are counted from the last one, and again from there when there are too few.
#[cfg(target_os = "linux")]
pub fn share_one_processor(nth: usize) {
    linux::stay_on_one_processor(nth);
    linux::do_not_interrupt();
}

/// Leaves scheduling to the system.
#[cfg(not(target_os = "linux"))]
pub fn share_one_processor(_nth: usize) {}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
    use thread_priority::unix::{set_thread_priority_and_policy, thread_native_id};
    use thread_priority::{
        NormalThreadSchedulePolicy, ThreadPriority, ThreadPriorityValue, ThreadSchedulePolicy,
    };

    pub fn stay_on_one_processor(nth: usize) {
        let Ok(allowed) = sched_getaffinity(None) else { return };
        let mut processors = (0..CpuSet::MAX_CPU).rev().filter(|cpu| allowed.is_set(*cpu)).cycle();
        let Some(processor) = processors.nth(nth) else { return };
        let mut one = CpuSet::new();
        one.set(processor);
        if let Err(error) = sched_setaffinity(None, &one) {
            tracing::debug!(%error, "cannot keep a thread on one processor");
        }
    }

    /// A thread that wakes up waits until the one that woke it waits. Otherwise every row of an
    /// answer costs two thread switches, and every answer a few more.
    pub fn do_not_interrupt() {
        let policy = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Batch);
        // On the crate's scale of 0 to 99, this is the ordinary niceness of 0.
        let ordinary = ThreadPriorityValue::try_from(47_u8).expect("between 0 and 99");
        let priority = ThreadPriority::Crossplatform(ordinary);
        let set = set_thread_priority_and_policy(thread_native_id(), priority, policy);
        if let Err(error) = set {
            tracing::debug!(?error, "cannot set the scheduling class of a thread");
        }
    }
}
