package io.mergedesk.ui.shell;

import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.dom.Element;
import java.io.Serializable;
import java.util.stream.Stream;

/// Calls the browser's own ES modules, which are served as they are.
public final class Modules {

    private Modules() {}

    /// Runs one expression with the module as `m`, the element as `this` and the arguments as `$0`,
    /// `$1`, …
    public static PendingJavaScriptResult call(
            Element element, String module, String expression, Serializable... arguments) {
        var all = Stream.concat(Stream.of(arguments), Stream.of("modules/" + module)).toArray();
        return element.executeJs(
                "return import(new URL($%d, document.baseURI).href).then(m => %s)"
                        .formatted(arguments.length, expression),
                all);
    }
}
