package io.mergedesk.entities;

/// Why an edit was refused: the field, and what was expected of it, in words for the person who
/// made it.
public record Violation(String field, String message) {}
