package io.mergedesk.transfer;

/// Why a row was not taken.
///
/// @param line where the row begins in the file, from 1
/// @param column the header; empty where it is about the whole row
/// @param value the cell as it was written
/// @param message what was expected, in words for the person who imports
public record RowProblem(long line, String column, String value, String message) {}
