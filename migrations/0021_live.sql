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
