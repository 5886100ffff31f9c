package io.mergedesk.api;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Origin;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.BulkRequest.Selection;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `{"rule":"newest"|"person"|"merge"|"sources","person":"ben","sources":["ui","api"],
/// "ids":[…],"filter":{"type":"contacts"},"reason":"…","dryRun":true}`.
record SentBulk(BulkRequest request, boolean dryRun) {

    private static final Set<String> PROPERTIES =
            Set.of("rule", "person", "sources", "ids", "filter", "reason", "dryRun");
    private static final int MAX_REASON = 500;

    /// @throws RejectedRequest with all that is wrong
    static SentBulk read(JsonBody body, UserId me) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(PROPERTIES);
        var rule = rule(sent);
        var selection = selection(sent, me);
        var reason = sent.text("reason").orElse("");
        if (reason.length() > MAX_REASON) {
            sent.refuse("reason", "expected at most " + MAX_REASON + " characters");
        }
        boolean dryRun = sent.flag("dryRun");
        if (!violations.isEmpty() || rule.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return new SentBulk(new BulkRequest(selection, rule.get(), reason), dryRun);
    }

    private static Optional<SettlingRule> rule(SentObject sent) {
        var name = sent.text("rule").orElse("");
        Optional<SettlingRule> rule =
                switch (name) {
                    case "newest" -> Optional.of(new SettlingRule.Newest());
                    case "merge" -> Optional.of(new SettlingRule.MergeAgain());
                    case "person" ->
                            sent.read("person", "an account name", SentBulk::person)
                                    .map(SettlingRule.SideOf::new);
                    case "sources" -> Optional.of(sources(sent));
                    default -> Optional.empty();
                };
        if (rule.isEmpty() && name.equals("person")) {
            sent.refuse("person", "expected whose values stand");
        } else if (rule.isEmpty()) {
            sent.refuse("rule", "expected newest, person, merge or sources");
        }
        return rule;
    }

    private static SettlingRule.Sources sources(SentObject sent) {
        var origins = new ArrayList<Origin>();
        for (var text : sent.texts("sources")) {
            try {
                origins.add(Origin.parse(text));
            } catch (IllegalArgumentException _) {
                sent.refuse("sources", "expected ui, api, import, offline, site, merge or restore");
            }
        }
        return origins.isEmpty() ? SettlingRule.Sources.USUAL : new SettlingRule.Sources(origins);
    }

    private static Selection selection(SentObject sent, UserId me) {
        if (sent.value("ids").isEmpty()) {
            return new Selection.Matching(conditions(sent, me));
        }
        if (sent.value("filter").isPresent()) {
            sent.refuse("filter", "expected either ids or a filter");
        }
        var ids = new HashSet<ConflictId>();
        for (var text : sent.texts("ids")) {
            try {
                ids.add(ConflictId.parse(text));
            } catch (IllegalArgumentException _) {
                sent.refuse("ids", "expected ids of conflicts, got '" + text + "'");
            }
        }
        return new Selection.These(ids);
    }

    private static List<Condition> conditions(SentObject sent, UserId me) {
        var conditions = new ArrayList<Condition>();
        sent.value("filter")
                .ifPresent(filter ->
                        filter.properties()
                                .forEach(one ->
                                        conditions.add(
                                                SentConflictQuery.condition(
                                                        one.getKey(),
                                                        one.getValue().asString(""),
                                                        me))));
        return conditions;
    }

    private static Optional<UserId> person(String text) {
        try {
            return Optional.of(new UserId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
