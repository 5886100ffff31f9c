package io.mergedesk.security;

/// What is wrong with one entered field, and what is expected instead.
///
/// @param field `account`, `displayName`, `role`, `password`, `currentPassword`, `team`, `name` or
///   `code`
public record Violation(String field, String expectation) {}
