package io.mergedesk.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.desk.Told;
import java.util.Optional;

/// One notice: what happened, when, and what can be done about it.
final class NoticeItem extends ListItem {

    /// @param restore empty where there is nothing to put back
    NoticeItem(
            Told told,
            NoticeWords.Sentence sentence,
            String ago,
            Runnable open,
            Optional<Runnable> restore) {
        addClassName("notice");
        var words = new Div();
        words.addClassName("notice-words");
        if (told.unread()) {
            addClassName("notice-unread");
            var unread = new Span("Unread: ");
            unread.addClassName("visually-hidden");
            words.add(unread);
        }
        words.getElement()
                .appendChild(
                        Element.createText(sentence.before()),
                        new Element("strong").setText(sentence.title()),
                        Element.createText(sentence.after()));
        var time = new Span(ago);
        time.addClassName("desk-second");
        var actions = new Div(time, button("Open", sentence, open));
        restore.ifPresent(put -> actions.add(button("Restore", sentence, put)));
        actions.addClassName("notice-actions");
        add(words, actions);
    }

    private static Button button(String word, NoticeWords.Sentence sentence, Runnable work) {
        var button = new Button(word, _ -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(word + ": " + sentence.title());
        return button;
    }
}
