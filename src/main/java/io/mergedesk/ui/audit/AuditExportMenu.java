package io.mergedesk.ui.audit;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.transfer.AuditExport;
import io.mergedesk.transfer.AuditFormat;
import io.mergedesk.ui.fields.Viewer;
import java.io.IOException;

/// A button that hands out what the screen shows at the moment of the click. That is noted in the
/// trail too.
@StyleSheet("context://styles/export.css")
final class AuditExportMenu extends MenuBar {

    private final transient AuditExport export;
    private final transient Viewer viewer;
    private final SerializableSupplier<AuditQuery> shown;

    /// @param shown what the screen shows; asked under the lock of the session
    AuditExportMenu(AuditExport export, Viewer viewer, SerializableSupplier<AuditQuery> shown) {
        this.export = export;
        this.viewer = viewer;
        this.shown = shown;
        addClassName("export-menu");
        var menu = addItem("Export").getSubMenu();
        menu.addItem(link("CSV, for spreadsheets", AuditFormat.CSV));
        menu.addItem(link("JSON lines, for programs", AuditFormat.JSON_LINES));
    }

    private Anchor link(String label, AuditFormat format) {
        var link = new Anchor(event -> send(format, event), AttachmentType.DOWNLOAD, label);
        link.addClassName("export-link");
        return link;
    }

    private void send(AuditFormat format, DownloadEvent event) throws IOException {
        var query = query(event);
        event.setFileName("audit." + format.extension());
        event.setContentType(format.mediaType());
        export.write(query, format, viewer.actor(), event.getOutputStream());
    }

    private AuditQuery query(DownloadEvent event) {
        event.getSession().lock();
        try {
            return shown.get();
        } finally {
            event.getSession().unlock();
        }
    }
}
