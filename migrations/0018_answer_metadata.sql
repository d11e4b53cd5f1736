-- What a file of outputs says of an answer beside prompt, model and text. It goes into the metadata
-- of every task that is made of the answer, also with answers of later files.

alter table response add column metadata jsonb;
