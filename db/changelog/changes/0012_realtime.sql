--liquibase formatted sql

--changeset mergedesk:0012-realtime-link
-- Gateways of others that this site listens to. place: the last sequence that was handed on, NULL before the first.
-- One node at a time keeps a link up: the holder, until held_until.
CREATE TABLE realtime_link (
  id BINARY(16) NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  url VARCHAR(500) NOT NULL,
  token VARBINARY(500) NOT NULL,
  paused BOOLEAN NOT NULL,
  place BIGINT NULL,
  holder BINARY(16) NULL,
  held_until DATETIME(6) NULL,
  created_by VARCHAR(63) NOT NULL,
  created_at DATETIME(6) NOT NULL
);
CREATE UNIQUE INDEX realtime_link_name ON realtime_link (name);
--rollback DROP TABLE realtime_link;
