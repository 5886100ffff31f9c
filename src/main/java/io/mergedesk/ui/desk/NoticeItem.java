package io.mergedesk.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.desk.InboxEntry;
import java.util.List;

/// One notice: what happened, when, and what can be done about it.
final class NoticeItem extends ListItem {

    /// Something that can be done about it.
    record Action(String word, Runnable work) {}

    NoticeItem(InboxEntry entry, NoticeWords.Sentence sentence, String ago, List<Action> possible) {
        addClassName("notice");
        var words = new Div();
        words.addClassName("notice-words");
        if (entry.unread()) {
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
        var actions = new Div(time);
        possible.forEach(one -> actions.add(button(one, sentence)));
        actions.addClassName("notice-actions");
        add(words, actions);
    }

    private static Button button(Action action, NoticeWords.Sentence sentence) {
        var button = new Button(action.word(), _ -> action.work().run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(action.word() + ": " + sentence.title());
        return button;
    }
}
