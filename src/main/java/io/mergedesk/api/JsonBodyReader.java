package io.mergedesk.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of a request: one JSON object of limited size, numbers exact, no name twice.
final class JsonBodyReader implements HandlerMethodArgumentResolver {

    /// Longest body, in bytes.
    static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(JsonBody.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        return read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    private JsonBody read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge();
        }
        return parse(bytes);
    }

    /// @throws RejectedRequest with what is wrong, where it is not one JSON object
    static JsonBody parse(byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return new JsonBody(object, bytes);
            }
        } catch (JacksonException e) {
            throw unreadable(e);
        }
        throw Problem.of(HttpStatus.BAD_REQUEST, "The body: expected a JSON object").rejected();
    }

    private static RejectedRequest tooLarge() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The body is too large: expected at most " + MAX_BYTES + " bytes")
                .rejected();
    }

    private static RejectedRequest unreadable(JacksonException failure) {
        var place = failure.getLocation();
        var where =
                place == null
                        ? ""
                        : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        var reason = failure.getOriginalMessage().lines().findFirst().orElse("");
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "The body is not readable JSON" + where + ": " + reason)
                .rejected();
    }
}
