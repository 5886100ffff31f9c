--liquibase formatted sql

--changeset mergedesk:0013-desk-figures
-- All that the desk's figures ask for stands in these two, what was merged without asking apart from the rest.
CREATE INDEX conflict_by_arrival ON conflict (settled_how, edited_at, reopened_count, entity_id, author);
CREATE INDEX conflict_by_end ON conflict (settled_how, settled_at, edited_at, entity_id, author);
DROP INDEX conflict_by_edit ON conflict;
DROP INDEX conflict_by_settlement ON conflict;
--rollback CREATE INDEX conflict_by_edit ON conflict (edited_at, settled_how);
--rollback CREATE INDEX conflict_by_settlement ON conflict (settled_at, settled_how);
--rollback DROP INDEX conflict_by_arrival ON conflict;
--rollback DROP INDEX conflict_by_end ON conflict;
