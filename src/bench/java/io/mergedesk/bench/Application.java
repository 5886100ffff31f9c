package io.mergedesk.bench;

import io.mergedesk.MergedeskApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole application on an embedded MariaDB with the durable settings of an installation, on a
/// free port.
final class Application implements AutoCloseable {

    private static final Path HOMES = Path.of("target", "bench");

    private final ConfigurableApplicationContext context;

    private Application(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Starts on an empty database.
    ///
    /// @param more what else is part of it
    static Application startEmpty(String name, Class<?>... more) throws IOException {
        clear(HOMES.resolve(name));
        return start(name, more);
    }

    /// Starts on what an earlier run left.
    static Application start(String name, Class<?>... more) {
        return new Application(
                new SpringApplicationBuilder(MergedeskApplication.class)
                        .sources(more)
                        .run(
                                "--mergedesk.home=" + HOMES.resolve(name),
                                "--server.port=0",
                                "--vaadin.productionMode=true"));
    }

    /// Where it keeps what is stored under that name.
    static Path home(String name) {
        return HOMES.resolve(name);
    }

    <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    /// Where it answers, without a slash at the end.
    String address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + java.util.Objects.requireNonNull(server).getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
