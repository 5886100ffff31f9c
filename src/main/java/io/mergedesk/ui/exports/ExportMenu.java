package io.mergedesk.ui.exports;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.transfer.ExportFormat;
import io.mergedesk.transfer.Exports;
import java.io.IOException;

/// A button that hands out what a list shows at the moment of the click, as CSV or as a
/// spreadsheet.
@StyleSheet("context://styles/export.css")
public final class ExportMenu extends MenuBar {

    private final transient Exports exports;
    private final transient TypeService types;
    private final transient CurrentActor current;
    private final SerializableSupplier<EntityQuery> shown;

    /// @param shown what the list shows; asked under the lock of the session
    public ExportMenu(
            Exports exports,
            TypeService types,
            CurrentActor current,
            SerializableSupplier<EntityQuery> shown) {
        this.exports = exports;
        this.types = types;
        this.current = current;
        this.shown = shown;
        addClassName("export-menu");
        var menu = addItem("Export").getSubMenu();
        menu.addItem(link("CSV, for Excel and others", ExportFormat.CSV));
        menu.addItem(link("Excel workbook", ExportFormat.XLSX));
    }

    private Anchor link(String label, ExportFormat format) {
        var link = new Anchor(event -> send(format, event), AttachmentType.DOWNLOAD, label);
        link.addClassName("export-link");
        return link;
    }

    private void send(ExportFormat format, DownloadEvent event) throws IOException {
        var query = query(event);
        var type = types.find(query.type()).orElseThrow();
        event.setFileName(Exports.fileName(type, format));
        event.setContentType(format.mediaType());
        exports.write(query, format, true, current.require(), event.getOutputStream());
    }

    private EntityQuery query(DownloadEvent event) {
        event.getSession().lock();
        try {
            return shown.get();
        } finally {
            event.getSession().unlock();
        }
    }
}
