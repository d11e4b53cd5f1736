-- Counts how often a slot of a project was opened again: freed, or added by an import or a higher
-- overlap.
alter table project add column reopened bigint not null default 0;

-- What that count was when this rater's walk last ended with nothing left to take. While it is
-- the same there is still nothing, and nobody needs to look.
alter table member add column walk_ended bigint;
