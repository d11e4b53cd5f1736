-- The ids of prompts, responses and tasks are made from their content, and raters see some of them.
-- Without a secret, anybody could find out the models by trying texts and names.
alter table project add column id_secret text not null default '';
-- Projects from before keep the ids that they have. New content gets ids that nobody can guess.
update project set id_secret = cast(seed as text);
