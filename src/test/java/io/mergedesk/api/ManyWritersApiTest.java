package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.SaveOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Sixteen writers on four entities, half of them over HTTP and half in the service as the screens
/// do.
class ManyWritersApiTest extends ApiTest {

    private static final int WRITERS = 16;
    private static final int EDITS = 12;
    private static final FieldName NOTES = new FieldName("notes");
    private static final Actor SUPERVISOR =
            new Actor(new UserId("supervisor"), Role.SUPERVISOR, Set.of());

    @Autowired private EntityService entities;

    @Test
    void no_acknowledged_edit_is_missing() throws Exception {
        var ids = IntStream.range(0, 4).mapToObj(i -> create("{\"name\":\"E" + i + "\"}")).toList();
        var acknowledged = new ArrayList<String>();

        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var tasks =
                    IntStream.range(0, WRITERS)
                            .<Callable<List<String>>>mapToObj(writer -> () -> write(writer, ids))
                            .toList();
            for (var done : writers.invokeAll(tasks)) {
                acknowledged.addAll(done.get());
            }
        }

        var stored =
                ids.stream().flatMap(id -> user.get(at(id)).text("/fields/notes").lines()).toList();
        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(acknowledged)
                .hasSize(WRITERS * EDITS);
    }

    private List<String> write(int writer, List<String> ids) {
        var written = new ArrayList<String>();
        for (int i = 0; i < EDITS; i++) {
            var line = writer + "." + i;
            var id = ids.get((writer + i) % ids.size());
            while (!(writer % 2 == 0 ? appendOverHttp(id, line) : appendInService(id, line))) {
                Thread.onSpinWait();
            }
            written.add(line);
        }
        return written;
    }

    private boolean appendOverHttp(String id, String line) {
        var now = user.get(at(id)).expect(200);
        var notes = now.text("/fields/notes");
        var all = (notes.isEmpty() ? line : notes + "\n" + line).replace("\n", "\\n");
        var answer =
                user.patch(
                        at(id),
                        now.number("/revision"),
                        "{\"fields\":{\"notes\":\"" + all + "\"}}");
        assertThat(answer.status()).isIn(200, 409);
        return answer.status() == 200;
    }

    private boolean appendInService(String id, String line) {
        var now = entities.find(EntityId.parse(id), SUPERVISOR).orElseThrow();
        var all =
                now.values()
                        .find(NOTES)
                        .map(notes -> FieldText.write(notes) + "\n" + line)
                        .orElse(line);
        var patch = Patch.of(Map.of(NOTES, Optional.of(new FieldValue.Text(all))));
        var outcome =
                entities.save(
                        new Edit.Update(now.id(), now.revision(), patch),
                        Author.of(SUPERVISOR, Origin.UI));
        return outcome instanceof SaveOutcome.Applied;
    }
}
