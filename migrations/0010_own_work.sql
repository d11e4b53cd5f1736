-- Everybody sees on their first page what they have done: counts and times of all their judgments,
-- read from the index alone.
drop index judgment_rater;
create index judgment_work
    on judgment (rater_id, project_id, revision, submitted_at, active_ms, guideline_version);
