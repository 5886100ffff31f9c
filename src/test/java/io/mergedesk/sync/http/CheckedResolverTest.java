package io.mergedesk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.sync.RefusedAddressException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

class CheckedResolverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void lets_through_what_is_allowed_and_asks_once() throws UnknownHostException {
        var names = FakeNames.answering("10.0.0.5,8.8.8.8,::1", "127.0.0.1");
        var resolver = new CheckedResolver(names, AddressRule.PUBLIC_ONLY, PATIENCE);

        var found = resolver.resolve("hooks.example", 443);

        assertThat(found)
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("8.8.8.8"), 443));
        assertThat(names.lookUps()).isOne();
    }

    @Test
    void refuses_a_name_that_leads_inside() {
        var names = FakeNames.answering("10.0.0.5");
        var resolver = new CheckedResolver(names, AddressRule.PUBLIC_ONLY, PATIENCE);

        assertThatThrownBy(() -> resolver.resolve("hooks.example"))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessage("the address 10.0.0.5 is private");
    }

    @Test
    void refuses_a_name_once_it_leads_inside() throws UnknownHostException {
        var names = FakeNames.answering("8.8.8.8", "169.254.169.254");
        var resolver = new CheckedResolver(names, AddressRule.PUBLIC_ONLY, PATIENCE);

        assertThat(resolver.resolve("hooks.example")).hasSize(1);

        assertThatThrownBy(() -> resolver.resolve("hooks.example"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_name_without_addresses_is_unknown() {
        var resolver =
                new CheckedResolver(FakeNames.answering(""), AddressRule.PUBLIC_ONLY, PATIENCE);

        assertThatThrownBy(() -> resolver.resolve("hooks.example"))
                .isExactlyInstanceOf(UnknownHostException.class);
    }

    @Test
    void a_name_that_takes_too_long_is_unknown() {
        var never = new CountDownLatch(1);
        var names =
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        try {
                            never.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        throw new UnknownHostException(host);
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                };
        var resolver = new CheckedResolver(names, AddressRule.PUBLIC_ONLY, Duration.ofMillis(20));

        assertThatThrownBy(() -> resolver.resolve("hooks.example"))
                .isExactlyInstanceOf(UnknownHostException.class);
        never.countDown();
    }
}
