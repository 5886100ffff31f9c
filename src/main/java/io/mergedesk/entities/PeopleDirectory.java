package io.mergedesk.entities;

import io.mergedesk.common.UserId;

/// Who can be named in a field of the kind *person*.
public interface PeopleDirectory {

    boolean exists(UserId person);
}
