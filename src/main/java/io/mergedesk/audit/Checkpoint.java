package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import java.io.StringWriter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Where the chains were at one moment.
///
/// @param site whose database they are in; empty in lines of before sites were named
/// @param previous the SHA-256 of the line before, in hexadecimal; empty in the first
/// @param anchor why everything signed before no longer counts; empty in all but a new beginning
record Checkpoint(
        Instant at,
        Optional<SiteId> site,
        Map<ChainName, Link> links,
        String previous,
        Optional<String> anchor) {

    private static final JsonFactory JSON = new JsonFactory();

    Checkpoint {
        links = Map.copyOf(links);
    }

    /// One JSON object on one line.
    String toJson() {
        var text = new StringWriter(256);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("at", at.toString());
            site.ifPresent(id -> json.writeStringProperty("site", id.value()));
            for (var chain : ChainName.values()) {
                var link = links.get(chain);
                if (link != null) {
                    json.writeName(chain.wireName());
                    json.writeStartObject();
                    json.writeNumberProperty("sequence", link.place().number());
                    json.writeStringProperty("hash", link.hex());
                    json.writeEndObject();
                }
            }
            json.writeStringProperty("previous", previous);
            anchor.ifPresent(why -> json.writeStringProperty("anchor", why));
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Reads what [#toJson] wrote; empty when it is something else.
    static Optional<Checkpoint> parse(String text) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), text)) {
            var at = Optional.<Instant>empty();
            var site = Optional.<SiteId>empty();
            var previous = "";
            var anchor = Optional.<String>empty();
            var links = new EnumMap<ChainName, Link>(ChainName.class);
            json.nextToken();
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "at" -> at = Optional.of(Instant.parse(json.getString()));
                    case "site" -> site = Optional.of(new SiteId(json.getString()));
                    case "previous" -> previous = json.getString();
                    case "anchor" -> anchor = Optional.of(json.getString());
                    default -> {
                        json.nextName();
                        json.nextToken();
                        var place = new Sequence(json.getLongValue());
                        json.nextName();
                        json.nextToken();
                        var hash = HexFormat.of().parseHex(json.getString());
                        json.nextToken();
                        chain(name).ifPresent(chain -> links.put(chain, new Link(place, hash)));
                    }
                }
            }
            var whose = site;
            var last = previous;
            var why = anchor;
            return at.map(when -> new Checkpoint(when, whose, links, last, why));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<ChainName> chain(String name) {
        for (var chain : ChainName.values()) {
            if (chain.wireName().equals(name)) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }
}
