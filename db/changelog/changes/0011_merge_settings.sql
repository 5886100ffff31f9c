--liquibase formatted sql

--changeset mergedesk:0011-type-strictness
-- The smallest part of an entity that two people may change at once without being asked.
ALTER TABLE entity_type ADD COLUMN strictness VARCHAR(12) DEFAULT 'value' NOT NULL;
--rollback ALTER TABLE entity_type DROP COLUMN strictness;

--changeset mergedesk:0011-field-adds
-- Whether two changes of a number are added up.
ALTER TABLE field ADD COLUMN adds BOOLEAN DEFAULT FALSE NOT NULL;
--rollback ALTER TABLE field DROP COLUMN adds;
