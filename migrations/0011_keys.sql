-- How a rater has laid out the keys of the judge page: a letter for each command. Null for those
-- who have changed nothing, so that the usual keys may still change for them.

alter table account add column keys jsonb;
