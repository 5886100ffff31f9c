package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.RestMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads how a REST target wants to be spoken to:
/// `{"create":{"method":"POST","path":"/contacts"},"update":…,"delete":…,"names":{},"headers":{}}`.
final class SentRest {

    private SentRest() {}

    /// @param base where none was sent
    /// @param violations where what is wrong is added
    static RestMapping read(SentObject sent, RestMapping base, List<Violation> violations) {
        var found = sent.value("rest");
        if (found.isEmpty()) {
            return base;
        }
        if (!found.get().isObject()) {
            sent.refuse("rest", "expected an object with create, update, delete, names, headers");
            return base;
        }
        var rest = new SentObject(found.get(), "rest", violations);
        rest.allowOnly(Set.of("create", "update", "delete", "names", "headers", "conditional"));
        var names = new LinkedHashMap<FieldName, String>();
        texts(rest, "names")
                .forEach((field, name) -> {
                    try {
                        names.put(new FieldName(field), name);
                    } catch (IllegalArgumentException _) {
                        rest.refuse("names", "expected names of fields, got '" + field + "'");
                    }
                });
        return new RestMapping(
                request(rest, "create", violations),
                request(rest, "update", violations),
                request(rest, "delete", violations),
                names,
                texts(rest, "headers"),
                rest.flag("conditional"));
    }

    private static Optional<RestMapping.Request> request(
            SentObject rest, String property, List<Violation> violations) {
        return rest.value(property)
                .flatMap(node -> {
                    var request = new SentObject(node, "rest." + property, violations);
                    var method = request.text("method");
                    var path = request.text("path");
                    if (!node.isObject() || method.isEmpty() || path.isEmpty()) {
                        rest.refuse(property, "expected an object with method and path");
                        return Optional.empty();
                    }
                    return Optional.of(new RestMapping.Request(method.get(), path.get()));
                });
    }

    private static Map<String, String> texts(SentObject rest, String property) {
        var all = new LinkedHashMap<String, String>();
        rest.value(property)
                .ifPresent(node -> {
                    if (!node.isObject()) {
                        rest.refuse(property, "expected an object of texts");
                        return;
                    }
                    node.properties()
                            .forEach(one -> {
                                if (one.getValue().isString()) {
                                    all.put(one.getKey(), one.getValue().stringValue());
                                } else {
                                    rest.refuse(property, "expected an object of texts");
                                }
                            });
                });
        return all;
    }
}
