package io.mergedesk.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The description of the API: what holds for all of it.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Map<String, String> EVERYWHERE =
            new TreeMap<>(
                    Map.of(
                            "400", "The request cannot be understood; `errors` name what",
                            "401", "Not signed in",
                            "404", "Not there, or not shared with you",
                            "429", "Too many failed sign-ins; wait as long as `Retry-After` says",
                            "500", "A failure of ours; its `id` stands in our log"));

    @Bean
    OpenAPI api() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(JsonBody.class, RevisionHeader.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Mergedesk API")
                                .version("v1")
                                .description(
                                        """
                                        Shared records that never lose an edit.

                                        Every answer with a status of 400 or more is a problem \
                                        (RFC 9457, `application/problem+json`). Bodies have at \
                                        most 1 MiB. The revision of an entity is its `ETag`; a \
                                        change carries the one it was made on in `If-Match`.\
                                        """)
                                .license(
                                        new License()
                                                .name("Apache-2.0")
                                                .url(
                                                        "https://www.apache.org/licenses/LICENSE-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "basic",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")
                                                .description("Account name and password"))
                                .addSecuritySchemes(
                                        "bearer",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("A token from your account menu")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OpenApiCustomizer problemsEverywhere() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .values()
                    .forEach(path ->
                            path.readOperations().forEach(OpenApiConfiguration::addProblems));
        };
    }

    private static void addProblems(Operation operation) {
        var responses = operation.getResponses();
        EVERYWHERE.forEach((status, description) -> {
            if (!responses.containsKey(status)) {
                responses.addApiResponse(status, new ApiResponse().description(description));
            }
        });
        responses.forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && !hasProblem(response)) {
                response.setContent(
                        new Content()
                                .addMediaType(
                                        PROBLEM_JSON,
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/"
                                                                                + PROBLEM))));
            }
        });
    }

    private static boolean hasProblem(ApiResponse response) {
        return response.getContent() != null && response.getContent().containsKey(PROBLEM_JSON);
    }

    private static Schema<?> problem() {
        var violation =
                new ObjectSchema()
                        .addProperty("field", new StringSchema())
                        .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .description("Problem details (RFC 9457)")
                .addProperty("type", new StringSchema().example("urn:mergedesk:problem:invalid"))
                .addProperty("title", new StringSchema().example("Invalid values"))
                .addProperty("status", new IntegerSchema().example(422))
                .addProperty(
                        "detail",
                        new StringSchema().example("Birthday: expected a date like 2026-01-31"))
                .addProperty("errors", new ArraySchema().items(violation))
                .addProperty(
                        "id",
                        new StringSchema()
                                .format("uuid")
                                .description("Of a failure of ours, as it stands in the log"));
    }
}
