--liquibase formatted sql

--changeset mergedesk:0018-entity-attention
-- Who follows or mutes an entity. What they are told of it is read from the history after the revision they have seen.
CREATE TABLE entity_attention (
  person VARCHAR(63) NOT NULL,
  entity_id BINARY(16) NOT NULL,
  attention VARCHAR(8) NOT NULL,
  told_from BIGINT NOT NULL,
  seen_revision BIGINT NOT NULL,
  PRIMARY KEY (person, entity_id)
);
--rollback DROP TABLE entity_attention;

--changeset mergedesk:0018-notices-together
-- Notices of one entity that are told as one: which is the newest?
CREATE INDEX notice_by_entity ON notice (entity_id, kind, person, id);
--rollback DROP INDEX notice_by_entity ON notice;
