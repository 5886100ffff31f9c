package io.mergedesk.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the desk gets on.
///
/// @param open how many wait now
/// @param days what came and went, day by day, the oldest first; days without anything too
/// @param automatic how many edits met others and were merged without asking
/// @param timeToSettle how long half of the decided ones had waited at most
/// @param reopened of how many the decision was taken back
public record Figures(
        long open, List<Day> days, long automatic, Optional<Duration> timeToSettle, long reopened) {

    /// How many edits came to wait on a day, and how many were settled.
    public record Day(LocalDate date, long arrived, long settled) {}

    public Figures {
        days = List.copyOf(days);
    }

    /// The same with another number of those that wait now.
    public Figures waiting(long newOpen) {
        return new Figures(newOpen, days, automatic, timeToSettle, reopened);
    }

    public long arrived() {
        return days.stream().mapToLong(Day::arrived).sum();
    }

    public long settled() {
        return days.stream().mapToLong(Day::settled).sum();
    }

    /// Which part of the edits that met others needed nobody, from 0 to 1; empty when none met.
    public OptionalDouble automaticShare() {
        long met = automatic + arrived();
        return met == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) automatic / met);
    }
}
