package io.mergedesk.bench;

import io.mergedesk.audit.AuditAction;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.UserId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// What admins ask the audit trail, each with something of its own at every question.
final class AuditShapes {

    private static final String SYLLABLES = "ba be bi bo da de di do ka ke ki ko la le li lo ma me";
    private static final String[] SYLLABLE = SYLLABLES.split(" ", -1);

    private AuditShapes() {}

    /// @param count how many changes there are
    static Map<String, Function<Random, AuditQuery>> all(int count) {
        var all = AuditQuery.ALL;
        var shapes = new LinkedHashMap<String, Function<Random, AuditQuery>>();
        shapes.put("all", _ -> all);
        shapes.put("person, busy", _ -> all.by(new UserId("person0")));
        shapes.put("person, any", random -> all.by(person(random)));
        shapes.put("person, unknown", _ -> all.by(new UserId("nobody")));
        shapes.put("type", _ -> all.of(Orders.TYPE));
        shapes.put("field", _ -> all.changing(new FieldName("mail")));
        shapes.put("origin, rare", _ -> all.comingBy(Origin.RESTORE));
        shapes.put("origin, none", _ -> all.comingBy(Origin.OFFLINE));
        shapes.put("action, of the trail", _ -> all.doing(new AuditAction("exported")));
        shapes.put("action, edits", _ -> all.doing(new AuditAction("deleted")));
        shapes.put("conflicts only", _ -> all.onlyConflicts());
        shapes.put("an hour long ago", random -> hour(all, random, count));
        shapes.put("an hour, one person", random -> hour(all.by(person(random)), random, count));
        shapes.put("word", random -> all.saying(word(random)));
        shapes.put("word, one place", random -> all.saying("K " + random.nextInt(count)));
        shapes.put("word, none", _ -> all.saying("zzz"));
        shapes.put("beginning of a word", random -> all.saying(word(random).substring(0, 4)));
        shapes.put("two letters", _ -> all.saying("ba"));
        shapes.put("two words", random -> all.saying(word(random) + " " + word(random)));
        shapes.put("common letters that rarely meet", _ -> all.saying("lyon split porto"));
        shapes.put(
                "person, field and word",
                random ->
                        all.by(person(random))
                                .changing(new FieldName("notes"))
                                .saying(word(random)));
        shapes.put(
                "two that exclude each other",
                _ -> all.comingBy(Origin.RESTORE).doing(new AuditAction("deleted")));
        return shapes;
    }

    private static AuditQuery hour(AuditQuery query, Random random, int count) {
        var from = AuditLoad.at(random.nextInt(count));
        return query.since(from).until(from.plus(Duration.ofHours(1)));
    }

    private static UserId person(Random random) {
        return new UserId("person" + random.nextInt(AuditLoad.PEOPLE));
    }

    private static String word(Random random) {
        return SYLLABLE[random.nextInt(SYLLABLE.length)].charAt(0)
                + SYLLABLE[random.nextInt(SYLLABLE.length)]
                + SYLLABLE[random.nextInt(SYLLABLE.length)]
                + SYLLABLE[random.nextInt(SYLLABLE.length)];
    }
}
