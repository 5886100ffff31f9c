package io.mergedesk.changes;

/// What came of reading a value that somebody typed or sent.
public sealed interface Reading {

    record Value(FieldValue value) implements Reading {}

    /// Nothing was there: clears the field.
    record Nothing() implements Reading {}

    /// It was not readable; says what was expected, such as "a date like 2026-01-31".
    record Wrong(String expectation) implements Reading {}
}
