package io.mergedesk.ui.merge;

import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.Map;
import java.util.Optional;

/// Keeps what is decided and typed, on the server and in the browser, until it is written.
final class MergeKeeping {

    private final Deciding deciding;
    private final MergeDrafts drafts;
    private final MergeFoot foot;
    private final RowList list;
    private final BrowserDrafts browser;

    MergeKeeping(
            MergePage page,
            Viewer viewer,
            Deciding deciding,
            MergeDrafts drafts,
            MergeFoot foot,
            RowList list) {
        this.deciding = deciding;
        this.drafts = drafts;
        this.foot = foot;
        this.list = list;
        browser =
                new BrowserDrafts(page, viewer.id(), "conflict/" + deciding.now().conflict().id());
        browser.onUnconfirmed(this::bringBack);
    }

    /// From now on, and brings back what only the browser has.
    void listen() {
        browser.keep(this::bringBack);
    }

    private void bringBack(Map<String, String> kept) {
        Optional.ofNullable(kept.get(MergeFoot.REASON))
                .ifPresent(reason -> {
                    foot.showReason(reason);
                    reason();
                });
        list.bringBack(kept);
    }

    void keep() {
        drafts.keep(deciding.decisions(), foot.reason(), deciding.now().seen());
    }

    void decision() {
        keep();
        list.editor().ifPresent(editor -> browser.confirmed(editor.names()));
    }

    void reason() {
        keep();
        browser.confirmed(Map.of(MergeFoot.REASON, foot.reason()));
    }

    /// It is written: nothing is left to be kept.
    void forget() {
        drafts.discard();
        browser.discard();
    }
}
