-- Projects: their rules, their guidelines and protocol in all versions, their members.

create table project (
    id uuid primary key,
    name text not null,
    status text not null,
    -- Judgments wanted of a new task; each task keeps its own number from then on.
    overlap integer not null check (overlap between 1 and 100),
    lease_seconds integer not null check (lease_seconds between 60 and 86400),
    -- Tasks that a rater meets a second time, of a hundred; 0 for none.
    repeat_share integer not null check (repeat_share between 0 and 100),
    -- Decides the order of tasks and of sides; never shown.
    seed bigint not null,
    -- Keys the ids of prompts, responses and tasks, which are made from their content. Without it
    -- anybody could test which model wrote a text.
    id_secret text not null,
    guideline_version integer not null,
    protocol_version integer not null,
    -- Counts how often slots became open again: freed, or added by an import or a higher overlap.
    slots_epoch bigint not null,
    created_at bigint not null,
    created_by uuid not null references account (id)
);
create index project_creator on project (created_by);

-- Guidelines and protocols never change; a change adds a version. Each judgment is pinned to the
-- versions that its rater saw.
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
    -- A tagged value, so that new kinds of question need no new column.
    definition jsonb not null,
    created_at bigint not null,
    created_by uuid not null references account (id),
    primary key (project_id, version)
);
create index protocol_creator on protocol (created_by);

create table member (
    project_id uuid not null references project (id),
    account_id uuid not null references account (id),
    role text not null,
    created_at bigint not null,
    -- Who added the member; for the first member, the creator of the project.
    created_by uuid not null references account (id),
    primary key (project_id, account_id)
);
create index member_account on member (account_id);
create index member_creator on member (created_by);

create table invitation (
    id uuid primary key,
    project_id uuid not null references project (id),
    role text not null,
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
