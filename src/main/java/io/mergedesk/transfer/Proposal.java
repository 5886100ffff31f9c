package io.mergedesk.transfer;

/// A plan to look over.
///
/// @param remembered whether the columns go where they went in the last import of such a file
public record Proposal(ImportPlan plan, boolean remembered) {}
