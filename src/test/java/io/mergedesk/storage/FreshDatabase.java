package io.mergedesk.storage;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives the application under test a schema of its own, which its start migrates.
@NullMarked
public final class FreshDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = new HashMap<>();
        TestDatabase.register((name, value) -> settings.put(name, value.get()));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("fresh database", settings));
    }
}
