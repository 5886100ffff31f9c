package io.mergedesk.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFilesTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "linux, amd64, true",
        "linux, aarch64, false",
        "windows 11, amd64, true",
        "mac os x, aarch64, true",
        "mac os x, x86_64, false",
        "freebsd, amd64, false"
    })
    void knows_where_a_server_is_published(String system, String processor, boolean served) {
        assertThat(ServerFiles.isServed(system, processor)).isEqualTo(served);
    }
}
