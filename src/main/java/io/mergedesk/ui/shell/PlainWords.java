package io.mergedesk.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/// A page that only says one thing and leads back.
abstract class PlainWords extends Div {

    final void say(String title, String... sentences) {
        removeAll();
        addClassNames("card", "plain-words");
        var back = new Anchor("", "Back to the records");
        add(new Image("styles/images/mark.svg", ""), new H1(title));
        for (var sentence : sentences) {
            add(new Paragraph(sentence));
        }
        add(back);
    }
}
