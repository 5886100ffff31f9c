package io.mergedesk.changes;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether two values of a field mean the same to people, though they may be written differently.
///
/// Most of it is done by [FieldValue], whose values have one form (trailing zeros, time zones, line
/// ends, the order of a set). What is left are forms that are kept as they were typed: blanks that
/// nobody sees, the letter case of domains and hosts, the slash after a host.
public final class Meaning {

    private static final Pattern BLANKS = Pattern.compile("[\\h\\u200B\\uFEFF]+");
    private static final Pattern BLANKS_AT_LINE_END =
            Pattern.compile("[\\h\\u200B\\uFEFF]+(?=\\n|$)");

    private Meaning() {}

    /// Null is "no value" and means the same only as itself.
    public static boolean same(FieldKind kind, @Nullable FieldValue one, @Nullable FieldValue two) {
        if (Objects.equals(one, two)) {
            return true;
        }
        return one instanceof FieldValue.Text(var left)
                && two instanceof FieldValue.Text(var right)
                && plain(kind, left).equals(plain(kind, right));
    }

    private static String plain(FieldKind kind, String text) {
        return switch (kind) {
            case EMAIL -> withLowerCaseDomain(text.strip());
            case URL -> withPlainHost(text.strip());
            case LONG_TEXT -> BLANKS_AT_LINE_END.matcher(text).replaceAll("").strip();
            case TEXT, CHOICE ->
                    hasOnlySingleBlanks(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
            case NUMBER, MONEY, DATE, DATE_TIME, YES_NO, CHOICES, REFERENCE, PERSON -> text;
        };
    }

    /// Whether nothing has to be done, as with nearly every text.
    private static boolean hasOnlySingleBlanks(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one < ' ' || one > '~' || (one == ' ' && before == ' ')) {
                return false;
            }
            before = one;
        }
        return before != ' ';
    }

    /// The part before the sign may be told apart by letter case, says RFC 5321; the domain may
    /// not.
    static String withLowerCaseDomain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    /// Scheme and host in lower case, and no path instead of a lone slash (RFC 3986, section 6.2).
    private static String withPlainHost(String address) {
        try {
            var uri = new URI(address);
            if (uri.getScheme() == null || uri.getRawAuthority() == null) {
                return address;
            }
            int path = address.indexOf("//") + 2 + uri.getRawAuthority().length();
            var rest = address.substring(path);
            return address.substring(0, path).toLowerCase(Locale.ROOT)
                    + (rest.equals("/") ? "" : rest);
        } catch (URISyntaxException _) {
            return address;
        }
    }
}
