--liquibase formatted sql

--changeset mergedesk:0014-link-address
-- Whether a link may lead into a private network; those without encryption lead to this machine only.
ALTER TABLE realtime_link ADD COLUMN allow_private BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE realtime_link SET allow_private = TRUE WHERE url LIKE 'http://%';
--rollback ALTER TABLE realtime_link DROP COLUMN allow_private;
