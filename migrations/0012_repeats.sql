-- Raters meet some of their own tasks a second time, so many in a hundred; 0 asks for none.
alter table project add column repeat_share integer not null default 0;

-- A repeat is a task of its own for one rater, with the prompt and the responses of another that
-- this rater has judged. It has no slots, so nobody else gets it and nothing counts it.
alter table task add column repeat_of uuid references task (id);
alter table task add column repeat_for uuid references account (id);
create index task_repeat on task (repeat_of) where repeat_of is not null;
-- Nobody meets a task a third time.
create unique index task_repeated on task (repeat_for, repeat_of) where repeat_of is not null;
