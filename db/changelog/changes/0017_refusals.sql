--liquibase formatted sql

--changeset mergedesk:0017-sync-refusal
-- What other systems sent and was not taken, whole, until an admin says what becomes of it.
-- message_hash: SHA-256 of the target and the key of the message; body_hash: of the body.
CREATE TABLE sync_refusal (
  id BINARY(16) NOT NULL PRIMARY KEY,
  target_id INT NOT NULL,
  author VARCHAR(63) NOT NULL,
  message_key VARCHAR(300) NOT NULL,
  message_hash BINARY(32) NOT NULL,
  body_hash BINARY(32) NOT NULL,
  body MEDIUMTEXT NOT NULL,
  problem TEXT NOT NULL,
  entity_id BINARY(16) NULL,
  base_revision BIGINT NULL,
  holder_id BINARY(16) NULL,
  received_at DATETIME(6) NOT NULL,
  state VARCHAR(9) NOT NULL,
  ended_by VARCHAR(63) NULL,
  ended_at DATETIME(6) NULL,
  reason VARCHAR(500) NULL
);
CREATE UNIQUE INDEX sync_refusal_message ON sync_refusal (message_hash, body_hash);
CREATE INDEX sync_refusal_state ON sync_refusal (state, id);
CREATE INDEX sync_refusal_entity ON sync_refusal (entity_id);
CREATE INDEX sync_refusal_holder ON sync_refusal (holder_id);
--rollback DROP TABLE sync_refusal;
