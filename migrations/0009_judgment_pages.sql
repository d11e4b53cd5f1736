-- A project's judgments are read a page at a time in the order of their ids, from either end.
-- Without this a page of one project walks through the judgments of all.
create index judgment_page on judgment (project_id, id);
