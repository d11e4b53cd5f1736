//! A server for one test.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use clap::Parser;
use domain::account::NewToken;
use domain::actor::{Actor, Scope};
use domain::id::AccountId;
use server::account::NewAccount;
use server::config::Config;
use server::password::Password;
use server::web::{WebSettings, layers};
use server::{State, account, rest, token};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;
use utoipa::openapi::OpenApi;
use uuid::Uuid;

use crate::actor::Person;
use crate::database::TestDatabase;
use crate::factory::ProjectFactory;

/// A server of its own for each test, in the same process, on a port of its own.
pub struct TestApp {
    pub state: State,
    pub database: Arc<TestDatabase>,
    pub document: OpenApi,
    origin: String,
    people: AtomicU32,
}

/// The hash of a password that nobody knows, made once.
static PASSWORD_HASH: OnceCell<String> = OnceCell::const_new();

#[derive(clap::Parser)]
struct Settings {
    #[command(flatten)]
    config: Config,
}

impl TestApp {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts a server with settings as on the command line.
    pub async fn start_with(settings: &[&str]) -> Self {
        let database = Arc::new(TestDatabase::create().await);
        let arguments = ["touchstone"].iter().chain(settings);
        let config = Settings::parse_from(arguments).config;
        let state = State::new(database.db.clone(), config);
        let (router, document) = rest::router(state.clone());
        let router = rest::with_sessions(router, &state);
        let router = layers(router, &WebSettings::from(&*state.config));
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { state, database, document, origin, people: AtomicU32::new(0) }
    }

    /// Somebody without an account.
    pub fn stranger(&self) -> Person {
        Person::new(&self.origin, AccountId(Uuid::nil()), "nobody@example.org".into(), None)
    }

    /// Somebody with an account and a token for all that the account may do.
    pub async fn person(&self, name: &str) -> Person {
        self.account(name, false).await
    }

    /// A site admin with a token.
    pub async fn admin(&self) -> Person {
        self.account("admin", true).await
    }

    /// Somebody who is known by a password, and not signed in yet.
    pub async fn person_with_password(&self, name: &str, password: &str) -> Person {
        let email = self.new_email(name);
        let password = Password::from(password.to_owned());
        let new = NewAccount { email: email.clone(), name: name.into(), password };
        let account = account::add(&self.state.db, &new, false).await.unwrap();
        Person::new(&self.origin, account.id, email, None)
    }

    /// The same person with another token.
    pub async fn with_token(&self, person: &Person, scope: Scope) -> Person {
        let secret = self.token(person.id, scope).await;
        Person::new(&self.origin, person.id, person.email.clone(), Some(secret))
    }

    /// A project in the making.
    pub fn project(&self) -> ProjectFactory<'_> {
        ProjectFactory::new(self)
    }

    /// An address that nobody has had yet.
    pub fn new_email(&self, name: &str) -> String {
        format!("{name}-{}@example.org", self.people.fetch_add(1, Ordering::Relaxed))
    }

    /// Where the server is.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// An account whose password nobody knows: no test waits for its slow hash.
    async fn account(&self, name: &str, site_admin: bool) -> Person {
        let id = AccountId(Uuid::now_v7());
        let email = self.new_email(name);
        let sql = "
            insert into account
                (id, email, name, password_hash, site_admin, session_epoch, created_at)
            values ($1, $2, $3, $5, $4, 1, 0)";
        let unknown = PASSWORD_HASH.get_or_init(async || {
            let password = Password::from(Uuid::new_v4().to_string());
            server::password::hash(&password).await.unwrap()
        });
        let unknown = unknown.await;
        let mut tx = self.state.db.write().await.unwrap();
        match &mut tx {
            server::db::Tx::Sqlite(tx) => {
                let query = sqlx::query(sql)
                    .bind(id)
                    .bind(&email)
                    .bind(name)
                    .bind(site_admin)
                    .bind(unknown);
                query.execute(&mut **tx).await.map(drop).unwrap();
            }
            server::db::Tx::Postgres(tx) => {
                let query = sqlx::query(sql)
                    .bind(id)
                    .bind(&email)
                    .bind(name)
                    .bind(site_admin)
                    .bind(unknown);
                query.execute(&mut **tx).await.map(drop).unwrap();
            }
        }
        tx.commit().await.unwrap();
        let secret = self.token(id, Scope::Full).await;
        Person::new(&self.origin, id, email, Some(secret))
    }

    async fn token(&self, account: AccountId, scope: Scope) -> String {
        let owner = Actor::authenticated(account, false, Scope::Full);
        let new = NewToken { name: "test".into(), scope, days: None };
        token::create(&self.state.db, &owner, &new).await.unwrap().secret
    }
}
