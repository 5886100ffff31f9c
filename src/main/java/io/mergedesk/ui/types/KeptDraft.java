package io.mergedesk.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.Drafts;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What an admin changed of a type and has not saved: kept by the server, and what is being typed
/// by the browser, so that it outlives refreshes, ended sessions and restarts.
final class KeptDraft {

    private static final Logger LOG = LoggerFactory.getLogger(KeptDraft.class);
    // a draft from before some flag was there is read all the same
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
    private static final FieldName DEFINITION = new FieldName("definition");

    /// @param at when it was last worked on
    record Kept(TypeDraft draft, Instant at) {}

    private final Drafts drafts;
    private final Actor actor;
    private final String key;
    private final BrowserDrafts browser;

    /// @param form whose named fields the browser keeps
    KeptDraft(Drafts drafts, Actor actor, TypeName type, Component form) {
        this.drafts = drafts;
        this.actor = actor;
        this.key = "type:" + type;
        this.browser = new BrowserDrafts(form, actor.id(), key);
    }

    Optional<Kept> find() {
        return drafts.find(key, actor).flatMap(this::read);
    }

    /// Hands back what was typed and never reached the server, by field.
    void listen(SerializableConsumer<Map<String, String>> typed) {
        browser.keep(typed);
    }

    /// Without changes, nothing is kept.
    void keep(TypeDraft draft) {
        var stored = new TreeMap<FieldName, String>();
        if (draft.isChanged()) {
            stored.put(DEFINITION, JSON.writeValueAsString(draft));
        }
        drafts.keep(key, new Revision(draft.version()), stored, actor);
        browser.confirmed(
                Map.of("label", draft.mine().label(), "singular", draft.mine().singular()));
    }

    void discard() {
        drafts.discard(key, actor);
        browser.discard();
    }

    private Optional<Kept> read(Draft stored) {
        try {
            return Optional.ofNullable(stored.typed().get(DEFINITION))
                    .map(json -> new Kept(JSON.readValue(json, TypeDraft.class), stored.at()));
        } catch (JacksonException e) {
            LOG.warn("the draft {} of {} cannot be read any more", key, actor.id(), e);
            return Optional.empty();
        }
    }
}
