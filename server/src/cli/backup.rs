//! `touchstone backup`

use std::path::Path;

use crate::db;

/// Copies the database into a new file and says what is in it.
pub(super) async fn backup(url: &str, to: &Path) -> anyhow::Result<()> {
    for (table, rows) in db::copy(url, to).await? {
        println!("{table:>10} {rows}");
    }
    println!("backup created and checked: {}", to.display());
    Ok(())
}
