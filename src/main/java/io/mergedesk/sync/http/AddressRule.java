package io.mergedesk.sync.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Which addresses may be connected to, so that nobody makes this server talk to what only it can
/// reach. Sources: IANA's registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890);
/// OWASP ASVS 5.0, 1.3.6.
enum AddressRule {
    /// Those of the public internet.
    PUBLIC_ONLY,
    /// Those of private networks and this machine too, as an admin trusts the target. What no
    /// target can have stays out: link-local addresses, where clouds hand out credentials, and
    /// groups of hosts.
    PRIVATE_TOO;

    private static final List<Block> BLOCKS =
            List.of(
                    // first that fits
                    Block.never("0.0.0.0/8", "no address of a host"),
                    Block.inside("10.0.0.0/8", "private"),
                    Block.inside("100.64.0.0/10", "shared by a provider's customers"),
                    Block.inside("127.0.0.0/8", "that of this machine"),
                    Block.never("169.254.0.0/16", "link-local"),
                    Block.inside("172.16.0.0/12", "private"),
                    Block.inside("192.0.0.0/24", "reserved"),
                    Block.inside("192.0.2.0/24", "for documentation only"),
                    Block.never("192.88.99.0/24", "a relay to other addresses"),
                    Block.inside("192.168.0.0/16", "private"),
                    Block.inside("198.18.0.0/15", "for benchmarks only"),
                    Block.inside("198.51.100.0/24", "for documentation only"),
                    Block.inside("203.0.113.0/24", "for documentation only"),
                    Block.never("224.0.0.0/4", "of a group of hosts"),
                    Block.never("240.0.0.0/4", "reserved"),
                    Block.inside("::1/128", "that of this machine"),
                    Block.never("::/96", "no address of a host"),
                    new Block(mappedPrefix(), 96, "another form of an IPv4 address", true),
                    Block.never("64:ff9b::/96", "another form of an IPv4 address"),
                    Block.never("64:ff9b:1::/48", "another form of an IPv4 address"),
                    Block.never("2001::/32", "another form of an IPv4 address"),
                    Block.never("2001::/23", "reserved"),
                    Block.inside("2001:db8::/32", "for documentation only"),
                    Block.never("2002::/16", "another form of an IPv4 address"),
                    Block.inside("3fff::/20", "for documentation only"),
                    Block.never("fd00:ec2::254/128", "that of a cloud's metadata"),
                    Block.inside("fc00::/7", "private"),
                    Block.never("fe80::/10", "link-local"),
                    Block.never("ff00::/8", "of a group of hosts"));

    private static final Block GLOBAL = Block.never("2000::/3", "public");

    /// @param always whether it is refused to trusted targets too
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Block(byte[] prefix, int bits, String word, boolean always) {

        static Block never(String text, String word) {
            return of(text, word, true);
        }

        static Block inside(String text, String word) {
            return of(text, word, false);
        }

        private static Block of(String text, String word, boolean always) {
            int slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)),
                    word,
                    always);
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Java turns such texts into IPv4 addresses at once.
    private static byte[] mappedPrefix() {
        var prefix = new byte[16];
        prefix[10] = (byte) 0xff;
        prefix[11] = (byte) 0xff;
        return prefix;
    }

    static AddressRule of(boolean allowPrivate) {
        return allowPrivate ? PRIVATE_TOO : PUBLIC_ONLY;
    }

    /// Why an address may not be connected to, such as "the address 10.0.0.5 is private"; empty
    /// where it may.
    Optional<String> refusal(InetAddress address) {
        var bytes = address.getAddress();
        for (var block : BLOCKS) {
            if (block.holds(bytes)) {
                return block.always() || this == PUBLIC_ONLY
                        ? Optional.of(words(address, block.word()))
                        : Optional.empty();
            }
        }
        return bytes.length == 4 || GLOBAL.holds(bytes)
                ? Optional.empty()
                : Optional.of(words(address, "not public"));
    }

    private static String words(InetAddress address, String word) {
        return "the address " + address.getHostAddress() + " is " + word;
    }
}
