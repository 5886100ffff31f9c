package io.mergedesk.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers with problem details what was refused, or failed, outside of any controller: such as an
/// address that no path may have.
final class LateProblems extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LateProblems.class);

    private final ProblemAnswers answers;

    LateProblems(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String address && ApiPath.is(address)) {
            answers.write(response, problemOf(request, address));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem problemOf(HttpServletRequest request, String address) {
        int code =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number
                        ? number
                        : 500;
        var status = HttpStatus.resolve(code);
        if (status != null && status.is4xxClientError()) {
            return Problem.of(status, "The request cannot be understood as it is.");
        }
        var id = UUID.randomUUID();
        LOG.error(
                "{} failed with {} ({})",
                address,
                code,
                id,
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                        ? cause
                        : null);
        return ProblemAnswers.failure(id);
    }
}
