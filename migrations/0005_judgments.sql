-- What raters decided. Rows are added and never removed; only `stands` and `put_back_at` change.

create table judgment (
    -- Made by the browser: the same judgment sent again is the same row.
    id uuid primary key,
    project_id uuid not null references project (id),
    assignment_id uuid not null references assignment (id),
    -- The assignment's, repeated here for indexes.
    task_id uuid not null references task (id),
    rater_id uuid not null references rater (id),
    -- 1 for the first; a correction is a further revision.
    revision integer not null,
    -- True for the last revision alone. Kept by the transaction that adds a revision, and the only
    -- way to ask for the judgments that stand.
    stands boolean not null,
    -- As shown: a was first. Means nothing without the assignment's presentation.
    verdict text,
    grade integer,
    -- Answers to further criteria, rankings, ratings, rewrites and spans, as shown.
    answers jsonb not null,
    rationale text,
    guideline_version integer not null,
    protocol_version integer not null,
    active_ms bigint,
    late boolean not null,
    -- Whether it fills a slot of its task.
    counted boolean not null,
    source text not null,
    submitted_at bigint not null,
    unique (assignment_id, revision)
);
create index judgment_task on judgment (task_id);
create index judgment_stands on judgment (project_id, task_id) where stands;
-- Pages of a project's judgments, in the order of their ids from either end.
create index judgment_page on judgment (project_id, id);
-- What raters have done: counts and times of their judgments, read from the index alone.
create index judgment_work
    on judgment (rater_id, revision, submitted_at, active_ms, guideline_version);

create table skip (
    id uuid primary key,
    project_id uuid not null references project (id),
    assignment_id uuid not null references assignment (id),
    -- The assignment's, repeated here for indexes.
    task_id uuid not null references task (id),
    rater_id uuid not null references rater (id),
    reason text not null,
    comment text,
    -- False once the rater judged the task after all, or the task was put back.
    stands boolean not null,
    guideline_version integer not null,
    protocol_version integer not null,
    skipped_at bigint not null,
    -- When a manager put the task back, so that it was offered again.
    put_back_at bigint
);
create index skip_assignment on skip (assignment_id);
create unique index skip_stands on skip (assignment_id) where stands;
create index skip_project on skip (project_id, task_id);
create index skip_task on skip (task_id);
create index skip_rater on skip (rater_id, skipped_at);
