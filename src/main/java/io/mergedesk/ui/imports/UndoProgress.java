package io.mergedesk.ui.imports;

import io.mergedesk.common.BatchId;

/// How far the undo of an import is.
///
/// @param words what is told of it
/// @param again whether it broke off, so that it can be asked for again
record UndoProgress(BatchId batch, String words, boolean again) {}
