-- Who can sign in, and by what.

create table account (
    id uuid primary key,
    -- Lower case, so that one person has one account.
    email text not null unique,
    name text not null,
    password_hash text not null,
    site_admin boolean not null,
    -- Raised by password change, role change and disabling: sessions of an older epoch are dead.
    session_epoch integer not null,
    created_at bigint not null,
    disabled_at bigint
);

-- One row at most. Its key decides which of two first visitors becomes the first admin.
create table setup (
    id integer primary key check (id = 1),
    account_id uuid not null unique references account (id),
    completed_at bigint not null
);

create table session (
    -- A hash of the cookie: who reads the database cannot sign in with what is found there.
    id text primary key,
    data text not null,
    expires_at bigint not null
);
create index session_expiry on session (expires_at);

-- What the throttle counts. The subject is an account's e-mail or a client's address.
create table sign_in_failure (
    id uuid primary key,
    subject text not null,
    failed_at bigint not null
);
create index sign_in_failure_subject on sign_in_failure (subject, failed_at);

create table token (
    id uuid primary key,
    account_id uuid not null references account (id),
    name text not null,
    -- SHA-256 of a random key of 256 bits: a slow hash would add nothing.
    token_hash text not null unique,
    scope text not null check (scope in ('read', 'judge', 'full')),
    created_at bigint not null,
    expires_at bigint,
    last_used_at bigint,
    revoked_at bigint
);
create index token_account on token (account_id);
