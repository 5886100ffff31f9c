package io.mergedesk;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// Starts Mergedesk and provides the one clock that everything else asks.
@SpringBootApplication
public class MergedeskApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MergedeskApplication.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
