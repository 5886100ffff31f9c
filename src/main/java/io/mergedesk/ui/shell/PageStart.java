package io.mergedesk.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/// Puts our own modules into every page, and plain words into what Vaadin itself has to say.
@Component
class PageStart implements VaadinServiceInitListener {

    private final UnexpectedErrors errors;

    PageStart(UnexpectedErrors errors) {
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> addModules(page.getDocument()));
        event.getSource().setSystemMessagesProvider(_ -> plainWords());
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(errors));
    }

    private static void addModules(Document page) {
        page.head()
                .appendElement("script")
                .attr("type", "module")
                .attr("blocking", "render")
                .attr("src", "modules/appearance.js");
        for (var module : new String[] {"drafts.js", "connection.js", "shortcuts.js"}) {
            page.head()
                    .appendElement("script")
                    .attr("type", "module")
                    .attr("src", "modules/" + module);
        }
    }

    private static SystemMessages plainWords() {
        var words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption("Your session has ended.");
        words.setSessionExpiredMessage(
                "What you typed is kept in this browser. Click here, or press Esc, to go on.");
        words.setInternalErrorCaption("Something went wrong on our side.");
        words.setInternalErrorMessage(
                "What you typed is kept in this browser. Click here, or press Esc, to go on.");
        words.setCookiesDisabledCaption("This browser refuses cookies.");
        words.setCookiesDisabledMessage(
                "Mergedesk needs one to keep you signed in. Allow it, then click here.");
        return words;
    }
}
