--liquibase formatted sql

--changeset mergedesk:0008-desk-lists
-- Lists of what was settled or merged, what somebody is to decide, and the figures of the last days.
CREATE INDEX conflict_by_how ON conflict (settled_how, id);
CREATE INDEX conflict_by_assignee ON conflict (assignee, status, id);
CREATE INDEX conflict_by_edit ON conflict (edited_at, settled_how);
CREATE INDEX conflict_by_settlement ON conflict (settled_at, settled_how);
--rollback DROP INDEX conflict_by_how ON conflict;
--rollback DROP INDEX conflict_by_assignee ON conflict;
--rollback DROP INDEX conflict_by_edit ON conflict;
--rollback DROP INDEX conflict_by_settlement ON conflict;
