package io.mergedesk.ui.connections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.realtime.ClientHealth;
import java.time.Instant;
import java.util.function.Consumer;

/// One connected program; its figures change in place.
final class ClientRow extends NativeTableRow {

    private final Span wants = new Span();
    private final Figure since = new Figure("Connected");
    private final Figure seen = new Figure("Last seen");
    private final Figure latency = new Figure("Latency");
    private final Figure backlog = new Figure("Backlog");
    private final Figure sent = new Figure("Sent");

    ClientRow(ClientHealth client, Consumer<ClientHealth> close) {
        var name = new Span(client.client().value());
        name.addClassName("connection-name");
        var from = new Span(client.person() + " · " + client.address());
        from.addClassNames("soft", "small");
        var who = new NativeTableCell(new Div(name, from));
        who.addClassName("connection-who");
        wants.addClassNames("small");
        var what = new NativeTableCell(wants);
        what.addClassName("connection-what");
        var button = new Button("Close", _ -> close.accept(client));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Close " + client.client() + " of " + client.person());
        var actions = new NativeTableCell(button);
        actions.addClassName("connection-actions");
        add(who, what, since, seen, latency, backlog, sent, actions);
    }

    void show(ClientHealth client, Instant now) {
        var words =
                client.subscriptions().isEmpty()
                        ? "nothing yet"
                        : String.join("; ", client.subscriptions());
        if (!words.equals(wants.getText())) {
            wants.setText(words);
        }
        wants.setClassName("soft", client.subscriptions().isEmpty());
        since.show(ConnectionWords.passed(client.since(), now));
        seen.show(ConnectionWords.passed(client.lastSeen(), now));
        latency.show(ConnectionWords.latency(client.latency()));
        backlog.show(ConnectionWords.number(client.backlog()));
        backlog.setClassName("figure-warn", client.backlog() > 0);
        sent.show(ConnectionWords.number(client.sent()));
    }
}
