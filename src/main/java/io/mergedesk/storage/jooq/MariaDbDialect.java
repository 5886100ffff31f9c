package io.mergedesk.storage.jooq;

import org.jooq.conf.RenderNameCase;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How jOOQ talks to MariaDB.
@Configuration(proxyBeanMethods = false)
class MariaDbDialect {

    @Bean
    DefaultConfigurationCustomizer mergedeskJooq() {
        return MariaDbDialect::customize;
    }

    static void customize(DefaultConfiguration configuration) {
        configuration
                .settings()
                .withRenderSchema(false)
                .withRenderNameCase(RenderNameCase.AS_IS)
                .withExecuteLogging(false)
                .withReturnAllOnUpdatableRecord(false);
        configuration.setAppending(new DefaultExecuteListenerProvider(new ConflictTranslator()));
    }
}
