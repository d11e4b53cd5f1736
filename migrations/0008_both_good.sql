-- «Both good» beside «both bad». The check of a column cannot be changed on SQLite: the column is
-- made anew, filled, and takes the old one's name. It has no default, so that a verdict that is
-- missing never reads as one.

alter table judgment add column said text
    check (said in ('a', 'b', 'tie', 'both_bad', 'both_good'));
update judgment set said = verdict;
alter table judgment drop column verdict;
alter table judgment rename column said to verdict;
