--liquibase formatted sql

--changeset mergedesk:0002-person
CREATE TABLE person (
  id VARCHAR(63) NOT NULL PRIMARY KEY,
  display_name VARCHAR(120) NOT NULL,
  role VARCHAR(12) NOT NULL,
  disabled BOOLEAN NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  password_version INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_sign_in_at DATETIME(6) NULL
);
--rollback DROP TABLE person;

--changeset mergedesk:0002-team
CREATE TABLE team (
  id VARCHAR(63) NOT NULL PRIMARY KEY,
  created_at DATETIME(6) NOT NULL
);
--rollback DROP TABLE team;

--changeset mergedesk:0002-person-team
CREATE TABLE person_team (
  person_id VARCHAR(63) NOT NULL,
  team_id VARCHAR(63) NOT NULL,
  PRIMARY KEY (person_id, team_id)
);
--rollback DROP TABLE person_team;

--changeset mergedesk:0002-api-token
CREATE TABLE api_token (
  id BINARY(16) NOT NULL PRIMARY KEY,
  person_id VARCHAR(63) NOT NULL,
  name VARCHAR(120) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_used_at DATETIME(6) NULL
);
CREATE UNIQUE INDEX api_token_hash ON api_token (token_hash);
CREATE INDEX api_token_by_person ON api_token (person_id, created_at);
--rollback DROP TABLE api_token;
