--liquibase formatted sql

--changeset mergedesk:0007-checkpoint-note
-- Written before each signed checkpoint; its commit flushes what the checkpoint has seen.
CREATE TABLE checkpoint_note (
  chain VARCHAR(8) NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash BINARY(32) NOT NULL,
  noted_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE checkpoint_note;

--changeset mergedesk:0007-erasure
-- Who had values erased, why, and what it came to; finished_at is missing as long as it is under way, and
-- retention goes on from the place in the feed that it reached.
CREATE TABLE erasure (
  id BINARY(16) NOT NULL PRIMARY KEY,
  cause VARCHAR(12) NOT NULL,
  entity_id BINARY(16) NULL,
  fields TEXT NOT NULL,
  reason VARCHAR(500) NOT NULL,
  erased_before DATETIME(6) NOT NULL,
  started_by VARCHAR(63) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  row_count BIGINT NOT NULL,
  reached BIGINT NOT NULL
);
CREATE INDEX erasure_by_start ON erasure (started_at);
--rollback DROP TABLE erasure;

--changeset mergedesk:0007-erased-row
-- What the values of a row were hashed to before and after each erasing, so that the chain still follows.
CREATE TABLE erased_row (
  chain VARCHAR(8) NOT NULL,
  sequence BIGINT NOT NULL,
  step INT NOT NULL,
  erasure_id BINARY(16) NOT NULL,
  before_hash BINARY(32) NOT NULL,
  after_hash BINARY(32) NOT NULL,
  PRIMARY KEY (chain, sequence, step)
);
CREATE INDEX erased_row_by_erasure ON erased_row (erasure_id, chain, sequence);
--rollback DROP TABLE erased_row;

--changeset mergedesk:0007-legal-hold
-- What must not be erased: one entity, or all of a type.
CREATE TABLE legal_hold (
  id BINARY(16) NOT NULL PRIMARY KEY,
  entity_id BINARY(16) NULL,
  type_name VARCHAR(63) NULL,
  reason VARCHAR(500) NOT NULL,
  set_by VARCHAR(63) NOT NULL,
  set_at DATETIME(6) NOT NULL,
  lifted_by VARCHAR(63) NULL,
  lifted_at DATETIME(6) NULL
);
CREATE INDEX legal_hold_by_entity ON legal_hold (entity_id);
--rollback DROP TABLE legal_hold;
