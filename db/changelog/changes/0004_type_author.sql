--liquibase formatted sql

--changeset mergedesk:0004-type-author
-- Who saved the definition last, and when; unknown for those that were saved before.
ALTER TABLE entity_type ADD COLUMN saved_by VARCHAR(63) NULL;
ALTER TABLE entity_type ADD COLUMN saved_at DATETIME(6) NULL;
--rollback ALTER TABLE entity_type DROP COLUMN saved_by;
--rollback ALTER TABLE entity_type DROP COLUMN saved_at;
