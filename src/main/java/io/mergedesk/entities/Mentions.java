package io.mergedesk.entities;

import io.mergedesk.common.UserId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Who is named in a text: `@ben`, by the name of their account.
public final class Mentions {

    /// Not within a word, such as in an e-mail address; a full stop at the end is not of the name.
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{Alnum}._@-])@([a-z0-9](?:[a-z0-9._@-]{0,61}[a-z0-9])?)");

    /// So that nobody tells everybody.
    private static final int MOST = 20;

    private Mentions() {}

    /// At most the first twenty.
    public static SortedSet<UserId> in(String text) {
        var named = new TreeSet<UserId>();
        var found = NAME.matcher(text);
        while (named.size() < MOST && found.find()) {
            named.add(new UserId(found.group(1)));
        }
        return named;
    }
}
