-- What an import brought in is found by the import alone; where its tasks stand, by those that
-- are open.

drop index task_import;
create index task_import on task (import_id);
