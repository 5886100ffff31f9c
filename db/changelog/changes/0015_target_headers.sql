--liquibase formatted sql

--changeset mergedesk:0015-target-headers
-- The values of a target's extra headers, encrypted; its definition names them only.
ALTER TABLE sync_target ADD COLUMN header_values BLOB NULL;
--rollback ALTER TABLE sync_target DROP COLUMN header_values;
