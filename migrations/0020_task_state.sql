-- A task that nobody is to judge any more is retired: its judgments stay.
alter table task add column state text not null default 'open' check (state in ('open', 'retired'));
drop index task_open;
create index task_open on task (batch_id, position) where open_slots > 0 and state = 'open';
create index task_retired on task (project_id) where state = 'retired';

-- A task that was put back is offered again to those who had skipped it, who may skip it again: so
-- that there is one skip at most that was not put back, and all stay known.
create table skip_again (
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
    -- When somebody who runs the project put the task back.
    put_back_at bigint
);
insert into skip_again
    select id, project_id, task_id, rater_id, reason, comment, presentation,
        guideline_version, protocol_version, skipped_at, null
    from skip;
drop table skip;
alter table skip_again rename to skip;
create index skip_project on skip (project_id, task_id);
create index skip_task on skip (task_id);
create index skip_rater on skip (rater_id, project_id);
create unique index skip_once on skip (task_id, rater_id) where put_back_at is null;
