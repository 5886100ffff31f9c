package io.mergedesk.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// Answers whatever goes wrong under `/api` with problem details. A failure of ours gets an id that
/// stands in the log beside its cause, and nothing of the cause goes out.
@Component
class ProblemAnswers implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /// Before the resolvers that would answer in other forms.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (!ApiPath.is(request.getRequestURI())
                || failure instanceof AuthenticationException
                || failure instanceof AccessDeniedException) {
            return null;
        }
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            LOG.debug("{} was left before its answer was written", request.getRequestURI());
            return new ModelAndView();
        }
        if (failure instanceof ErrorResponse spring) {
            spring.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.addHeader(name, value)));
        }
        write(response, problemOf(request, failure));
        return new ModelAndView();
    }

    /// Writes a problem where no controller does.
    void write(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
        } catch (IOException e) {
            LOG.debug("nobody took the answer {}: {}", problem.status(), e.getMessage());
        }
    }

    private static Problem problemOf(HttpServletRequest request, Exception failure) {
        return switch (failure) {
            case RejectedRequest rejected -> rejected.problem();
            case HttpRequestMethodNotSupportedException method ->
                    Problem.of(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            method.getMethod()
                                    + " is not possible here: expected "
                                    + String.join(
                                            " or ",
                                            Optional.ofNullable(method.getSupportedMethods())
                                                    .orElse(new String[] {"another method"})));
            case HttpMediaTypeNotSupportedException type ->
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type: expected one of "
                                    + MediaType.toString(type.getSupportedMediaTypes()));
            case NoResourceFoundException _ ->
                    Problem.notFound("there is nothing at " + request.getRequestURI());
            case ErrorResponse spring when spring.getStatusCode().is4xxClientError() ->
                    Problem.of(
                            HttpStatus.valueOf(spring.getStatusCode().value()),
                            Optional.ofNullable(spring.getBody().getDetail())
                                    .orElse("The request cannot be understood."));
            default -> failureOfOurs(request, failure);
        };
    }

    private static Problem failureOfOurs(HttpServletRequest request, Exception failure) {
        var id = UUID.randomUUID();
        LOG.error("{} {} failed ({})", request.getMethod(), request.getRequestURI(), id, failure);
        return failure(id);
    }

    static Problem failure(UUID id) {
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong here, not with your request. Tell an admin this id: "
                                + id)
                .with("id", id);
    }
}
