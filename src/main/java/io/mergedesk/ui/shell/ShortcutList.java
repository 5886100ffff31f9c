package io.mergedesk.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;

/// The keys that work here, listed.
final class ShortcutList extends Dialog {

    private static final List<Shortcut> EVERYWHERE =
            List.of(new Shortcut("/", "Go to the search"), new Shortcut("?", "Show this list"));

    ShortcutList(List<Shortcut> here) {
        setHeaderTitle("Keyboard shortcuts");
        setWidth("min(420px, 92vw)");
        var list = new DescriptionList();
        list.addClassName("shortcut-list");
        Stream.concat(EVERYWHERE.stream(), here.stream())
                .forEach(shortcut ->
                        list.add(
                                new DescriptionList.Term(key(shortcut.keys())),
                                new DescriptionList.Description(shortcut.does())));
        add(list);
        getFooter().add(new Button("Close", _ -> close()));
    }

    private static Span key(String keys) {
        var key = new Span(keys);
        key.addClassName("kbd");
        return key;
    }
}
