--liquibase formatted sql

--changeset mergedesk:0003-batch-progress
-- How many rows there are in all, and when the batch was last seen at work: one that stays silent was interrupted.
ALTER TABLE batch ADD COLUMN total_count INT NOT NULL DEFAULT 0;
ALTER TABLE batch ADD COLUMN seen_at DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00';
--rollback ALTER TABLE batch DROP COLUMN total_count;
--rollback ALTER TABLE batch DROP COLUMN seen_at;
