package io.mergedesk.ui.imports;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.TypeService;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportJobs;
import io.mergedesk.transfer.Imports;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import java.time.InstantSource;

/// Leads a file through an import; below stands what was imported before.
///
/// `?type=` chooses the type to import into.
@Route(value = "import", layout = MainLayout.class)
@PageTitle("Import · Mergedesk")
@PermitAll
@StyleSheet("context://styles/import.css")
@StyleSheet("context://styles/import-report.css")
class ImportView extends Div implements BeforeEnterObserver {

    private final transient CurrentAccount current;
    private final ImportCourse course;

    ImportView(
            Imports imports,
            ImportJobs jobs,
            Batches batches,
            TypeService types,
            CurrentAccount current,
            InstantSource clock) {
        this.current = current;
        var recent = new RecentImports(batches, jobs, types, clock, this::actor, this::undoing);
        course = new ImportCourse(imports, jobs, types, this::actor, recent);
        addClassNames("page", "import-page");
        add(new PageHeader("Import"), course, recent);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("type")
                .ifPresent(course::choose);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        course.leave();
        super.onDetach(event);
    }

    /// A file was uploaded and read through.
    void taken(ImportFile read, Path path) {
        course.taken(read, path);
    }

    private void undoing(UndoProgress progress) {
        course.undoing(progress);
    }

    private Actor actor() {
        return current.get().actor();
    }
}
