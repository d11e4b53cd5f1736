-- Who holds what. Over-collection is impossible by the two unique keys, on both engines.

create table assignment (
    id uuid primary key,
    project_id uuid not null references project (id),
    task_id uuid not null references task (id),
    rater_id uuid not null references account (id),
    -- 1 to overlap while held or submitted; none once released or skipped.
    slot integer,
    status text not null check (status in ('held', 'submitted', 'skipped', 'released')),
    -- How the task stands before this rater: {"order": [response ids], "blind": true}.
    presentation jsonb not null,
    claimed_at bigint not null,
    expires_at bigint not null,
    unique (task_id, rater_id),
    unique (task_id, slot)
);
create index assignment_rater on assignment (rater_id, project_id, status);
-- What may lapse, soonest first.
create index assignment_held on assignment (project_id, expires_at) where status = 'held';
