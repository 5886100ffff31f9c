package io.mergedesk.transfer;

/// Which sign the decimals of a column are surely written with.
final class DecimalSigns {

    private int commas;
    private int points;

    void add(String cell, FormatTrials trials) {
        points += read(trials, CellFormat.NUMBER_POINT, CellFormat.MONEY_POINT, cell, '.', ',');
        commas += read(trials, CellFormat.NUMBER_COMMA, CellFormat.MONEY_COMMA, cell, ',', '.');
    }

    /// More than zero for a comma, less for a point.
    int leaning() {
        return Integer.signum(commas - points);
    }

    private static int read(
            FormatTrials trials,
            CellFormat number,
            CellFormat money,
            String cell,
            char decimal,
            char grouping) {
        boolean isRead = trials.last(number).isPresent() || trials.last(money).isPresent();
        return isRead && isDecisive(cell, decimal, grouping) ? 1 : 0;
    }

    /// Whether the sign can only stand for decimals here: the other one groups before it, or not
    /// three digits follow it.
    private static boolean isDecisive(String cell, char decimal, char grouping) {
        int at = cell.lastIndexOf(decimal);
        if (at < 0) {
            return false;
        }
        int digits = 0;
        while (at + 1 + digits < cell.length() && Character.isDigit(cell.charAt(at + 1 + digits))) {
            digits++;
        }
        int before = cell.indexOf(grouping);
        return digits != 3 || (before >= 0 && before < at);
    }
}
