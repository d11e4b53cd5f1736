-- The versions of guidelines and protocol that a task was served with. Its judgment keeps them, even
-- if they change while the task is in front of its rater.
alter table assignment add column guideline_version integer not null default 1;
alter table assignment add column protocol_version integer not null default 1;
update assignment
set guideline_version =
        (select guideline_version from project where project.id = assignment.project_id),
    protocol_version =
        (select protocol_version from project where project.id = assignment.project_id);
