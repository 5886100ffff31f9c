--liquibase formatted sql

--changeset mergedesk:0010-sync-target
CREATE TABLE sync_target (
  target_id INT NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  definition MEDIUMTEXT NOT NULL,
  state VARCHAR(8) NOT NULL,
  problem VARCHAR(500) NULL,
  secret VARBINARY(500) NULL,
  previous_secret VARBINARY(500) NULL,
  version_no INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  created_by VARCHAR(63) NOT NULL,
  since_sequence BIGINT NOT NULL,
  removed_at DATETIME(6) NULL
);
CREATE UNIQUE INDEX sync_target_name ON sync_target (name);
--rollback DROP TABLE sync_target;

--changeset mergedesk:0010-sync-lane
-- The unfinished jobs of one entity for one target: delivered one after the other by whoever holds the lease.
-- standing: 0 free, 1 leased, 2 held back.
CREATE TABLE sync_lane (
  target_id INT NOT NULL,
  entity_id BINARY(16) NOT NULL,
  type_id INT NOT NULL,
  priority TINYINT NOT NULL,
  standing TINYINT NOT NULL,
  open_jobs INT NOT NULL,
  due_at DATETIME(6) NOT NULL,
  lease_owner BINARY(16) NULL,
  lease_until DATETIME(6) NULL,
  fence BIGINT NOT NULL,
  PRIMARY KEY (target_id, entity_id)
);
CREATE INDEX sync_lane_due ON sync_lane (standing, target_id, priority, due_at);
CREATE INDEX sync_lane_lease ON sync_lane (standing, lease_until);
CREATE INDEX sync_lane_entity ON sync_lane (entity_id);
--rollback DROP TABLE sync_lane;

--changeset mergedesk:0010-sync-job
CREATE TABLE sync_job (
  id BINARY(16) NOT NULL PRIMARY KEY,
  target_id INT NOT NULL,
  entity_id BINARY(16) NOT NULL,
  type_id INT NOT NULL,
  revision BIGINT NOT NULL,
  event VARCHAR(16) NOT NULL,
  conflict_id BINARY(16) NULL,
  state VARCHAR(8) NOT NULL,
  attempts INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) NULL,
  problem VARCHAR(500) NULL,
  body MEDIUMTEXT NULL
);
CREATE INDEX sync_job_lane ON sync_job (state, target_id, entity_id, revision, id);
CREATE INDEX sync_job_state ON sync_job (state, id);
CREATE INDEX sync_job_finish ON sync_job (state, finished_at);
CREATE INDEX sync_job_entity ON sync_job (entity_id, revision);
--rollback DROP TABLE sync_job;

--changeset mergedesk:0010-sync-attempt
CREATE TABLE sync_attempt (
  job_id BINARY(16) NOT NULL,
  attempt INT NOT NULL,
  target_id INT NOT NULL,
  tried_at DATETIME(6) NOT NULL,
  took_micros BIGINT NOT NULL,
  outcome VARCHAR(12) NOT NULL,
  status INT NOT NULL,
  problem VARCHAR(500) NULL,
  request MEDIUMTEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (job_id, attempt)
);
CREATE INDEX sync_attempt_time ON sync_attempt (target_id, tried_at);
--rollback DROP TABLE sync_attempt;

--changeset mergedesk:0010-sync-remote
-- The version another system last gave to our entity.
CREATE TABLE sync_remote (
  target_id INT NOT NULL,
  entity_id BINARY(16) NOT NULL,
  etag VARCHAR(200) NOT NULL,
  PRIMARY KEY (target_id, entity_id)
);
--rollback DROP TABLE sync_remote;

--changeset mergedesk:0010-sync-held-type
-- Types whose changes are queued and not sent.
CREATE TABLE sync_held_type (
  type_id INT NOT NULL PRIMARY KEY
);
--rollback DROP TABLE sync_held_type;
