-- Only what a rater holds is looked for by the rater, and that is little. An account is never
-- deleted, so nothing else asks for this key.

drop index assignment_rater;
create index assignment_rater on assignment (rater_id, project_id) where status = 'held';
