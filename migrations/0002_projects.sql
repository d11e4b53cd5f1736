-- What is asked, by whom, and under which words.

create table project (
    id uuid primary key,
    name text not null,
    status text not null check (status in ('draft', 'active', 'paused', 'archived')),
    overlap integer not null check (overlap between 1 and 100),
    lease_seconds integer not null check (lease_seconds between 60 and 86400),
    -- Decides the order of tasks and of sides; never shown.
    seed bigint not null,
    -- What the ids of the project's content are keyed with; never shown.
    id_secret text not null,
    guideline_version integer not null,
    protocol_version integer not null,
    created_at bigint not null,
    created_by uuid not null references account (id)
);
create index project_creator on project (created_by);

-- Guidelines and protocols are versioned; each judgment is pinned to the versions it was made under.
create table guideline (
    project_id uuid not null references project (id),
    version integer not null,
    text text not null,
    created_at bigint not null,
    created_by uuid not null references account (id),
    primary key (project_id, version)
);
create index guideline_creator on guideline (created_by);

create table protocol (
    project_id uuid not null references project (id),
    version integer not null,
    -- A tagged value: pair today; rankings, ratings, criteria and rewrites fit beside it.
    definition jsonb not null,
    created_at bigint not null,
    created_by uuid not null references account (id),
    primary key (project_id, version)
);
create index protocol_creator on protocol (created_by);

create table member (
    project_id uuid not null references project (id),
    account_id uuid not null references account (id),
    role text not null check (role in ('manager', 'adjudicator', 'rater')),
    -- Where this rater's walk through the tasks stands: the last task's import and position.
    -- It keeps the cost of a claim flat, however many tasks lie behind the rater.
    walk_import_id uuid,
    walk_position bigint,
    created_at bigint not null,
    primary key (project_id, account_id)
);
create index member_account on member (account_id);

create table invitation (
    id uuid primary key,
    project_id uuid not null references project (id),
    role text not null check (role in ('manager', 'adjudicator', 'rater')),
    token_hash text not null unique,
    created_by uuid not null references account (id),
    created_at bigint not null,
    expires_at bigint not null,
    accepted_by uuid references account (id),
    accepted_at bigint
);
create index invitation_project on invitation (project_id);
create index invitation_creator on invitation (created_by);
create index invitation_acceptor on invitation (accepted_by);
