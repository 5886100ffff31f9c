package io.mergedesk.ui.timeline;

import io.mergedesk.ui.shell.StatusBadge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a timeline tells what happened to the one who reads it.
///
/// @param <T> one thing that happened
public interface TimelineWords<T> {

    HistoryTime time();

    Instant at(T one);

    /// The name of who did it, for their mark.
    String name(T one);

    /// Who did it, at the beginning of a sentence.
    String who(T one);

    /// What they did, after that: "changed Phone".
    String did(T one);

    /// What it was done to, after that; empty where it goes without saying.
    Optional<String> what(T one);

    /// What else to say in the small line after the time: "v14".
    String fact(T one);

    /// In the small line too.
    List<StatusBadge> badges(T one);

    /// Whether the newer of two neighbours goes on with what the older one began.
    boolean joins(T newer, T older);

    /// What was done in one go, after who did it.
    ///
    /// @param burst two or more, newest first
    String didTogether(List<T> burst);

    /// As [#fact] of a burst.
    String factTogether(List<T> burst);
}
