package io.mergedesk.ui.connections;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Subscription;
import io.mergedesk.realtime.ClientHealth;
import io.mergedesk.realtime.Connections;
import io.mergedesk.realtime.LinkHealth;
import io.mergedesk.realtime.Links;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import io.mergedesk.ui.shell.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.List;

/// Which programs listen here, and which gateways of others this site listens to; as it is now.
@Route(value = "connections", layout = MainLayout.class)
@PageTitle("Connections · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/connections.css")
class ConnectionsView extends Div {

    private static final int MOST = 200;

    private final transient Connections connections;
    private final transient Links links;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private final Span figures = new Span();
    private final Paragraph more = new Paragraph();
    private final ConnectionTable<ClientHealth, ClientRow> clientTable;
    private final ConnectionTable<LinkHealth, LinkRow> linkTable;
    private final Component noClients = noClients();
    private final Component noLinks = noLinks();
    private transient Subscription tick = () -> {};

    ConnectionsView(
            Connections connections, Links links, CurrentAccount current, InstantSource clock) {
        this.connections = connections;
        this.links = links;
        this.clock = clock;
        this.actor = current.get().actor();
        clientTable =
                new ConnectionTable<>(
                        "Programs that listen here",
                        List.of(
                                "Program",
                                "Subscribed to",
                                "Connected",
                                "Last seen",
                                "Latency",
                                "Backlog",
                                "Sent",
                                ""),
                        client -> List.of(client.person(), client.client(), client.since()),
                        client -> new ClientRow(client, this::close));
        var actions = new LinkActions(links, () -> actor, this::refresh);
        linkTable =
                new ConnectionTable<>(
                        "Links to others",
                        List.of("Link", "State", "Reached", "Last seen", "Latency", "Received", ""),
                        link -> link.link().id(),
                        link -> new LinkRow(link, actions.menu(link.link())));
        addClassNames("page", "connections-page");
        var add = new Button("Add link", _ -> addLink());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var header = new PageHeader("Connections").withActions(add);
        header.setNote("who listens here, and whom this site listens to");
        figures.addClassNames("soft", "small", "number");
        more.addClassNames("soft", "small");
        add(
                header,
                section("Programs that listen here", figures, clientTable, noClients, more),
                section("Links to others", new Span(), linkTable, noLinks));
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        tick = new Tick(event.getUI(), this::refresh);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        tick.close();
        super.onDetach(event);
    }

    private void refresh() {
        var now = clock.instant();
        var clients = connections.all(actor);
        clientTable.show(
                clients.stream().limit(MOST).toList(), (row, client) -> row.show(client, now));
        noClients.setVisible(clients.isEmpty());
        more.setText("And " + ConnectionWords.number(clients.size() - (long) MOST) + " more.");
        more.setVisible(clients.size() > MOST);
        figures.setText(ConnectionWords.figures(connections.figures()));
        var all = links.all(actor);
        linkTable.show(all, (row, link) -> row.show(link, now));
        noLinks.setVisible(all.isEmpty());
    }

    private void close(ClientHealth client) {
        Toast.say(
                switch (connections.close(actor, client.person(), client.client())) {
                    case DONE -> "Closed. Its program may connect again.";
                    case MISSING -> "It had left already.";
                    case FORBIDDEN -> "Only admins may do that.";
                });
        refresh();
    }

    private void addLink() {
        new LinkDialog(links, () -> actor, this::refresh).open();
    }

    private static Section section(String title, Component note, Component... content) {
        var head = new Div(new H2(title), note);
        head.addClassName("connections-head");
        var card = new Div(content);
        card.addClassNames("card", "connections-card");
        var section = new Section(head, card);
        section.addClassName("connections-section");
        return section;
    }

    private static Component noClients() {
        var api = new Anchor("swagger-ui/index.html", "How programs connect");
        api.setRouterIgnore(true);
        return nothing(
                "No program is connected. They listen with a WebSocket at /api/v1/realtime and appear here.",
                api);
    }

    private Component noLinks() {
        var add = new Button("Add the first link", _ -> addLink());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return nothing(
                "This site listens to no other Mergedesk. A link hears of every change over there, and comes back by itself.",
                add);
    }

    private static Component nothing(String words, Component next) {
        var nothing = new Div(new Paragraph(words), next);
        nothing.addClassName("no-connections");
        return nothing;
    }
}
