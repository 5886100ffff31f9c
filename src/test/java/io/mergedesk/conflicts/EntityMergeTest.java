package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.BY_FIELD;
import static io.mergedesk.conflicts.MergeWorld.EARLIER;
import static io.mergedesk.conflicts.MergeWorld.LATER;
import static io.mergedesk.conflicts.MergeWorld.bar;
import static io.mergedesk.conflicts.MergeWorld.base;
import static io.mergedesk.conflicts.MergeWorld.entity;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.mine;
import static io.mergedesk.conflicts.MergeWorld.policy;
import static io.mergedesk.conflicts.MergeWorld.theirs;
import static io.mergedesk.conflicts.MergeWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.Patch;
import io.mergedesk.conflicts.Contest.Reason;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The entity as a whole: deleted, restored, created twice, and what its fields do together.
class EntityMergeTest {

    private static final MergePolicy BY_TIME =
            policy(MergeStrategy.LAST_WRITE_WINS, Strictness.VALUE);

    @Test
    void an_edit_against_a_deletion_is_asked_about_both_ways() {
        var edited = new TreeSet<>(Set.of(field("text")));

        var theyDeleted =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        Side.deleted(entity("text", "a"), EARLIER),
                        mine("text", "b"),
                        BY_FIELD);
        var iDelete =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "b"),
                        Side.deleted(entity("text", "a"), LATER),
                        BY_FIELD);

        assertThat(theyDeleted.entity())
                .isEqualTo(new EntityOutcome.Contested(Party.THEIRS, edited));
        assertThat(iDelete.entity()).isEqualTo(new EntityOutcome.Contested(Party.MINE, edited));
        assertThat(theyDeleted.isDecided()).isFalse();
        assertThat(iDelete.entity().deleted()).isFalse();
    }

    @Test
    void deleting_what_nobody_edited_deletes() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "a"),
                        Side.deleted(entity("text", "a"), LATER),
                        BY_FIELD);

        assertThat(merge.entity()).isEqualTo(new EntityOutcome.Deleted(EnumSet.of(Party.MINE)));
        assertThat(merge.entity().deleted()).isTrue();
        assertThat(merge.isDecided()).isTrue();
    }

    @Test
    void deleting_what_somebody_only_wrote_differently_is_asked_about_too() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "a "),
                        Side.deleted(entity("text", "a"), LATER),
                        BY_FIELD);

        assertThat(merge.entity()).isInstanceOf(EntityOutcome.Contested.class);
    }

    @Test
    void the_later_of_edit_and_deletion_wins_where_the_last_write_does() {
        var deletedLater =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "b"),
                        Side.deleted(entity("text", "a"), LATER),
                        BY_TIME);
        var editedLater =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        Side.deleted(entity("text", "a"), EARLIER),
                        mine("text", "b"),
                        BY_TIME);
        var atOnce =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        Side.of(entity("text", "b"), LATER),
                        Side.deleted(entity("text", "a"), LATER),
                        BY_TIME);

        assertThat(deletedLater.entity()).isEqualTo(new EntityOutcome.Newest(true, Party.MINE));
        assertThat(deletedLater.content()).isEqualTo(entity("text", "b"));
        assertThat(editedLater.entity()).isEqualTo(new EntityOutcome.Newest(false, Party.MINE));
        assertThat(editedLater.content()).isEqualTo(entity("text", "b"));
        assertThat(atOnce.entity()).isEqualTo(new EntityOutcome.Newest(false, Party.THEIRS));
    }

    @Test
    void what_both_deleted_is_deleted_and_nobody_is_asked_about_its_fields() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        Side.deleted(entity("text", "b"), EARLIER),
                        Side.deleted(entity("text", "c"), LATER),
                        BY_FIELD);

        assertThat(merge.entity()).isEqualTo(new EntityOutcome.Deleted(EnumSet.allOf(Party.class)));
        assertThat(merge.isDecided()).isTrue();
        assertThat(merge.overruled()).hasSize(1);
    }

    @Test
    void what_one_side_restored_is_there_again_and_their_edits_after_it_are_joined() {
        var gone = Base.deleted(entity("text", "a"));
        var stillGone = Side.deleted(entity("text", "a"), EARLIER);

        var one = ThreeWayMerge.merge(gone, stillGone, mine("text", "b"), BY_FIELD);
        var other =
                ThreeWayMerge.merge(
                        gone,
                        theirs("text", "b"),
                        Side.deleted(entity("text", "a"), LATER),
                        BY_FIELD);
        var both =
                ThreeWayMerge.merge(
                        gone, theirs("text", "b"), mine("text", "a", "number", "1"), BY_FIELD);

        assertThat(one.entity()).isEqualTo(new EntityOutcome.Restored(EnumSet.of(Party.MINE)));
        assertThat(other.entity()).isEqualTo(new EntityOutcome.Restored(EnumSet.of(Party.THEIRS)));
        assertThat(both.entity()).isEqualTo(new EntityOutcome.Restored(EnumSet.allOf(Party.class)));
        assertThat(one.entity().deleted()).isFalse();
        assertThat(both.content()).isEqualTo(entity("text", "b", "number", "1"));
        assertThat(
                        ThreeWayMerge.merge(
                                        gone,
                                        stillGone,
                                        Side.deleted(entity("text", "a"), LATER),
                                        BY_FIELD)
                                .entity())
                .isEqualTo(new EntityOutcome.Unchanged(true));
    }

    @Test
    void restoring_an_old_revision_is_an_edit_like_any_other() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "new", "choice", "x"),
                        theirs("text", "new", "choice", "y"),
                        mine("text", "old", "choice", "x"),
                        BY_FIELD);

        assertThat(merge.content()).isEqualTo(entity("text", "old", "choice", "y"));
        assertThat(merge.isDecided()).isTrue();
    }

    @Test
    void two_that_were_created_for_one_thing_are_never_mixed_unseen() {
        var merge =
                ThreeWayMerge.merge(
                        Base.NONE,
                        theirs("text", "Quay", "number", "1"),
                        mine("text", "Quay", "number", "2", "email", "a@b.org"),
                        BY_FIELD);

        assertThat(merge.of(field("text")).rule()).isEqualTo(Rule.SAME);
        assertThat(merge.contests().keySet()).containsExactly(field("email"), field("number"));
        assertThat(merge.contests().values())
                .allMatch(contest -> contest.reason() == Reason.BOTH_CREATED);
        assertThat(
                        ThreeWayMerge.merge(
                                        Base.NONE,
                                        theirs("text", "Quay"),
                                        mine("text", "Quay", "email", "a@b.org"),
                                        BY_FIELD)
                                .contests())
                .containsOnlyKeys(field("email"));
    }

    @Test
    void the_same_created_twice_is_one() {
        var merge =
                ThreeWayMerge.merge(
                        Base.NONE, theirs("text", "Quay"), mine("text", "Quay "), BY_FIELD);

        assertThat(merge.isDecided()).isTrue();
        assertThat(merge.content()).isEqualTo(entity("text", "Quay "));
    }

    @Test
    void the_later_of_two_that_were_created_is_taken_whole_where_the_last_write_wins() {
        var merge =
                ThreeWayMerge.merge(
                        Base.NONE,
                        theirs("text", "a", "number", "1"),
                        mine("text", "b", "email", "a@b.org"),
                        BY_TIME);

        assertThat(merge.content()).isEqualTo(entity("text", "b", "email", "a@b.org"));
        assertThat(merge.overruled()).hasSize(2);
        assertThat(
                        ThreeWayMerge.merge(
                                        Base.NONE,
                                        theirs("text", "a"),
                                        mine("text", "b"),
                                        policy(MergeStrategy.MANUAL, Strictness.VALUE))
                                .contests()
                                .values())
                .allMatch(contest -> contest.reason() == Reason.BOTH_CREATED);
    }

    @Test
    void two_halves_of_a_group_are_not_put_together() {
        var merge =
                ThreeWayMerge.merge(
                        base("street", "Quay 4", "postcode", "1000"),
                        theirs("street", "Mole 1", "postcode", "1000"),
                        mine("street", "Quay 4", "postcode", "2000", "text", "b"),
                        BY_FIELD);

        assertThat(merge.contests().keySet()).containsExactly(field("postcode"), field("street"));
        assertThat(merge.contests().values()).allMatch(contest -> contest.reason() == Reason.GROUP);
        assertThat(merge.of(field("text")).rule()).isEqualTo(Rule.MINE_ONLY);
        assertThat(merge.content())
                .isEqualTo(entity("street", "Mole 1", "postcode", "1000", "text", "b"));
    }

    @Test
    void a_group_is_taken_from_the_side_that_has_all_the_other_changed() {
        var merge =
                ThreeWayMerge.merge(
                        base("street", "Quay 4", "postcode", "1000"),
                        theirs("street", "Mole 1", "postcode", "1000"),
                        mine("street", "Mole  1", "postcode", "2000"),
                        BY_FIELD);

        assertThat(merge.isDecided()).isTrue();
        assertThat(merge.content()).isEqualTo(entity("street", "Mole  1", "postcode", "2000"));
    }

    @Test
    void the_later_group_is_taken_whole_where_the_last_write_wins() {
        var merge =
                ThreeWayMerge.merge(
                        base("street", "Quay 4", "postcode", "1000"),
                        theirs("street", "Mole 1", "postcode", "1000"),
                        mine("street", "Quay 4", "postcode", "2000"),
                        BY_TIME);

        assertThat(merge.content()).isEqualTo(entity("street", "Quay 4", "postcode", "2000"));
        assertThat(merge.overruled())
                .containsExactly(
                        new Merge.Overruled(
                                field("street"),
                                Party.THEIRS,
                                value("street", "Mole 1"),
                                Rule.NEWEST));
    }

    @Test
    void a_group_is_as_careful_as_its_most_careful_field() {
        var mixed =
                MergeWorld.with(
                        BY_TIME,
                        "street",
                        FieldPolicy.of(FieldKind.TEXT, MergeStrategy.FIELD_LEVEL_MERGE)
                                .grouped("Address"));
        var careful =
                MergeWorld.with(
                        BY_TIME,
                        "street",
                        FieldPolicy.of(FieldKind.TEXT, MergeStrategy.MANUAL).grouped("Address"));
        var base = base("street", "Quay 4", "postcode", "1000");
        var theirs = theirs("street", "Mole 1", "postcode", "1000");
        var mine = mine("street", "Quay 4", "postcode", "2000");

        assertThat(ThreeWayMerge.merge(base, theirs, mine, mixed).contests().values())
                .hasSize(2)
                .allMatch(contest -> contest.reason() == Reason.GROUP);
        assertThat(ThreeWayMerge.merge(base, theirs, mine, careful).contests().values())
                .hasSize(2)
                .allMatch(contest -> contest.reason() == Reason.POLICY);
    }

    @Test
    void an_edit_of_a_removed_field_is_refused_and_told_and_the_rest_is_taken() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a", "number", "1"),
                        theirs("text", "a", "number", "1"),
                        mine("text", "b", "number", "2").barring(bar("number", Bar.REMOVED)),
                        BY_FIELD);

        assertThat(merge.isDecided()).isTrue();
        assertThat(merge.content()).isEqualTo(entity("text", "b", "number", "1"));
        assertThat(merge.overruled())
                .containsExactly(
                        new Merge.Overruled(
                                field("number"), Party.MINE, value("number", "2"), Rule.REFUSED));
    }

    @Test
    void an_edit_that_is_refused_leaves_the_others_change_alone() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "b"),
                        mine("text", "c").barring(bar("text", Bar.READ_ONLY)),
                        BY_FIELD);
        var swapped =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "c").barring(bar("text", Bar.READ_ONLY)),
                        mine("text", "b"),
                        BY_FIELD);
        var neither =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "c").barring(bar("text", Bar.READ_ONLY)),
                        mine("text", "b").barring(bar("text", Bar.READ_ONLY)),
                        BY_FIELD);

        assertThat(merge.content()).isEqualTo(entity("text", "b"));
        assertThat(swapped.content()).isEqualTo(entity("text", "b"));
        assertThat(neither.content()).isEqualTo(entity("text", "a"));
        assertThat(neither.overruled()).hasSize(2);
    }

    @Test
    void half_a_group_that_may_not_be_written_takes_the_other_half_with_it() {
        var base = base("street", "Quay 4", "postcode", "1000");
        var theirs = theirs("street", "Quay 4", "postcode", "1000");
        var mine = mine("street", "Mole 1", "postcode", "2000");

        var readOnly =
                ThreeWayMerge.merge(
                        base, theirs, mine.barring(bar("postcode", Bar.READ_ONLY)), BY_FIELD);
        var removed =
                ThreeWayMerge.merge(
                        base, theirs, mine.barring(bar("postcode", Bar.REMOVED)), BY_FIELD);
        var untouched =
                ThreeWayMerge.merge(
                        base,
                        theirs,
                        mine("street", "Mole 1", "postcode", "1000")
                                .barring(bar("postcode", Bar.READ_ONLY)),
                        BY_FIELD);

        assertThat(readOnly.content()).isEqualTo(entity("street", "Quay 4", "postcode", "1000"));
        assertThat(readOnly.overruled()).hasSize(2);
        assertThat(removed.content()).isEqualTo(entity("street", "Mole 1", "postcode", "1000"));
        assertThat(untouched.content()).isEqualTo(entity("street", "Mole 1", "postcode", "1000"));
    }

    @Test
    void a_field_that_was_written_later_than_the_entity_wins_by_its_own_time() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a", "choice", "a"),
                        theirs("text", "b", "choice", "b")
                                .stamped(
                                        Map.of(
                                                field("text"),
                                                new Stamp(
                                                        new io.mergedesk.common.HybridTime(3),
                                                        EARLIER.site()))),
                        mine("text", "c", "choice", "c"),
                        BY_TIME);

        assertThat(merge.content()).isEqualTo(entity("text", "b", "choice", "c"));
    }

    @Test
    void four_writers_one_after_the_other_lose_nothing() {
        var base = base("text", "a", "choices", "a;x", "long-text", "one two three four five six");
        var now = base.values();
        for (var edit :
                new Side[] {
                    mine(
                            "text",
                            "a",
                            "choices",
                            "a;b;x",
                            "long-text",
                            "one two three four five six"),
                    mine("text", "a", "choices", "a;c;x", "long-text", "1 two three four five six"),
                    mine("text", "b", "choices", "a;x", "long-text", "one two three four five 6"),
                    mine("text", "a", "choices", "d;x", "long-text", "one two three 4 five six"),
                }) {
            var merge = ThreeWayMerge.merge(base, Side.of(now, EARLIER), edit, BY_FIELD);
            now = merge.content();
            if (!merge.isDecided()) {
                assertThat(merge.contests()).containsOnlyKeys(field("long-text"));
            }
        }

        assertThat(now)
                .isEqualTo(
                        entity(
                                "text",
                                "b",
                                "choices",
                                "b;c;d;x",
                                "long-text",
                                "1 two three four five 6"));
    }

    @Test
    void who_edits_does_not_matter_so_two_tabs_of_one_person_are_two_writers() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a", "number", "1"),
                        Side.of(entity("text", "b", "number", "1"), EARLIER),
                        Side.of(entity("text", "c", "number", "2"), EARLIER),
                        BY_FIELD);

        assertThat(merge.contests()).containsOnlyKeys(field("text"));
    }

    @Test
    void a_stale_import_changes_only_what_was_changed_in_the_spreadsheet() {
        var exported = base("text", "a", "number", "1", "choice", "x");
        var now = theirs("text", "b", "number", "1", "choice", "y");
        var row =
                new Patch(
                        new java.util.TreeMap<>(
                                Map.of(
                                        field("text"),
                                        java.util.Optional.ofNullable(value("text", "a")),
                                        field("number"),
                                        java.util.Optional.ofNullable(value("number", "2")),
                                        field("choice"),
                                        java.util.Optional.ofNullable(value("choice", "y")))));

        var merge =
                ThreeWayMerge.merge(
                        exported, now, Side.of(row.applyTo(exported.values()), LATER), BY_FIELD);

        assertThat(merge.isDecided()).isTrue();
        assertThat(merge.content()).isEqualTo(entity("text", "b", "number", "2", "choice", "y"));
    }
}
