package io.mergedesk.transfer;

import java.util.regex.Pattern;

/// Keeps spreadsheets from running what people typed: a text that a spreadsheet would take for a
/// formula gets a leading apostrophe on its way out, and loses it on its way back in.
///
/// Source: OWASP, "CSV Injection": cells that begin with `=`, `+`, `-`, `@`, tab or carriage
/// return.
final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+(?:[.,]\\d+)?");

    private FormulaGuard() {}

    static String guard(String text) {
        return wouldRun(text) || isGuarded(text) ? "'" + text : text;
    }

    static String strip(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean wouldRun(String text) {
        return !text.isEmpty()
                && STARTS.indexOf(text.charAt(0)) >= 0
                && !NEGATIVE.matcher(text).matches();
    }

    /// One or more apostrophes before such a beginning; more than one, so that a text which really
    /// begins with an apostrophe comes back as it was.
    private static boolean isGuarded(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i > 0 && i < text.length() && STARTS.indexOf(text.charAt(i)) >= 0;
    }
}
