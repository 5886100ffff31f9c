package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.HeaderValues;
import io.mergedesk.sync.RestMapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads how a REST target wants to be spoken to:
/// `{"create":{"method":"POST","path":"/contacts"},"update":…,"delete":…,"names":{},"headers":{}}`.
///
/// @param headers values of headers that are new; those that stay are left out
record SentRest(RestMapping mapping, Map<String, String> headers) {

    /// @param base where none was sent
    /// @param violations where what is wrong is added
    static SentRest read(SentObject sent, RestMapping base, List<Violation> violations) {
        var found = sent.value("rest");
        if (found.isEmpty()) {
            return new SentRest(base, Map.of());
        }
        if (!found.get().isObject()) {
            sent.refuse("rest", "expected an object with create, update, delete, names, headers");
            return new SentRest(base, Map.of());
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
        var values = new LinkedHashMap<String, String>();
        var headers = rest.value("headers").isEmpty() ? base.headers() : headers(rest, values);
        return new SentRest(
                new RestMapping(
                        request(rest, "create", violations),
                        request(rest, "update", violations),
                        request(rest, "delete", violations),
                        names,
                        headers,
                        rest.flag("conditional")),
                values);
    }

    /// @param values where those that are new are added
    /// @return all names
    private static Set<String> headers(SentObject rest, Map<String, String> values) {
        var names = new LinkedHashSet<String>();
        var sent = rest.value("headers").orElseThrow();
        if (!sent.isObject()) {
            rest.refuse("headers", "expected an object of texts");
            return names;
        }
        for (var one : sent.properties()) {
            names.add(one.getKey());
            var value = one.getValue();
            if (!value.isNull() && !value.isString()) {
                rest.refuse("headers", "expected an object of texts");
            } else if (!value.asString("").isBlank()
                    && !value.asString("").equals(HeaderValues.KEPT)) {
                values.put(one.getKey(), value.stringValue());
            }
        }
        return names;
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
