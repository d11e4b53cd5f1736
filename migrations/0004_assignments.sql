-- Who judges, and who holds which task.

-- A judge in one project. Judgments, skips and assignments refer to it and not to an account, so
-- that imported judgments and those of a model fit in. A person keeps the row, and its
-- pseudonym in exports, after leaving the project.
create table rater (
    id uuid primary key,
    project_id uuid not null references project (id),
    kind text not null,
    -- Null for raters who are not people with an account.
    account_id uuid references account (id),
    -- The name of a rater without an account.
    label text,
    -- Where the search for the next task starts: the batch and position of the first task that the
    -- rater could still take. Keeps the cost of a claim flat, however many tasks lie behind.
    cursor_batch_id uuid,
    cursor_position bigint,
    -- The project's `slots_epoch` when the search last found nothing. While it is the same there
    -- is still nothing, and no search is needed.
    exhausted_epoch bigint,
    created_at bigint not null,
    unique (project_id, account_id)
);
create index rater_account on rater (account_id);

-- A rater with the name that people see.
create view named_rater as
select rater.id, rater.project_id, rater.kind, rater.account_id,
    coalesce(account.name, rater.label, '') as name
from rater
left join account on account.id = rater.account_id;

-- A task in front of a rater. Two unique keys make over-collection impossible on both engines.
create table assignment (
    -- Random: it is all that a rater's browser knows of the work, so that a task met again looks
    -- like any other.
    id uuid primary key,
    project_id uuid not null references project (id),
    task_id uuid not null references task (id),
    rater_id uuid not null references rater (id),
    -- Why the rater sees the task; `work` fills a slot. The same task met again is another
    -- assignment with another purpose.
    purpose text not null,
    -- 1 to `task.wanted` for work that is held or submitted; null once released or skipped.
    slot integer,
    state text not null,
    -- How the task is shown: {"order": [response ids], "blind": true}. Never changes.
    presentation jsonb not null,
    -- The probability with which this task was chosen, where a policy draws lots.
    probability double precision,
    -- The versions that the task was last served with; its judgment keeps them.
    guideline_version integer not null,
    protocol_version integer not null,
    claimed_at bigint not null,
    expires_at bigint not null,
    unique (task_id, rater_id, purpose),
    unique (task_id, slot)
);
create index assignment_rater on assignment (rater_id, state);
-- What may expire, soonest first.
create index assignment_held on assignment (project_id, expires_at) where state = 'held';
-- Decisions that fill no slot: skips, and judgments that came too late. Progress counts the tasks
-- and looks these few up.
create index assignment_beside on assignment (project_id)
    where purpose = 'work' and slot is null and state in ('submitted', 'skipped');
-- A rater's repeats, by time.
create index assignment_repeat on assignment (rater_id, claimed_at) where purpose = 'repeat';
