package io.mergedesk.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Team;
import io.mergedesk.security.TeamService;
import io.mergedesk.ui.shell.Account;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/// Who I am here, my password, and the tokens of my programs.
@Route(value = "account", layout = MainLayout.class)
@PageTitle("Your account · Mergedesk")
@PermitAll
@StyleSheet("context://styles/account.css")
class AccountView extends Div {

    AccountView(
            CurrentAccount account,
            CurrentActor current,
            PeopleService people,
            TeamService teams,
            ApiTokenService tokens) {
        addClassNames("page", "account-page");
        var me = account.get();
        var sections =
                new Div(
                        section(
                                "Who you are",
                                "An admin changes your name, role and teams.",
                                facts(me, teams.all(me.actor()))),
                        section(
                                "Password",
                                "Changing it ends your sessions in other browsers.",
                                new PasswordForm(people, current::require)),
                        section(
                                "Tokens for programs",
                                "A program signs in with a token in place of your password, and may"
                                        + " do what you may do.",
                                new TokenList(tokens, current::require, me.actor().id())));
        sections.addClassName("account-sections");
        add(new PageHeader("Your account"), sections);
    }

    private static Section section(String title, String explanation, Component content) {
        var about = new Div(new H2(title), new Paragraph(explanation));
        about.addClassName("account-about");
        var section = new Section(about, content);
        section.addClassNames("card", "account-section");
        return section;
    }

    private static DescriptionList facts(Account me, List<Team> all) {
        var teams =
                all.stream()
                        .filter(team -> me.actor().teams().contains(team.id()))
                        .map(Team::label)
                        .collect(Collectors.joining(", "));
        var facts = new DescriptionList();
        facts.addClassName("account-facts");
        fact(facts, "Name", me.name());
        fact(facts, "Account", me.actor().id().value());
        fact(facts, "Role", me.actor().role().wireName());
        fact(facts, "Teams", teams.isEmpty() ? "none" : teams);
        return facts;
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
