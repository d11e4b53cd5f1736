-- Who can sign in, how, and the limits on attempts.

create table account (
    id uuid primary key,
    -- Lower case, so that one person has one account.
    email text not null unique,
    name text not null,
    -- Null for an account without a password: it cannot sign in with one.
    password_hash text,
    site_admin boolean not null,
    -- Raised by a change of password or role and by disabling: older sessions end.
    session_epoch integer not null,
    -- The rater's own letters for commands of the judge page. Null means the defaults, which may
    -- still change.
    keys jsonb,
    created_at bigint not null,
    disabled_at bigint
);

-- At most one row. Its key decides which of two first visitors becomes the first admin.
create table setup (
    id integer primary key check (id = 1),
    account_id uuid not null unique references account (id),
    completed_at bigint not null
);

create table session (
    -- A hash of the cookie: the database alone is not enough to sign in.
    id text primary key,
    data text not null,
    expires_at bigint not null
);
create index session_expiry on session (expires_at);

create table token (
    id uuid primary key,
    account_id uuid not null references account (id),
    name text not null,
    -- SHA-256 of a random key of 256 bits: a slow hash would add nothing.
    token_hash text not null unique,
    scope text not null,
    created_at bigint not null,
    expires_at bigint,
    last_used_at bigint,
    revoked_at bigint
);
create index token_account on token (account_id);

-- One row for each subject (an address, an account, a browser) says when its allowance is full
-- again. A row in the past says nothing. One row instead of a list of attempts: counting and
-- deciding are one step.
create table throttle (
    subject text primary key,
    full_at bigint not null
);
create index throttle_expiry on throttle (full_at);

-- Browsers that have signed in to an account before. They have attempts of their own, which
-- strangers cannot use up; they give no access.
create table known_device (
    account_id uuid not null references account (id),
    -- A hash of the cookie, as for sessions.
    device_hash text not null,
    used_at bigint not null,
    primary key (account_id, device_hash)
);
create index known_device_hash on known_device (device_hash);

-- Links for choosing a new password. Rows stay after use, so that owners see who created a link
-- for their account.
create table password_reset (
    id uuid primary key,
    account_id uuid not null references account (id),
    secret_hash text not null unique,
    -- A site admin; null for the command line.
    created_by uuid references account (id),
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint
);
create index password_reset_account on password_reset (account_id);
create index password_reset_creator on password_reset (created_by);
