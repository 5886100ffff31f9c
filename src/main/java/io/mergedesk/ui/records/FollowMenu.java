package io.mergedesk.ui.records;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.mergedesk.common.EntityId;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.FollowOutcome;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.EnumMap;
import java.util.Map;

/// How much the person is told of the record before them, and a menu to change it.
final class FollowMenu extends MenuBar {

    private final transient Viewer viewer;
    private final transient EntityId entity;
    private final Icon icon = new Icon();
    private final Span word = new Span();
    private final MenuItem root;
    private final Map<Attention, MenuItem> choices = new EnumMap<>(Attention.class);

    FollowMenu(Viewer viewer, EntityId entity) {
        this.viewer = viewer;
        this.entity = entity;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        addClassNames("quiet-menu", "follow-menu");
        icon.getElement().setAttribute("aria-hidden", "true");
        root = addItem(icon);
        root.add(word);
        for (var attention : Attention.values()) {
            var choice = root.getSubMenu().addItem(words(attention), _ -> choose(attention));
            choice.setCheckable(true);
            choices.put(attention, choice);
        }
        show(viewer.services().followings().of(entity, viewer.actor()).orElse(Attention.USUAL));
    }

    private void choose(Attention wanted) {
        switch (viewer.services().followings().set(entity, wanted, viewer.actor())) {
            case FollowOutcome.Set(var now) -> {
                show(now);
                Toast.say(done(now));
            }
            case FollowOutcome.Missing _ -> Toast.say("This record is no longer shared with you.");
            case FollowOutcome.TooMany(var most) -> {
                show(Attention.USUAL);
                Toast.say(
                        "Nobody follows or mutes more than %,d records: let go of another one."
                                .formatted(most));
            }
        }
    }

    private void show(Attention now) {
        icon.setIcon(icon(now));
        word.setText(word(now));
        root.setAriaLabel(word(now) + ": how much you are told of this record");
        choices.forEach((attention, choice) -> choice.setChecked(attention == now));
    }

    private static VaadinIcon icon(Attention attention) {
        return switch (attention) {
            case USUAL -> VaadinIcon.EYE;
            case FOLLOW -> VaadinIcon.BELL;
            case MUTE -> VaadinIcon.BELL_SLASH_O;
        };
    }

    private static String word(Attention attention) {
        return switch (attention) {
            case USUAL -> "Follow";
            case FOLLOW -> "Following";
            case MUTE -> "Muted";
        };
    }

    private static String words(Attention attention) {
        return switch (attention) {
            case USUAL -> "As usual: what concerns you";
            case FOLLOW -> "Follow: also what others change";
            case MUTE -> "Mute: only what is about you";
        };
    }

    private static String done(Attention now) {
        return switch (now) {
            case USUAL -> "As usual: the bell tells you what concerns you.";
            case FOLLOW -> "You follow this record: the bell tells you when others change it.";
            case MUTE ->
                    "Muted: the bell only tells you when your own edits are concerned or you are"
                            + " asked for.";
        };
    }
}
