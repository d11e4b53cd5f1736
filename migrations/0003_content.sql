-- What is judged: prompts, responses, and the tasks that put them before raters.
--
-- Ids of imported prompts, responses and tasks are hashes of their content, so that importing the
-- same file twice changes nothing, without looking anything up first. They are keyed with the
-- project's secret: raters see some of them, and must not find out models by trying texts and names.

-- Where rows came from. Everything else refers to its batch, whatever way it came.
create table batch (
    id uuid primary key,
    project_id uuid not null references project (id),
    kind text not null,
    -- The name of the file, or of whatever else the rows came from.
    source_name text,
    -- Of an import: the format of the file, if it was recognised.
    format text,
    state text not null,
    report jsonb,
    -- Null where nobody asked for it, as with conversations from an arena.
    created_by uuid references account (id),
    created_at bigint not null,
    -- Moves while rows are added.
    progress_at bigint not null,
    -- Set by the last statement: this one row makes all others of the batch visible.
    completed_at bigint
);
create index batch_creator on batch (created_by);
create index batch_project on batch (project_id, id);
-- One import at a time: rows of an import that fails must not count as known for another.
create unique index batch_running_import on batch (project_id)
    where kind = 'import' and state = 'running';

create table prompt (
    id uuid primary key,
    project_id uuid not null references project (id),
    batch_id uuid not null references batch (id),
    -- Each `{role, content, …}`. A content of one text is that text; else it is a list of parts.
    messages jsonb not null,
    tags jsonb not null,
    -- Equal for prompts that say the same: training data treats them as one prompt.
    content_hash text not null,
    created_at bigint not null
);
create index prompt_project on prompt (project_id);
create index prompt_batch on prompt (batch_id);

-- Who wrote responses. Never shown to raters.
create table model (
    id uuid primary key,
    project_id uuid not null references project (id),
    name text not null,
    created_at bigint not null,
    unique (project_id, name)
);

create table response (
    id uuid primary key,
    prompt_id uuid not null references prompt (id),
    batch_id uuid not null references batch (id),
    model_id uuid references model (id),
    -- Tells equal responses of one model to one prompt apart, counted from 1.
    sample integer not null,
    -- A list of messages, usually one of the assistant.
    messages jsonb not null,
    -- What a file of outputs says of an output beside prompt, model and text. It goes into the
    -- metadata of every task that is made of the output, also together with outputs of later files.
    metadata jsonb,
    created_at bigint not null
);
create index response_prompt on response (prompt_id);
create index response_batch on response (batch_id);
create index response_model on response (model_id);

create table task (
    id uuid primary key,
    project_id uuid not null references project (id),
    batch_id uuid not null references batch (id),
    prompt_id uuid not null references prompt (id),
    external_id text not null,
    -- Tells a task that is imported again from a task whose content has changed.
    content_hash text not null,
    -- What else the file said. It stays as it came.
    metadata jsonb not null,
    -- The project's own labels. They start as the file's `tags`.
    tags jsonb not null,
    -- Questions that are asked of this task alone, in the form of a protocol's criteria.
    criteria jsonb,
    -- A hash with the project's seed: the order in which tasks are assigned within a batch.
    position bigint not null,
    -- Judgments wanted: the project's overlap when the task was added, its own number since.
    wanted integer not null check (wanted between 0 and 1000),
    -- Judgments still to be assigned: `wanted` less taken slots. Negative after `wanted` was
    -- lowered. Kept by the transaction that takes or frees a slot.
    open_slots integer not null,
    state text not null,
    -- Why a manager held the task back or retired it.
    state_reason text,
    created_at bigint not null,
    unique (project_id, external_id)
);
create index task_prompt on task (prompt_id);
create index task_batch on task (batch_id, position);
create index task_open on task (batch_id, position) where open_slots > 0 and state = 'open';
create index task_state on task (project_id, state) where state <> 'open';

create table task_response (
    task_id uuid not null references task (id),
    -- 1 is canonical side 1; rankings go on to 9.
    place integer not null,
    response_id uuid not null references response (id),
    primary key (task_id, place)
);
create index task_response_response on task_response (response_id);

-- The one rule of what is visible: rows of a batch are, once it is complete. Queries that must not
-- see half an import read these views. Both engines plan them like the joins that they stand for.
--
-- A view has the columns that its table had when it was created. A migration that changes `batch`
-- or `task` drops the view first and creates it again.
create view live_batch as
    select * from batch where completed_at is not null;

create view live_task as
    select task.*
    from task
    join batch on batch.id = task.batch_id and batch.completed_at is not null;
