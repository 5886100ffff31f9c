package io.mergedesk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4007:80e::200e"
            })
    void what_is_public_may_be_connected_to(String address) {
        assertThat(AddressRule.PUBLIC_ONLY.refusal(InetAddress.ofLiteral(address))).isEmpty();
        assertThat(AddressRule.PRIVATE_TOO.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.5",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.7",
                "::1",
                "::ffff:10.0.0.1",
                "fc00::1",
                "fd12:3456::1",
                "2001:db8::1"
            })
    void what_is_inside_may_be_connected_to_where_an_admin_says_so(String address) {
        assertThat(AddressRule.PUBLIC_ONLY.refusal(InetAddress.ofLiteral(address))).isPresent();
        assertThat(AddressRule.PRIVATE_TOO.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "192.88.99.1",
                "::",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "fe80::1",
                "fd00:ec2::254",
                "ff02::1",
                "4000::1"
            })
    void what_no_target_can_have_is_never_connected_to(String address) {
        assertThat(AddressRule.PUBLIC_ONLY.refusal(InetAddress.ofLiteral(address))).isPresent();
        assertThat(AddressRule.PRIVATE_TOO.refusal(InetAddress.ofLiteral(address))).isPresent();
    }

    @Test
    void an_ipv4_address_in_the_form_of_ipv6_is_refused_where_java_keeps_the_form()
            throws UnknownHostException {
        var mapped = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 8, 8, 8, 8};

        assertThat(AddressRule.PRIVATE_TOO.refusal(Inet6Address.getByAddress(null, mapped, 0)))
                .isPresent();
    }

    @Test
    void says_why_in_words() {
        assertThat(AddressRule.PUBLIC_ONLY.refusal(InetAddress.ofLiteral("10.0.0.5")))
                .contains("the address 10.0.0.5 is private");
        assertThat(AddressRule.PRIVATE_TOO.refusal(InetAddress.ofLiteral("169.254.169.254")))
                .contains("the address 169.254.169.254 is link-local");
    }
}
