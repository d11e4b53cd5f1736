//! The executable: hands everything that answers to the command line.

fn main() -> std::process::ExitCode {
    server::cli::main(app::router::router)
}
