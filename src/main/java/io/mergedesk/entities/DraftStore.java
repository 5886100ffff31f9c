package io.mergedesk.entities;

import io.mergedesk.common.UserId;
import java.util.Optional;

/// Where unsaved typing is kept, so that it outlives the screen. Keys are chosen by the screen: one
/// for each form.
public interface DraftStore {

    Optional<Draft> find(UserId author, String key);

    /// Adds or replaces. Joins the caller's transaction.
    void put(UserId author, String key, Draft draft);

    /// Joins the caller's transaction.
    void remove(UserId author, String key);
}
