-- The audit log: who did what, when, from where. Never passwords, cookies, prompts or responses.

create table event (
    id uuid primary key,
    at bigint not null,
    account_id uuid references account (id),
    project_id uuid references project (id),
    kind text not null,
    detail jsonb not null
);
create index event_account on event (account_id);
create index event_project on event (project_id, id);
