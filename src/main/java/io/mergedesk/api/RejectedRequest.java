package io.mergedesk.api;

/// Thrown while a request is read that cannot be understood; answered with its problem.
final class RejectedRequest extends RuntimeException {

    private final transient Problem problem;

    RejectedRequest(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
