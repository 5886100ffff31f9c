package io.mergedesk.api;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// How requests of programs are read, and what happens to those nobody answers.
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    /// Right behind the controllers, and before the screens would answer with a page.
    private static final int BEHIND_CONTROLLERS = 1;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new JsonBodyReader());
        resolvers.add(new RevisionHeaderReader());
    }

    @Bean
    SimpleUrlHandlerMapping nothingElseForPrograms() {
        HttpRequestHandler nothing =
                (request, _) -> {
                    throw new NoResourceFoundException(
                            HttpMethod.valueOf(request.getMethod()),
                            request.getRequestURI(),
                            request.getRequestURI());
                };
        return new SimpleUrlHandlerMapping(
                Map.of("/api", nothing, "/api/**", nothing), BEHIND_CONTROLLERS);
    }
}
