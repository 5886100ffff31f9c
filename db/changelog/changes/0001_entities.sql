--liquibase formatted sql

--changeset mergedesk:0001-site
CREATE TABLE site (
  only_row TINYINT NOT NULL PRIMARY KEY,
  site_id VARCHAR(63) NOT NULL,
  created_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE site;

--changeset mergedesk:0001-entity-type
CREATE TABLE entity_type (
  type_id INT NOT NULL PRIMARY KEY,
  name VARCHAR(63) NOT NULL,
  label VARCHAR(120) NOT NULL,
  singular VARCHAR(120) NOT NULL,
  position INT NOT NULL,
  strategy VARCHAR(24) NOT NULL,
  words_index_id INT NOT NULL,
  version_no INT NOT NULL,
  created_at DATETIME(6) NOT NULL
);
CREATE UNIQUE INDEX entity_type_name ON entity_type (name);
--rollback DROP TABLE entity_type;

--changeset mergedesk:0001-field
CREATE TABLE field (
  type_id INT NOT NULL,
  name VARCHAR(63) NOT NULL,
  label VARCHAR(120) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  required BOOLEAN NOT NULL,
  is_unique BOOLEAN NOT NULL,
  choices TEXT NOT NULL,
  help VARCHAR(500) NOT NULL,
  position INT NOT NULL,
  field_group VARCHAR(63) NULL,
  strategy VARCHAR(24) NULL,
  reference_type VARCHAR(63) NULL,
  index_id INT NOT NULL,
  removed_at DATETIME(6) NULL,
  PRIMARY KEY (type_id, name)
);
CREATE UNIQUE INDEX field_index_id ON field (index_id);
--rollback DROP TABLE field;

--changeset mergedesk:0001-entity
CREATE TABLE entity (
  id BINARY(16) NOT NULL PRIMARY KEY,
  type_id INT NOT NULL,
  revision BIGINT NOT NULL,
  version_vector VARCHAR(4000) NOT NULL,
  field_values MEDIUMTEXT NOT NULL,
  status VARCHAR(8) NOT NULL,
  deleted BOOLEAN NOT NULL,
  team VARCHAR(63) NULL,
  created_at DATETIME(6) NOT NULL,
  created_by VARCHAR(63) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  updated_by VARCHAR(63) NOT NULL,
  hybrid_time BIGINT NOT NULL
);
CREATE INDEX entity_by_update ON entity (type_id, deleted, updated_at, id);
--rollback DROP TABLE entity;

--changeset mergedesk:0001-entity-index
-- One row per sortable field of an entity (empty key when it has no value), and one per word of its texts.
CREATE TABLE entity_index (
  index_id INT NOT NULL,
  sort_key VARBINARY(128) NOT NULL,
  entity_id BINARY(16) NOT NULL,
  PRIMARY KEY (index_id, sort_key, entity_id)
);
CREATE INDEX entity_index_by_entity ON entity_index (entity_id, index_id);
--rollback DROP TABLE entity_index;

--changeset mergedesk:0001-entity-unique
CREATE TABLE entity_unique (
  index_id INT NOT NULL,
  value_hash BINARY(32) NOT NULL,
  entity_id BINARY(16) NOT NULL,
  PRIMARY KEY (index_id, value_hash)
);
--rollback DROP TABLE entity_unique;

--changeset mergedesk:0001-change-log
CREATE TABLE change_log (
  sequence BIGINT NOT NULL PRIMARY KEY,
  entity_id BINARY(16) NOT NULL,
  type_id INT NOT NULL,
  event VARCHAR(8) NOT NULL,
  base_revision BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  author VARCHAR(63) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  hybrid_time BIGINT NOT NULL,
  origin VARCHAR(8) NOT NULL,
  version_vector VARCHAR(4000) NOT NULL,
  field_changes MEDIUMTEXT NOT NULL,
  salt BINARY(16) NOT NULL,
  batch_id BINARY(16) NULL,
  hash BINARY(32) NOT NULL
);
CREATE UNIQUE INDEX change_log_revision ON change_log (entity_id, revision);
CREATE INDEX change_log_batch ON change_log (batch_id, sequence);
--rollback DROP TABLE change_log;

--changeset mergedesk:0001-feed-head
CREATE TABLE feed_head (
  only_row TINYINT NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash BINARY(32) NOT NULL
);
INSERT INTO feed_head (only_row, sequence, hash) VALUES (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000');
--rollback DROP TABLE feed_head;

--changeset mergedesk:0001-snapshot
CREATE TABLE snapshot (
  entity_id BINARY(16) NOT NULL,
  revision BIGINT NOT NULL,
  field_values MEDIUMTEXT NOT NULL,
  PRIMARY KEY (entity_id, revision)
);
--rollback DROP TABLE snapshot;

--changeset mergedesk:0001-idempotency-key
CREATE TABLE idempotency_key (
  author VARCHAR(63) NOT NULL,
  request_key VARCHAR(200) NOT NULL,
  request_hash BINARY(32) NOT NULL,
  outcome VARCHAR(8) NOT NULL,
  entity_id BINARY(16) NOT NULL,
  revision BIGINT NOT NULL,
  merged_fields TEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (author, request_key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
--rollback DROP TABLE idempotency_key;

--changeset mergedesk:0001-batch
CREATE TABLE batch (
  id BINARY(16) NOT NULL PRIMARY KEY,
  type_id INT NOT NULL,
  label VARCHAR(255) NOT NULL,
  state VARCHAR(12) NOT NULL,
  started_by VARCHAR(63) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  created_count INT NOT NULL,
  updated_count INT NOT NULL,
  skipped_count INT NOT NULL,
  failed_count INT NOT NULL
);
CREATE INDEX batch_by_start ON batch (started_at);
--rollback DROP TABLE batch;

--changeset mergedesk:0001-draft
CREATE TABLE draft (
  author VARCHAR(63) NOT NULL,
  draft_key VARCHAR(120) NOT NULL,
  base_revision BIGINT NOT NULL,
  field_values MEDIUMTEXT NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (author, draft_key)
);
--rollback DROP TABLE draft;
