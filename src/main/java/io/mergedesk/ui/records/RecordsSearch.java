package io.mergedesk.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.entities.TypeService;
import io.mergedesk.ui.shell.HeaderSearch;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The search in the header looks in the list that is open; from any other screen, in the first.
@Component
class RecordsSearch implements HeaderSearch {

    private static final String RECORDS = "records";

    private final TypeService types;

    RecordsSearch(TypeService types) {
        this.types = types;
    }

    @Override
    public String placeholder() {
        return "Search records …";
    }

    @Override
    public Optional<String> wordsOf(Location location) {
        return location.getFirstSegment().equals(RECORDS)
                ? Optional.of(
                        location.getQueryParameters()
                                .getSingleParameter(ListAddress.WORDS)
                                .orElse(""))
                : Optional.empty();
    }

    @Override
    public void search(String words) {
        var page = UI.getCurrent();
        if (page.getCurrentView() instanceof RecordsView records) {
            records.search(words);
        } else {
            types.all().stream()
                    .findFirst()
                    .ifPresent(type ->
                            page.navigate(
                                    RECORDS + "/" + type.name(),
                                    QueryParameters.of(ListAddress.WORDS, words)));
        }
    }
}
