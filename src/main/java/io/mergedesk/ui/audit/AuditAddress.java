package io.mergedesk.ui.audit;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.audit.AuditAction;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The state of the screen in its address: `?person=anna&during=today&at=c14`. What it cannot read
/// it leaves out: an old link still opens.
final class AuditAddress {

    private static final String SHOWN = "at";
    private static final Map<String, Function<String, AuditCondition>> READERS = readers();

    private AuditAddress() {}

    static QueryParameters write(AuditState state) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (var condition : state.conditions()) {
            parameters.put(name(condition), List.of(text(condition)));
        }
        state.shown().ifPresent(place -> parameters.put(SHOWN, List.of(place.toString())));
        return new QueryParameters(parameters);
    }

    static AuditState read(QueryParameters parameters) {
        var state = AuditState.START;
        for (var reader : READERS.entrySet()) {
            var condition = read(parameters, reader.getKey(), reader.getValue());
            if (condition.isPresent()) {
                state = state.with(condition.get());
            }
        }
        return state.showing(read(parameters, SHOWN, AuditPlace::parse));
    }

    private static <T> Optional<T> read(
            QueryParameters parameters, String name, Function<String, T> parse) {
        try {
            return parameters
                    .getSingleParameter(name)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(parse);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Map<String, Function<String, AuditCondition>> readers() {
        var readers = new LinkedHashMap<String, Function<String, AuditCondition>>();
        readers.put("q", AuditCondition.Saying::new);
        readers.put("person", text -> new AuditCondition.By(new UserId(text)));
        readers.put("type", text -> new AuditCondition.OfType(new TypeName(text)));
        readers.put("entity", text -> new AuditCondition.OfEntity(EntityId.parse(text)));
        readers.put("field", text -> new AuditCondition.OnField(new FieldName(text)));
        readers.put("origin", text -> new AuditCondition.CameBy(Origin.parse(text)));
        readers.put("action", text -> new AuditCondition.Doing(known(AuditAction.parse(text))));
        readers.put("during", text -> new AuditCondition.During(known(AuditSpan.parse(text))));
        readers.put("from", text -> new AuditCondition.From(LocalDate.parse(text)));
        readers.put("to", text -> new AuditCondition.To(LocalDate.parse(text)));
        readers.put("conflicts", _ -> new AuditCondition.ConflictsOnly());
        return readers;
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> new IllegalArgumentException("expected a known name"));
    }

    private static String name(AuditCondition condition) {
        return switch (condition) {
            case AuditCondition.Saying _ -> "q";
            case AuditCondition.By _ -> "person";
            case AuditCondition.OfType _ -> "type";
            case AuditCondition.OfEntity _ -> "entity";
            case AuditCondition.OnField _ -> "field";
            case AuditCondition.CameBy _ -> "origin";
            case AuditCondition.Doing _ -> "action";
            case AuditCondition.During _ -> "during";
            case AuditCondition.From _ -> "from";
            case AuditCondition.To _ -> "to";
            case AuditCondition.ConflictsOnly _ -> "conflicts";
        };
    }

    private static String text(AuditCondition condition) {
        return switch (condition) {
            case AuditCondition.Saying(var words) -> words;
            case AuditCondition.By(var person) -> person.value();
            case AuditCondition.OfType(var type) -> type.value();
            case AuditCondition.OfEntity(var entity) -> entity.toString();
            case AuditCondition.OnField(var field) -> field.value();
            case AuditCondition.CameBy(var origin) -> origin.wireName();
            case AuditCondition.Doing(var action) -> action.wireName();
            case AuditCondition.During(var span) -> span.wireName();
            case AuditCondition.From(var day) -> day.toString();
            case AuditCondition.To(var day) -> day.toString();
            case AuditCondition.ConflictsOnly _ -> "only";
        };
    }
}
