package io.mergedesk.ui.sync;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.entities.World;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.Exchange;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobService;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Lease;
import io.mergedesk.sync.Settled;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetOutcome;
import io.mergedesk.sync.TargetService;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The screen of the sync queue without a browser.
@SpringBootTest(
        classes = SyncScreen.class,
        // the packages of this screen instead of those of the others
        properties = "spring.main.allow-bean-definition-overriding=true")
class SyncViewTest extends ScreenTest {

    private static final UUID ME = UUID.randomUUID();

    @TempDir static Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("mergedesk.home", home::toString);
    }

    @Autowired private World world;
    @Autowired private TargetService targets;
    @Autowired private JobService jobs;
    @Autowired private SyncQueue queue;

    private Target shop;

    @BeforeEach
    void aPausedTarget() {
        ScreenWorld.signIn("admin", Role.ADMIN);
        var usual =
                TargetDefinition.of("Shop", TargetKind.WEBHOOK, URI.create("https://shop.example"));
        var saved = targets.create(usual, Optional.empty(), ADMIN);
        shop = ((TargetOutcome.Saved) saved).target();
        targets.pause(shop.id(), shop.version(), ADMIN);
    }

    @AfterEach
    void nobodyIsTold() {
        targets.all(ADMIN).forEach(target -> targets.remove(target.id(), ADMIN));
        queue.clean(Duration.ofDays(-1), 9_999);
    }

    @Test
    void where_there_is_no_target_it_says_what_one_is_good_for_and_one_is_added() {
        nobodyIsTold();
        open("");
        assertThat(text()).contains("No other system is told of changes yet");

        click("Add target");
        click("Add target");
        assertThat(field("Name").getErrorMessage())
                .isEqualTo("Expected a name of up to 120 characters");
        field("Name").setValue("Depot");
        field("URL").setValue("https://depot.example");
        click("Add target");

        assertThat(find(TextField.class).all())
                .anyMatch(shown -> shown.getValue().startsWith("whsec_"));
        click("I have noted it");
        assertThat(text()).contains("Depot", "webhook · depot.example · medium", "1 target");
    }

    @Test
    void jobs_are_shown_with_their_record_state_and_priority_also_when_they_are_finished() {
        add(world.create(ANNA, "name", "Northwind").id(), Priority.HIGH);
        die(Priority.HIGH);
        open("");

        assertThat(rows())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(JobState.DEAD);
                    assertThat(line.priority()).isEqualTo(Priority.MEDIUM);
                });
        assertThat(text()).contains("Shop", "paused", "1 dead", "Dead 1");
        assertThat(row(0)).contains("Northwind", "dead", "medium");
    }

    @Test
    void the_address_says_which_part_of_the_queue_is_shown() {
        add(1, Priority.HIGH);
        die(Priority.HIGH);
        add(2, Priority.LOW);

        open("state=dead");
        assertThat(rows()).extracting(JobLine::state).containsExactly(JobState.DEAD);
        open("priority=low");
        assertThat(rows()).hasSize(2);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("sync?state=ready&priority=low", "sync?priority=high", "sync");
        open("state=asleep");
        assertThat(rows()).hasSize(3);
    }

    @Test
    void what_waits_for_a_decision_says_so_and_leads_there() {
        var entity = world.create(ANNA, "name", "Contested").id();
        var conflict = new ConflictId(UUID.randomUUID());
        add(entity, Priority.HIGH);
        var lease = lease(Priority.HIGH).getFirst();
        queue.settle(
                ME,
                List.of(
                        new Settled(
                                lease,
                                List.of(),
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.of(conflict))));
        var shown = jobs.page(JobQuery.ALL, 9, ADMIN).getFirst();

        assertThat(shown.state()).isEqualTo(JobState.WAITING);
        assertThat(shown.awaits()).hasValue(conflict);
        open("");
        assertThat(row(0)).contains("waiting", "for a decision");
        test(grid()).clickRow(0);
        assertThat(text(find(JobDialog.class).single()))
                .contains("Nothing is sent over them until");
    }

    @Test
    void a_dead_job_shows_its_log_and_is_changed_and_delivered_again() {
        add(1, Priority.HIGH);
        die(Priority.HIGH);
        open("state=dead");

        test(grid()).clickRow(0);
        assertThat(text(find(JobDialog.class).single()))
                .contains("answered 400", "Attempt 1 · 400 · 7 ms");
        var body = find(TextArea.class).all().getFirst();
        assertThat(body.getValue()).isEqualTo("{\"id\":1}");
        body.setValue("[]");
        click("Deliver this");
        assertThat(body.getErrorMessage()).isEqualTo("Expected one JSON object");
        body.setValue("{\"id\":2}");
        click("Deliver this");

        assertThat(rows()).isEmpty();
        assertThat(jobs.page(JobQuery.ALL, 9, ADMIN).getFirst().job().body())
                .hasValue("{\"id\":2}");
    }

    @Test
    void what_is_ticked_is_skipped() {
        add(3, Priority.HIGH);
        die(Priority.HIGH);
        open("state=dead");
        assertThat(text()).doesNotContain("chosen");

        grid().select(rows().getFirst());
        assertThat(text()).contains("1 chosen").doesNotContain("Choose all");
        click("Skip");

        assertThat(rows()).hasSize(2);
        assertThat(toasts()).contains("1 job is skipped");
    }

    @Test
    void all_that_match_are_delivered_again_where_there_are_more_than_are_shown() {
        add(130, Priority.HIGH);
        die(Priority.HIGH);
        open("state=dead");
        assertThat(rows()).hasSize(100);
        grid().asMultiSelect().select(rows());
        assertThat(text()).contains("100 chosen", "Choose all 130 that match");

        click("Choose all 130 that match");
        assertThat(text()).contains("All 130 that match are chosen");
        click("Deliver again");
        var question = find(ConfirmDialog.class).single();
        test(question).confirm();

        eventually(() -> assertThat(toasts()).contains("130 jobs are delivered again"));
        assertThat(rows()).isEmpty();
        assertThat(text()).contains("Ready 130").doesNotContain("Delivering again");
    }

    @Test
    void one_change_is_made_to_all_that_match() {
        add(120, Priority.HIGH);
        die(Priority.HIGH);
        open("state=dead");
        grid().asMultiSelect().select(rows());
        click("Choose all 120 that match");

        click("Edit and deliver again…");
        assertThat(text(find(ChangeDialog.class).single()))
                .contains("What the first of them sends");
        find(TextArea.class).all().getLast().setValue("{\"mended\":true}");
        click("Deliver again");

        eventually(() -> assertThat(toasts()).contains("120 jobs are delivered with your change"));
        assertThat(jobs.page(JobQuery.ALL, 200, ADMIN))
                .hasSize(120)
                .allSatisfy(line ->
                        assertThat(line.job().body()).hasValue("{\"id\":1,\"mended\":true}"));
    }

    @Test
    void those_ticked_can_be_chosen_again_alone() {
        add(110, Priority.HIGH);
        die(Priority.HIGH);
        open("state=dead");
        grid().select(rows().getFirst());

        click("Choose all 110 that match");
        click("Only those ticked");
        click("Skip");

        assertThat(toasts()).contains("1 job is skipped");
        assertThat(text()).contains("Dead 109");
    }

    @Test
    void without_a_state_all_that_match_are_not_offered() {
        add(110, Priority.HIGH);
        die(Priority.HIGH);
        open("");

        grid().asMultiSelect().select(rows());

        assertThat(text()).contains("100 chosen").doesNotContain("Choose all");
    }

    private static void open(String query) {
        // a page of its own
        UI.getCurrent().navigate("nowhere");
        UI.getCurrent().navigate("sync", QueryParameters.fromString(query));
    }

    private JobGrid grid() {
        return find(JobGrid.class).single();
    }

    private List<JobLine> rows() {
        return grid().getGenericDataView().getItems().toList();
    }

    private String row(int number) {
        var line = rows().get(number);
        return grid().getColumns().stream()
                .map(column -> cell(column, line))
                .collect(Collectors.joining(" "));
    }

    private String cell(Grid.Column<JobLine> column, JobLine line) {
        return column.getRenderer() instanceof ComponentRenderer<?, JobLine> shown
                ? text(shown.createComponent(line))
                : "";
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(one -> label.equals(one.getLabel()))
                .all()
                .getFirst();
    }

    private void add(int many, Priority priority) {
        for (int i = 0; i < many; i++) {
            add(new EntityId(UUID.randomUUID()), priority);
        }
    }

    private void add(EntityId entity, Priority priority) {
        var job =
                new Job(
                        new JobId(UUID.randomUUID()),
                        shop.id(),
                        entity,
                        World.CONTACTS,
                        new Revision(1),
                        EventName.ENTITY_CREATED,
                        Optional.empty(),
                        0,
                        world.clock.instant(),
                        Optional.empty(),
                        Optional.empty());
        world.transactions.executeWithoutResult(
                _ -> queue.add(List.of(job), Map.of(shop.id(), priority)));
    }

    private List<Lease> lease(Priority priority) {
        return queue.lease(shop.id(), priority, ME, 999, 9, Duration.ofMinutes(5));
    }

    private void die(Priority priority) {
        queue.settle(ME, lease(priority).stream().map(this::refused).toList());
    }

    private Settled refused(Lease lease) {
        var exchange =
                new Exchange("POST / HTTP/1.1\n\n{\"id\":1}", 400, "no", Duration.ofMillis(7));
        return new Settled(
                lease,
                List.of(
                        new Settled.Outcome(
                                lease.jobs().getFirst(),
                                JobEnd.DEAD,
                                1,
                                Optional.of("answered 400"),
                                Optional.of(
                                        new Settled.Attempt(
                                                "refused", world.clock.instant(), exchange)))),
                Duration.ZERO,
                Optional.empty());
    }
}
