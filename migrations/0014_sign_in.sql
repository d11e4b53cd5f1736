-- What slows guesses down, which browsers an account knows, and the way back for a forgotten
-- password.

-- Attempts are counted in one row for each subject (an address, an account, a browser), which
-- says when the subject's allowance is whole again. A row whose moment has passed says nothing.
-- One row instead of a list of failures: counting and deciding are one step.
drop table sign_in_failure;

create table throttle (
    subject text primary key,
    full_at bigint not null
);
create index throttle_expiry on throttle (full_at);

-- Browsers that signed in to an account before. They have attempts of their own, which strangers
-- cannot use up; they give no access.
create table known_device (
    account_id uuid not null references account (id),
    -- A hash of the cookie: who reads the database cannot pass for the browser.
    device_hash text not null,
    used_at bigint not null,
    primary key (account_id, device_hash)
);
create index known_device_hash on known_device (device_hash);

-- Links that let the owner of an account choose a new password. Rows stay after their use, so
-- that owners see who made a link for their account.
create table password_reset (
    id uuid primary key,
    account_id uuid not null references account (id),
    secret_hash text not null unique,
    -- The site admin who made it; null for the command line.
    created_by uuid references account (id),
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint
);
create index password_reset_account on password_reset (account_id);
create index password_reset_creator on password_reset (created_by);
