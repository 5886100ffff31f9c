package io.mergedesk.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Digest;
import io.mergedesk.desk.InboxEntry;
import io.mergedesk.desk.Told;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.World;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeWordsTest {

    private static final FieldName PHONE = new FieldName("phone");
    private static final EntityType CONTACTS = EntityType.of(1, 1, 1, Map.of(), World.contacts());

    private final NoticeWords words =
            new NoticeWords(UserId::value, value -> value.map(FieldText::write).orElse("empty"));

    @Test
    void an_edit_that_waits_is_told_to_its_author_and_to_the_desk() {
        assertThat(said(Notice.Kind.PARKED, PHONE))
                .isEqualTo("Your edit of Northwind depot waits for a decision: Phone.");
        assertThat(said(Notice.Kind.WAITING, PHONE))
                .isEqualTo("ben’s edit of Northwind depot waits for a decision: Phone.");
        assertThat(said(Notice.Kind.WAITING))
                .isEqualTo("ben’s edit of Northwind depot waits for a decision.");
    }

    @Test
    void a_replaced_value_is_named() {
        assertThat(said(Notice.Kind.OVERRULED, PHONE))
                .isEqualTo("ben replaced your Phone “555-7777” while merging Northwind depot.");
    }

    @Test
    void a_deletion_that_was_not_taken_is_told() {
        assertThat(said(Notice.Kind.OVERRULED))
                .isEqualTo("ben decided against your deletion of Northwind depot.");
    }

    @Test
    void what_was_taken_or_taken_back_is_told() {
        assertThat(said(Notice.Kind.TAKEN, PHONE))
                .isEqualTo("ben decided about Northwind depot: your Phone stands.");
        assertThat(said(Notice.Kind.REOPENED, PHONE))
                .isEqualTo(
                        "ben took back what was decided about Northwind depot. Your edit of Phone"
                                + " waits again.");
    }

    @Test
    void edits_that_are_told_as_one_are_counted() {
        var notice = notice(Notice.Kind.WAITING, PHONE);
        var people = List.of(new UserId("ben"), new UserId("anna"), new UserId("nora"));
        var fields = new TreeSet<>(List.of(PHONE, new FieldName("mail")));
        var told = new Told(notice, 31, people, fields, "Northwind", true, new TreeMap<>(), false);

        assertThat(said(told))
                .isEqualTo(
                        "31 edits by ben and 2 others of Northwind wait for a decision: Mail,"
                                + " Phone.");
        assertThat(said(notice(Notice.Kind.ASSIGNED, PHONE)))
                .isEqualTo("ben asks you to decide about Northwind: Phone.");
        assertThat(said(notice(Notice.Kind.MENTIONED, PHONE)))
                .isEqualTo("ben named you in a note on Northwind.");
    }

    @Test
    void what_others_changed_is_told_in_one_sentence() {
        assertThat(said(digest(true, List.of("anna", "ben", "nora"), "name", "phone", "mail")))
                .isEqualTo(
                        "anna and 2 others changed 3 fields of Northwind since your last visit.");
        assertThat(said(digest(true, List.of("anna", "ben"), "phone", "mail")))
                .isEqualTo(
                        "anna and ben changed Mail and Phone of Northwind since your last visit.");
        assertThat(said(digest(false, List.of("anna"), "phone")))
                .isEqualTo("anna changed Phone of Northwind.");
        assertThat(said(digest(false, List.of("anna")))).isEqualTo("anna changed Northwind.");
    }

    private String said(InboxEntry entry) {
        var sentence = words.of(entry, CONTACTS);
        return sentence.before() + sentence.title() + sentence.after();
    }

    private String said(Notice notice) {
        return said(Told.of(notice, "Northwind", true, new TreeMap<>(), false));
    }

    private static Digest digest(boolean unread, List<String> people, String... fields) {
        var names = new TreeSet<FieldName>();
        Arrays.stream(fields).map(FieldName::new).forEach(names::add);
        return new Digest(
                new UUID(1, 1),
                new EntityId(new UUID(3, 3)),
                World.CONTACTS,
                "Northwind",
                people.stream().map(UserId::new).toList(),
                names,
                7,
                true,
                false,
                new Revision(1),
                new Revision(8),
                Instant.EPOCH,
                unread);
    }

    private static Notice notice(Notice.Kind kind, FieldName... fields) {
        return new Notice(
                new UUID(1, 1),
                Optional.empty(),
                kind,
                new ConflictId(new UUID(2, 2)),
                new EntityId(new UUID(3, 3)),
                World.CONTACTS,
                new UserId("ben"),
                new TreeSet<>(List.of(fields)),
                Instant.EPOCH);
    }

    private String said(Notice.Kind kind, FieldName... fields) {
        var notice = notice(kind, fields);
        var lost = new TreeMap<FieldName, Optional<FieldValue>>();
        for (var field : fields) {
            lost.put(field, Optional.of(new FieldValue.Text("555-7777")));
        }
        return said(Told.of(notice, "Northwind depot", true, lost, true));
    }
}
