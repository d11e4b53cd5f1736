-- What was decided. Append-only: a correction is a further revision.

create table judgment (
    -- Made by the browser: the same judgment sent again is the same row.
    id uuid primary key,
    project_id uuid not null references project (id),
    task_id uuid not null references task (id),
    rater_id uuid not null references account (id),
    revision integer not null,
    -- As shown: a stood first. Means nothing without the presentation.
    verdict text not null check (verdict in ('a', 'b', 'tie', 'both_bad')),
    grade integer,
    rationale text,
    -- Answers to further criteria, rankings, ratings, rewrites and spans, by criterion.
    answers jsonb not null,
    presentation jsonb not null,
    guideline_version integer not null,
    protocol_version integer not null,
    active_ms bigint,
    late boolean not null,
    counted boolean not null,
    submitted_at bigint not null,
    unique (task_id, rater_id, revision)
);
create index judgment_project on judgment (project_id, task_id);
create index judgment_rater on judgment (rater_id, project_id);

create table skip (
    id uuid primary key,
    project_id uuid not null references project (id),
    task_id uuid not null references task (id),
    rater_id uuid not null references account (id),
    reason text not null check (
        reason in ('not_my_field', 'unclear_prompt', 'wrong_language', 'broken', 'upsetting', 'other')
    ),
    comment text,
    presentation jsonb not null,
    guideline_version integer not null,
    protocol_version integer not null,
    skipped_at bigint not null,
    unique (task_id, rater_id)
);
create index skip_project on skip (project_id, task_id);
create index skip_rater on skip (rater_id, project_id);
