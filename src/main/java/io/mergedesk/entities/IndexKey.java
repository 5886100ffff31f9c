package io.mergedesk.entities;

/// Under which key an entity is found in one index.
public record IndexKey(int index, SortKey key) {}
