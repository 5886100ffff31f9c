--liquibase formatted sql

--changeset mergedesk:0009-audit-block
-- The logs (0: changes, 1: entries) in pieces of 1,024 places, as far as they are indexed, and the times in each.
CREATE TABLE audit_block (
  log TINYINT NOT NULL,
  block INT NOT NULL,
  first_at DATETIME(6) NOT NULL,
  last_at DATETIME(6) NOT NULL,
  PRIMARY KEY (log, block)
);
--rollback DROP TABLE audit_block;

--changeset mergedesk:0009-audit-index
-- At which places of a block a term stands.
CREATE TABLE audit_index (
  log TINYINT NOT NULL,
  block INT NOT NULL,
  term VARBINARY(168) NOT NULL,
  places VARBINARY(128) NOT NULL,
  PRIMARY KEY (log, block, term)
);
--rollback DROP TABLE audit_index;

--changeset mergedesk:0009-audit-span
-- In which of 64 blocks a term stands, one bit each.
CREATE TABLE audit_span (
  log TINYINT NOT NULL,
  span INT NOT NULL,
  term VARBINARY(168) NOT NULL,
  blocks BIGINT NOT NULL,
  PRIMARY KEY (log, span, term)
);
--rollback DROP TABLE audit_span;

--changeset mergedesk:0009-audit-visit
CREATE TABLE audit_visit (
  person VARCHAR(63) NOT NULL PRIMARY KEY,
  visited_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE audit_visit;

--changeset mergedesk:0009-audit-block-indexed
-- When a block was indexed: it has to be again when values in it are erased later.
ALTER TABLE audit_block ADD COLUMN indexed_at DATETIME(6) NOT NULL DEFAULT '1970-01-01 00:00:00';
--rollback ALTER TABLE audit_block DROP COLUMN indexed_at;
