package io.mergedesk.sync;

import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// The values of a target's extra headers: credentials, as likely as not. They are written and
/// never read by people; whoever changes a target leaves out those that stay.
public final class HeaderValues {

    /// Stands in a definition where a value is kept apart.
    public static final String KEPT = "(kept)";

    private static final String PROPERTY = "rest.headers";
    private static final int MOST = 20;
    private static final int LONGEST = 2_000;

    private HeaderValues() {}

    /// What is wrong with the values.
    ///
    /// @param names all that are to be sent
    /// @param given the values that are new
    /// @param kept names that have a value already
    static List<Violation> check(Set<String> names, Map<String, String> given, Set<String> kept) {
        var violations = new ArrayList<Violation>();
        var known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(kept);
        known.addAll(given.keySet());
        if (names.size() > MOST) {
            violations.add(wrong("expected at most " + MOST));
        }
        for (var name : names) {
            if (!known.contains(name)) {
                violations.add(wrong(name + ": expected a value"));
            }
        }
        given.forEach((name, value) -> {
            if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c < 127)) {
                violations.add(wrong(name + ": expected one line of up to 2,000 plain characters"));
            }
        });
        return violations;
    }

    /// The values to be sent: those that are new, and the others as they were.
    static Map<String, String> join(
            Set<String> names, Map<String, String> given, Map<String, String> kept) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(kept);
        all.putAll(given);
        var wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(names);
        all.keySet().retainAll(wanted);
        return all;
    }

    static String write(Map<String, String> headers) {
        var json = JsonMapper.shared().createObjectNode();
        headers.forEach(json::put);
        return json.toString();
    }

    /// @param text as [#write] wrote it
    static Map<String, String> read(String text) {
        var headers = new LinkedHashMap<String, String>();
        JsonMapper.shared()
                .readTree(text)
                .properties()
                .forEach(one -> headers.put(one.getKey(), one.getValue().asString()));
        return headers;
    }

    private static Violation wrong(String words) {
        return new Violation(PROPERTY, PROPERTY + ": " + words);
    }
}
