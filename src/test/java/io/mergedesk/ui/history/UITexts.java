package io.mergedesk.ui.history;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands on a page, invisible parts left out.
final class UITexts {

    private UITexts() {}

    static String of(HasElement root) {
        return all(root.getElement())
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining(" "));
    }

    static Stream<Element> elements(HasElement root, Predicate<Element> wanted) {
        return all(root.getElement()).filter(element -> !element.isTextNode()).filter(wanted);
    }

    private static Stream<Element> all(Element element) {
        if (element.isTextNode()) {
            return Stream.of(element);
        }
        return element.isVisible()
                ? Stream.concat(Stream.of(element), element.getChildren().flatMap(UITexts::all))
                : Stream.empty();
    }
}
