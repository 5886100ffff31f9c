--liquibase formatted sql

--changeset mergedesk:0006-trail-entry
-- What happened beside the edits of records.
CREATE TABLE trail_entry (
  sequence BIGINT NOT NULL PRIMARY KEY,
  action VARCHAR(32) NOT NULL,
  author VARCHAR(63) NULL,
  noted_at DATETIME(6) NOT NULL,
  address VARCHAR(64) NULL,
  entity_id BINARY(16) NULL,
  type_name VARCHAR(63) NULL,
  conflict_id BINARY(16) NULL,
  details MEDIUMTEXT NOT NULL,
  salt BINARY(16) NOT NULL,
  hash BINARY(32) NOT NULL
);
--rollback DROP TABLE trail_entry;

--changeset mergedesk:0006-trail-head
CREATE TABLE trail_head (
  only_row TINYINT NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash BINARY(32) NOT NULL
);
INSERT INTO trail_head (only_row, sequence, hash) VALUES (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000');
--rollback DROP TABLE trail_head;
