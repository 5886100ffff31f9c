package io.mergedesk.api;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Map;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
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

    /// In front of the page that says so to people.
    @Bean
    FilterRegistrationBean<LateProblems> lateProblems(ProblemAnswers answers) {
        var registration = new FilterRegistrationBean<>(new LateProblems(answers));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverProblems() {
        return server ->
                server.addContextCustomizers(context ->
                        context.getParent().getPipeline().addValve(new ServerProblems()));
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
