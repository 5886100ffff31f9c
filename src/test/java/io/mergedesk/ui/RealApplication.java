package io.mergedesk.ui;

import io.mergedesk.MergedeskApplication;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/// The application as it is shipped, nothing of the tests in it, but with a clock that can be set
/// back while a history is made.
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = MergedeskApplication.class)
@ComponentScan(
        basePackageClasses = MergedeskApplication.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.CUSTOM,
                        classes = RealApplication.NotShipped.class))
class RealApplication {

    static final class NotShipped implements TypeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory)
                throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/")
                    || reader.getClassMetadata()
                            .getClassName()
                            .equals(MergedeskApplication.class.getName());
        }
    }

    /// The time it is, or was.
    static final class ShiftedClock implements InstantSource {
        private volatile Duration back = Duration.ZERO;

        void setBack(Duration by) {
            back = by;
        }

        @Override
        public Instant instant() {
            return InstantSource.system().instant().minus(back);
        }
    }

    @Bean
    ShiftedClock clock() {
        return new ShiftedClock();
    }
}
