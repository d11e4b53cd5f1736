//! `touchstone serve`

use axum::Router;
use secrecy::ExposeSecret;

use super::open::open;
use crate::config::{Config, Synchronous};
use crate::serve::{Limits, listen, raise_open_files, serve as answer, termination};
use crate::web::{WebSettings, layers};
use crate::{State, account, import, log};

/// Serves until the process is told to stop.
pub(super) async fn serve(config: Config, router: fn(State) -> Router) -> anyhow::Result<()> {
    log::start(config.log_format, &config.log_filter)?;
    for warning in config.check()? {
        tracing::warn!("{warning}");
    }
    let durable = config.sqlite_synchronous == Synchronous::Full;
    let db = open(config.database.url.expose_secret(), durable).await?;
    let listener = listen(config.listen)?;
    let address = listener.local_addr()?;
    let limits = Limits::from(&config).within(raise_open_files());
    let settings = WebSettings { listen: address, ..WebSettings::from(&config) };
    let origin = config
        .public_origin
        .as_ref()
        .map_or_else(|| format!("http://{address}"), ToString::to_string);
    let state = State::new(db, config);
    let db = state.db.clone();
    tracing::info!(engine = db.engine(), "serving on {origin}");
    if account::needs_set_up(&db).await? {
        println!("\n  There are no accounts yet. Open {origin}/set-up");
        println!("  and enter the code {}\n", state.set_up_code);
    }
    let sweeping = tokio::spawn({
        let db = db.clone();
        async move {
            if let Err(error) = import::sweep_all(&db).await {
                tracing::warn!(%error, "imports that were cut off are left to be swept");
            }
        }
    });
    answer(listener, layers(router(state), &settings), limits, told_to_stop()).await?;
    sweeping.abort();
    db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Waits until the process is asked to end.
async fn told_to_stop() {
    if let Err(error) = termination().await {
        tracing::warn!(%error, "signals cannot be heard");
        std::future::pending::<()>().await;
    }
    tracing::info!("stopping: requests under way are finished");
}
