--liquibase formatted sql

--changeset mergedesk:0016-sync-awaits
-- Which conflict is to be settled before a lane goes on; its standing is then 3.
ALTER TABLE sync_lane ADD COLUMN conflict_id BINARY(16) NULL;
--rollback DELETE FROM sync_lane WHERE standing = 3 AND open_jobs = 0;
--rollback UPDATE sync_lane SET standing = 0 WHERE standing = 3;
--rollback ALTER TABLE sync_lane DROP COLUMN conflict_id;
