package io.mergedesk.transfer;

import java.util.List;

/// One record of a file.
///
/// @param line where it begins in the file, from 1
/// @param cells as many as the file has columns, unless the row is ragged
record CsvRow(long line, List<String> cells) {

    CsvRow {
        cells = List.copyOf(cells);
    }
}
