--liquibase formatted sql

--changeset mergedesk:0004-team-label
-- What people call a team. Its id stays, as records and their history hold it.
ALTER TABLE team ADD COLUMN label VARCHAR(120) NOT NULL DEFAULT '';
-- [jooq ignore start]
UPDATE team SET label = id;
-- [jooq ignore stop]
--rollback ALTER TABLE team DROP COLUMN label;
