package io.mergedesk.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Gives an entity its revision and a conflict its version as `ETag`, too late for an answer of
/// 304: the sync status changes without a new revision, what a conflict meets without a new
/// version, and whoever asks must see it.
@RestControllerAdvice(assignableTypes = {EntitiesController.class, ConflictsController.class})
final class EntityTag implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType form,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof EntityJson entity) {
            response.getHeaders().setETag(RevisionHeader.etag(entity.revision()));
        } else if (body instanceof ConflictJson conflict) {
            response.getHeaders().setETag(RevisionHeader.etag(conflict.version()));
        }
        return body;
    }
}
