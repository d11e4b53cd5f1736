-- What is judged. Ids of prompts, responses and tasks are made from their content, so that the
-- same thing brought in twice is one row, without looking it up first.

create table import (
    id uuid primary key,
    project_id uuid not null references project (id),
    created_by uuid not null references account (id),
    file_name text not null,
    format text not null,
    status text not null check (status in ('running', 'completed', 'failed')),
    report jsonb not null,
    created_at bigint not null,
    -- Moves while rows come in; a running import that stands still was cut off and is swept.
    progress_at bigint not null,
    -- Set by the last statement: one row makes all tasks of the import visible.
    completed_at bigint
);
create index import_creator on import (created_by);
create index import_project on import (project_id, id);
-- One import at a time: rows of an import that fails must not count as «already there» for another.
create unique index import_running on import (project_id) where status = 'running';

create table prompt (
    id uuid primary key,
    project_id uuid not null references project (id),
    import_id uuid not null references import (id),
    messages jsonb not null
);
create index prompt_project on prompt (project_id);
create index prompt_import on prompt (import_id);

create table response (
    id uuid primary key,
    prompt_id uuid not null references prompt (id),
    import_id uuid not null references import (id),
    model text,
    text text not null
);
create index response_prompt on response (prompt_id);
create index response_import on response (import_id);

create table task (
    id uuid primary key,
    project_id uuid not null references project (id),
    import_id uuid not null references import (id),
    prompt_id uuid not null references prompt (id),
    external_id text not null,
    -- Tells a task sent again from a task sent again with other words.
    content_hash text not null,
    metadata jsonb not null,
    -- A throw of the project's seed: the order in which tasks are handed out within an import.
    position bigint not null,
    -- Judgments still wanted and not in anybody's hands: overlap less taken slots. May be
    -- negative after the overlap was lowered. Kept in the transaction that takes or frees a slot.
    open_slots integer not null,
    unique (project_id, external_id)
);
create index task_prompt on task (prompt_id);
create index task_import on task (import_id, position);
create index task_open on task (import_id, position) where open_slots > 0;

create table task_response (
    task_id uuid not null references task (id),
    -- 1 is canonical side 1; rankings go on to 9.
    place integer not null,
    response_id uuid not null references response (id),
    primary key (task_id, place)
);
create index task_response_response on task_response (response_id);
