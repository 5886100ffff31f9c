package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.sync.JobBulk;
import io.mergedesk.sync.JobCount;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The jobs of the sync queue; for admins.
@RestController
@RequestMapping("/api/v1/sync")
class JobsController implements JobsDescription {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 500;

    private final JobService jobs;
    private final JobBulk bulk;
    private final CurrentActor current;

    JobsController(JobService jobs, JobBulk bulk, CurrentActor current) {
        this.jobs = jobs;
        this.bulk = bulk;
        this.current = current;
    }

    @Override
    @GetMapping("/jobs")
    public ListJson<JobJson> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var actor = admin();
        int most = (int) QueryNumber.read("limit", limit, USUAL_LIMIT, 1, MOST);
        var query =
                SentJobQuery.read(
                        Optional.ofNullable(state),
                        Optional.ofNullable(target),
                        Optional.ofNullable(entity),
                        Optional.ofNullable(priority),
                        Optional.ofNullable(cursor));
        var page = jobs.page(query, most, actor);
        return new ListJson<>(
                page.stream().map(JobJson::of).toList(),
                page.size() < most ? null : page.getLast().job().id().toString());
    }

    @Override
    @GetMapping("/jobs/{id}")
    public Map<String, Object> one(@PathVariable String id) {
        var line = find(id);
        return Map.of(
                "job",
                JobJson.of(line),
                "attempts",
                jobs.attempts(line.job().id(), admin()).stream().map(AttemptJson::of).toList());
    }

    @Override
    @PostMapping("/jobs/{id}/retry")
    public JobJson retry(@PathVariable String id) {
        var job = find(id).job().id();
        jobs.retry(List.of(job), admin());
        return JobJson.of(find(id));
    }

    @Override
    @PostMapping(path = "/jobs/{id}/body", consumes = MediaType.APPLICATION_JSON_VALUE)
    public JobJson retryWith(@PathVariable String id, JsonBody body) {
        jobs.retryWith(find(id).job().id(), body.root().toString(), admin());
        return JobJson.of(find(id));
    }

    @Override
    @PostMapping("/jobs/{id}/skip")
    public JobJson skip(@PathVariable String id) {
        if (jobs.skip(List.of(find(id).job().id()), admin()) == 0) {
            throw Problem.named(
                            HttpStatus.CONFLICT,
                            "busy",
                            "Not to be skipped now",
                            "It is finished, or being delivered just now.")
                    .rejected();
        }
        return JobJson.of(find(id));
    }

    @Override
    @PostMapping(path = "/jobs/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    public JobWorkJson retryMany(JsonBody body) {
        var actor = admin();
        var sent = SentJobWork.retry(body);
        return answer(
                sent,
                actor,
                ids ->
                        sent.change()
                                .map(change -> jobs.retryChanged(ids, change, actor))
                                .orElseGet(() -> jobs.retry(ids, actor)),
                query ->
                        sent.change()
                                .map(change -> bulk.retryChanged(query, change, _ -> {}, actor))
                                .orElseGet(() -> bulk.retry(query, _ -> {}, actor)));
    }

    @Override
    @PostMapping(path = "/jobs/skip", consumes = MediaType.APPLICATION_JSON_VALUE)
    public JobWorkJson skipMany(JsonBody body) {
        var actor = admin();
        return answer(
                SentJobWork.skip(body),
                actor,
                ids -> jobs.skip(ids, actor),
                query -> bulk.skip(query, _ -> {}, actor));
    }

    private JobWorkJson answer(
            SentJobWork sent,
            Actor actor,
            ToIntFunction<List<JobId>> named,
            ToIntFunction<JobQuery> matching) {
        long many =
                sent.ids()
                        .map(ids ->
                                ids.stream().filter(id -> jobs.find(id, actor).isPresent()).count())
                        .orElseGet(() -> bulk.count(sent.query(), actor));
        int changed =
                sent.dryRun()
                        ? 0
                        : sent.ids()
                                .map(named::applyAsInt)
                                .orElseGet(() -> matching.applyAsInt(sent.query()));
        return new JobWorkJson(sent.dryRun(), many, changed);
    }

    @Override
    @GetMapping("/counts")
    public ListJson<Map<String, Object>> counts() {
        return new ListJson<>(
                JobCount.of(jobs.standings(admin())).stream()
                        .map(one ->
                                Map.<String, Object>of(
                                        "targetId", one.target().number(),
                                        "state", one.state().wireName(),
                                        "jobs", one.jobs()))
                        .toList(),
                null);
    }

    private Actor admin() {
        return Admins.require(current, TargetsController.ADMINS_ONLY);
    }

    private JobLine find(String id) {
        var actor = admin();
        try {
            return jobs.find(JobId.parse(id), actor).orElseThrow(() -> missing().rejected());
        } catch (IllegalArgumentException _) {
            throw missing().rejected();
        }
    }

    private static Problem missing() {
        return Problem.notFound("there is no such job");
    }
}
