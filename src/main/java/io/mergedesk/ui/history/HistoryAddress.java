package io.mergedesk.ui.history;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the screen shows, as its address says it: `?field=phone`, `?rev=5`, `?compare=3..7`,
/// `?read=sentences`. What cannot be read is left out.
record HistoryAddress(
        Optional<FieldName> field,
        Optional<Revision> revision,
        Optional<Span> compare,
        boolean sentences) {

    static final HistoryAddress START =
            new HistoryAddress(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// Two revisions to compare, in the order to show.
    record Span(Revision from, Revision to) {}

    static HistoryAddress of(QueryParameters parameters) {
        return new HistoryAddress(
                read(parameters, "field", FieldName::new),
                read(parameters, "rev", HistoryAddress::revision),
                read(parameters, "compare", HistoryAddress::span),
                parameters.getSingleParameter("read").filter("sentences"::equals).isPresent());
    }

    private static <T> Optional<T> read(
            QueryParameters parameters, String name, Function<String, T> parse) {
        try {
            return parameters.getSingleParameter(name).map(parse);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Revision revision(String text) {
        return new Revision(Long.parseLong(text));
    }

    private static Span span(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("expected 3..7, got " + text);
        }
        return new Span(revision(text.substring(0, dots)), revision(text.substring(dots + 2)));
    }

    QueryParameters parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        field.ifPresent(name -> all.put("field", List.of(name.value())));
        revision.ifPresent(one -> all.put("rev", List.of("" + one.number())));
        compare.ifPresent(span ->
                all.put("compare", List.of(span.from().number() + ".." + span.to().number())));
        if (sentences) {
            all.put("read", List.of("sentences"));
        }
        return new QueryParameters(all);
    }

    HistoryAddress onlyField(Optional<FieldName> wanted) {
        return new HistoryAddress(wanted, revision, compare, sentences);
    }

    HistoryAddress at(Revision wanted) {
        return new HistoryAddress(field, Optional.of(wanted), Optional.empty(), sentences);
    }

    HistoryAddress comparing(Revision from, Revision to) {
        return new HistoryAddress(
                field, Optional.empty(), Optional.of(new Span(from, to)), sentences);
    }

    /// The timeline alone.
    HistoryAddress closed() {
        return new HistoryAddress(field, Optional.empty(), Optional.empty(), sentences);
    }

    HistoryAddress inSentences(boolean wanted) {
        return new HistoryAddress(field, revision, compare, wanted);
    }
}
