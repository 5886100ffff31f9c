--liquibase formatted sql

--changeset mergedesk:0004-import-mapping
-- How files with the same columns were mapped to a type the last time.
CREATE TABLE import_mapping (
  type_name VARCHAR(63) NOT NULL,
  columns_id BINARY(16) NOT NULL,
  mapping MEDIUMTEXT NOT NULL,
  used_at DATETIME(6) NOT NULL,
  PRIMARY KEY (type_name, columns_id)
);
--rollback DROP TABLE import_mapping;
