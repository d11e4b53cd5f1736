-- Decisions that fill no slot: skips, and judgments that came too late. Progress counts what fills
-- slots by the tasks alone, and looks these few up.
create index assignment_beside on assignment (project_id)
    where slot is null and status in ('submitted', 'skipped');
