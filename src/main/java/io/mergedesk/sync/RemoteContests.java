package io.mergedesk.sync;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sha256;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.Revisions;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Types;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where another system's record has changed meanwhile, its values come in as an edit of the
/// revision that it was told before: what nobody else changed is merged, and what both changed
/// waits at the desk with the other system's values as the other side.
final class RemoteContests implements Contests {

    private static final int LONGEST = 40;
    private static final int LONGEST_TAG = 100;

    private final EntityService entities;
    private final Conflicts conflicts;
    private final Revisions revisions;
    private final RemoteValues values;
    private final Arrivals arrivals;

    RemoteContests(
            EntityService entities,
            Conflicts conflicts,
            Revisions revisions,
            Types types,
            Arrivals arrivals) {
        this.entities = entities;
        this.conflicts = conflicts;
        this.revisions = revisions;
        this.values = new RemoteValues(types);
        this.arrivals = arrivals;
    }

    @Override
    public Met settle(Job job, Message message, Target target, Answer.Contested contested) {
        var theirs = contested.theirs().flatMap(RemoteValues::parse);
        var decision = decision(message, target);
        var told =
                decision.map(conflict -> conflict.edit().base())
                        .orElseGet(
                                () -> new Revision(Math.max(0, message.revision().number() - 1)));
        var place = new Revised(message.entity(), told);
        var base = Optional.ofNullable(revisions.read(List.of(place)).get(place));
        if (theirs.isEmpty() || base.isEmpty()) {
            return new Met(How.OPEN, contested.problem());
        }
        var patch = values.changed(theirs.get(), base.get().entity(), target.definition());
        // what it had when the desk decided is no news, and must not undo the decision
        decision.ifPresent(conflict -> conflict.edit().patch().byName().forEach(patch::remove));
        if (patch.isEmpty()) {
            return apart(contested.problem());
        }
        var edit = new Edit.Update(message.entity(), told, Patch.of(patch));
        // the same answer to the same job is the same edit
        var key =
                "contest-" + job.id() + "-" + contested.etag().map(RemoteContests::cut).orElse("");
        var author = author(target).withKey(key);
        var outcome = entities.save(edit, author);
        if (outcome instanceof SaveOutcome.Refused) {
            arrivals.keep(
                    target, key, RemoteValues.asSent(edit, message), Optional.of(place), outcome);
        }
        return met(outcome, author, contested.problem());
    }

    /// What of a tag has room in a key.
    private static String cut(String etag) {
        return etag.length() <= LONGEST_TAG
                ? etag
                : HexFormat.of().formatHex(Sha256.of(etag.getBytes(StandardCharsets.UTF_8)));
    }

    /// The conflict with its values that was decided by what it is told; it was told nothing since
    /// the base of that conflict.
    private Optional<Conflict> decision(Message message, Target target) {
        var actor = author(target).actor();
        return conflicts
                .settledBy(message.entity(), message.revision(), actor)
                .filter(conflict -> conflict.edit().by().equals(actor.id()));
    }

    private static Met met(SaveOutcome outcome, Author author, String problem) {
        return switch (outcome) {
            case SaveOutcome.Applied applied -> joined(applied.entity(), author, problem);
            case SaveOutcome.Merged merged -> joined(merged.entity(), author, problem);
            case SaveOutcome.Parked parked ->
                    new Met(
                            How.PARKED,
                            problem
                                    + "; both changed the same, see conflict "
                                    + parked.conflict().id(),
                            Optional.of(parked.conflict().id()));
            case SaveOutcome.Refused refused ->
                    new Met(
                            How.OPEN,
                            problem
                                    + "; its values are not acceptable here, and kept as refused: "
                                    + refused.violations().getFirst().message());
            case SaveOutcome.Contested _, SaveOutcome.Gone _, SaveOutcome.Missing _ ->
                    new Met(How.OPEN, problem);
        };
    }

    /// Where we had its values already, no revision was made that could tell it anything.
    private static Met joined(Entity entity, Author author, String problem) {
        return entity.updatedBy().equals(author.actor().id())
                ? new Met(
                        How.MERGED,
                        problem + "; its changes were merged, and it is told of the outcome")
                : apart(problem);
    }

    private static Met apart(String problem) {
        return new Met(How.APART, problem + "; its fields are the same as ours were");
    }

    /// Who acts for a target: an account that nobody can sign in with.
    static Author author(Target target) {
        var slug =
                target.definition()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        var name = "target." + (slug.isEmpty() ? target.id() : slug);
        var id = new UserId(name.substring(0, Math.min(LONGEST, name.length())));
        return Author.of(new Actor(id, Role.ADMIN, Set.of()), Origin.API);
    }
}
