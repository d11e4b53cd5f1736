//! The executable: hands everything that answers to the command line.

use tikv_jemallocator::Jemalloc;

/// The system's allocator keeps what a burst of requests needed; this one gives it back. SQLite
/// uses it, too.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

fn main() -> std::process::ExitCode {
    server::cli::main(app::router::router)
}
