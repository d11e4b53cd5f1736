use futures::future::join_all;
use sqlx::sqlite::SqliteJournalMode;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use super::*;

const PATIENCE: Duration = Duration::from_secs(10);

struct Shop {
    folder: TempDir,
    writer: Writer,
}

impl Shop {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let writer = Writer::open(&options(&folder)).await.unwrap();
        let mut turn = writer.begin(PATIENCE).await.unwrap();
        insert_table(&mut turn).await;
        turn.commit().await.unwrap();
        Self { folder, writer }
    }

    async fn begin(&self) -> Turn {
        self.writer.begin(PATIENCE).await.unwrap()
    }

    /// Commits a turn while another one waits, which then shares its transaction.
    async fn joined(&self, first: Turn) -> (JoinHandle<Outcome>, Turn) {
        let second = tokio::spawn({
            let writer = self.writer.clone();
            async move { writer.begin(PATIENCE).await.unwrap() }
        });
        tokio::task::yield_now().await;
        let first = tokio::spawn(first.commit());
        (first, second.await.unwrap())
    }

    /// What another connection sees: that which is committed.
    async fn sold(&self) -> Vec<i64> {
        let mut reader = options(&self.folder).connect().await.unwrap();
        sqlx::query_scalar("select n from sale order by n").fetch_all(&mut reader).await.unwrap()
    }
}

fn options(folder: &TempDir) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(folder.path().join("shop.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
}

async fn insert_table(turn: &mut Turn) {
    sqlx::query("create table sale (n integer primary key)").execute(&mut **turn).await.unwrap();
}

async fn sell(turn: &mut Turn, n: i64) -> sqlx::Result<()> {
    sqlx::query("insert into sale (n) values ($1)").bind(n).execute(&mut **turn).await.map(drop)
}

#[tokio::test]
async fn a_commit_answers_once_others_can_see_it() {
    let shop = Shop::open().await;

    let mut turn = shop.begin().await;
    sell(&mut turn, 1).await.unwrap();
    turn.commit().await.unwrap();

    assert_eq!(shop.sold().await, [1]);
}

#[tokio::test]
async fn whoever_waits_joins_and_nobody_is_told_before_the_end() {
    let shop = Shop::open().await;
    let mut first = shop.begin().await;
    sell(&mut first, 1).await.unwrap();

    let (committed, mut second) = shop.joined(first).await;

    assert!(second.follows);
    assert!(!committed.is_finished());
    assert_eq!(shop.sold().await, [0_i64; 0]);
    sell(&mut second, 2).await.unwrap();
    second.commit().await.unwrap();
    committed.await.unwrap().unwrap();
    assert_eq!(shop.sold().await, [1, 2]);
}

#[tokio::test]
async fn whoever_fails_takes_back_no_more_than_their_own() {
    let shop = Shop::open().await;

    let selling = (0..60).map(|n| {
        let writer = shop.writer.clone();
        tokio::spawn(async move {
            let mut turn = writer.begin(PATIENCE).await.unwrap();
            sell(&mut turn, n).await.unwrap();
            // Every third changes its mind, every other third sells twice and is refused.
            match n % 3 {
                0 => turn.commit().await.unwrap(),
                1 => drop(turn),
                _ => assert!(sell(&mut turn, n).await.is_err()),
            }
        })
    });
    for sold in join_all(selling).await {
        sold.unwrap();
    }

    // The last turns may still be on their way back.
    shop.begin().await.commit().await.unwrap();
    assert_eq!(shop.sold().await, (0..60).step_by(3).collect::<Vec<_>>());
}

#[tokio::test]
async fn whoever_goes_away_while_committing_has_committed() {
    let shop = Shop::open().await;
    let mut turn = shop.begin().await;
    sell(&mut turn, 1).await.unwrap();

    let mut committing = Box::pin(turn.commit());
    assert!(futures::poll!(&mut committing).is_pending());
    drop(committing);

    shop.begin().await.commit().await.unwrap();
    assert_eq!(shop.sold().await, [1]);
}

#[tokio::test]
async fn a_commit_that_fails_is_told_to_everybody_and_the_next_one_works() {
    let shop = Shop::open().await;
    let mut first = shop.begin().await;
    sqlx::query("create table debt (n integer references sale deferrable initially deferred)")
        .execute(&mut *first)
        .await
        .unwrap();
    let (first, mut second) = shop.joined(first).await;
    sqlx::query("insert into debt values (9)").execute(&mut *second).await.unwrap();

    assert!(second.commit().await.is_err());
    assert!(first.await.unwrap().is_err());

    let mut third = shop.begin().await;
    sell(&mut third, 3).await.unwrap();
    third.commit().await.unwrap();
    assert_eq!(shop.sold().await, [3]);
}

#[tokio::test]
async fn what_the_database_takes_back_by_itself_may_be_tried_again() {
    let shop = Shop::open().await;
    let mut first = shop.begin().await;
    sell(&mut first, 1).await.unwrap();
    let (first, mut second) = shop.joined(first).await;

    // What a full disk does, and not to the one who met it alone.
    let sql = "insert or rollback into sale (n) values (1)";
    sqlx::query(sql).execute(&mut *second).await.unwrap_err();
    drop(second);

    let error = first.await.unwrap().unwrap_err();
    assert!(crate::db::fault::is_passing(&error), "{error}");
    let mut third = shop.begin().await;
    sell(&mut third, 1).await.unwrap();
    third.commit().await.unwrap();
    assert_eq!(shop.sold().await, [1]);
}

#[tokio::test]
async fn patience_ends() {
    let shop = Shop::open().await;
    let _turn = shop.begin().await;

    let refused = shop.writer.begin(Duration::from_millis(1)).await;

    assert!(matches!(refused, Err(sqlx::Error::PoolTimedOut)));
}

#[tokio::test]
async fn nothing_is_written_after_the_end() {
    let shop = Shop::open().await;

    shop.writer.close().await.unwrap();

    let refused = shop.writer.begin(PATIENCE).await;
    assert!(matches!(refused, Err(sqlx::Error::PoolClosed)));
}
