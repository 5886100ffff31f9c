--liquibase formatted sql

--changeset mergedesk:0005-conflict
-- An edit that met others: open while it waits for a decision, settled with what was decided.
CREATE TABLE conflict (
  id BINARY(16) NOT NULL PRIMARY KEY,
  entity_id BINARY(16) NOT NULL,
  type_id INT NOT NULL,
  status VARCHAR(8) NOT NULL,
  author VARCHAR(63) NOT NULL,
  edited_at DATETIME(6) NOT NULL,
  hybrid_time BIGINT NOT NULL,
  origin VARCHAR(8) NOT NULL,
  base_revision BIGINT NOT NULL,
  patch MEDIUMTEXT NOT NULL,
  deletes BOOLEAN NOT NULL,
  strategy VARCHAR(24) NULL,
  batch_id BINARY(16) NULL,
  met_revision BIGINT NOT NULL,
  contested TEXT NOT NULL,
  merged TEXT NOT NULL,
  priority TINYINT NOT NULL,
  assignee VARCHAR(63) NULL,
  inspected BOOLEAN NOT NULL,
  note VARCHAR(2000) NOT NULL,
  settled_by VARCHAR(63) NULL,
  settled_at DATETIME(6) NULL,
  settled_how VARCHAR(12) NULL,
  seen_revision BIGINT NULL,
  made_revision BIGINT NULL,
  reason VARCHAR(2000) NULL,
  resolution MEDIUMTEXT NULL,
  settled_batch_id BINARY(16) NULL,
  reopened_count INT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX conflict_by_entity ON conflict (entity_id, status, id);
CREATE INDEX conflict_by_status ON conflict (status, priority, id);
CREATE INDEX conflict_by_author ON conflict (author, status, id);
CREATE INDEX conflict_by_batch ON conflict (settled_batch_id, id);
--rollback DROP TABLE conflict;

--changeset mergedesk:0005-notice
-- What people are told about conflicts. No person: it is for the desk.
CREATE TABLE notice (
  id BINARY(16) NOT NULL PRIMARY KEY,
  person VARCHAR(63) NULL,
  kind VARCHAR(12) NOT NULL,
  conflict_id BINARY(16) NOT NULL,
  entity_id BINARY(16) NOT NULL,
  type_id INT NOT NULL,
  author VARCHAR(63) NOT NULL,
  fields TEXT NOT NULL,
  told_at DATETIME(6) NOT NULL
);
CREATE INDEX notice_by_person ON notice (person, id);
CREATE INDEX notice_by_conflict ON notice (conflict_id);
--rollback DROP TABLE notice;

--changeset mergedesk:0005-notice-read
CREATE TABLE notice_read (
  person VARCHAR(63) NOT NULL PRIMARY KEY,
  read_up_to BINARY(16) NOT NULL
);
--rollback DROP TABLE notice_read;

--changeset mergedesk:0005-parked-answer
-- A request that was answered with a parked edit.
ALTER TABLE idempotency_key ADD COLUMN conflict_id BINARY(16) NULL;
--rollback ALTER TABLE idempotency_key DROP COLUMN conflict_id;
