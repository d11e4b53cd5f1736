//! The invariants of the data. Each noun brings its own in a `verify` of its module.

pub(crate) mod verification;

use crate::db::Db;
use crate::error::Result;
use crate::{assignment, judgment, project, task};
use verification::Verification;
pub use verification::Violation;

/// Checks every invariant, in one snapshot. With `repair`, values that follow from other rows are
/// computed again.
///
/// Reads every row of some tables; time grows with the database, memory does not.
pub async fn verify(db: &Db, repair: bool) -> Result<Vec<Violation>> {
    let mut check = Verification::begin(db, repair).await?;
    project::verify(&mut check).await?;
    task::verify(&mut check).await?;
    assignment::verify(&mut check).await?;
    judgment::verify(&mut check).await?;
    check.finish().await
}
