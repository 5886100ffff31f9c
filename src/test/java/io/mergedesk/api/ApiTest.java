package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.NewToken;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.TeamService;
import io.mergedesk.security.TokenOutcome;
import io.mergedesk.storage.TestDatabase;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A test that talks to the API over real HTTP; `type` is a new type of its own with a field of
/// most kinds.
@SpringBootTest(
        classes = ApiApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "mergedesk.import.max-size=1MB")
@ActiveProfiles("demo")
abstract class ApiTest {

    private static final Actor ADMIN = new Actor(new UserId("admin"), Role.ADMIN, Set.of());
    private static final String PASSWORD = "correct horse battery staple";

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("mergedesk.home", TestDatabase::home);
    }

    @LocalServerPort private int port;
    @Autowired private PeopleService people;
    @Autowired private TeamService teams;
    @Autowired private ApiTokenService tokens;

    Program admin;
    Program user;
    Program supervisor;
    String type;

    @BeforeEach
    void signIn() {
        admin = program("admin", "demo");
        user = program("user", "demo");
        supervisor = program("supervisor", "demo");
        type = "t" + UUID.randomUUID().toString().replace("-", "");
        admin.post(
                        "/api/v1/types",
                        """
                        {"name":"%s","label":"Contacts","fields":[
                          {"name":"name","kind":"text","required":true},
                          {"name":"phone","kind":"text"},
                          {"name":"city","kind":"text"},
                          {"name":"notes","kind":"long-text"},
                          {"name":"age","kind":"number"},
                          {"name":"fee","kind":"money"},
                          {"name":"birthday","kind":"date"},
                          {"name":"seenAt","kind":"date-time"},
                          {"name":"active","kind":"yes-no"},
                          {"name":"stage","kind":"choice","choices":["New","Won","Lost"]},
                          {"name":"tags","kind":"choices","choices":["red","green","blue"]},
                          {"name":"email","kind":"email","unique":true},
                          {"name":"website","kind":"url"},
                          {"name":"boss","kind":"reference"},
                          {"name":"owner","kind":"person"}]}
                        """
                                .formatted(type))
                .expect(201);
    }

    /// A token of that program's person.
    NewToken token(Program program) {
        var owner = new Actor(new UserId(program.person()), Role.USER, Set.of());
        if (!(tokens.create(owner, "test") instanceof TokenOutcome.Made(var made))) {
            throw new IllegalStateException("expected a new token of " + program.person());
        }
        return made;
    }

    Program with(NewToken token) {
        return new Program(port, null, token.secret());
    }

    void revoke(NewToken token) {
        tokens.revoke(ADMIN, token.token().owner(), token.token().id());
    }

    Program program(String account, String password) {
        return new Program(port, account, password);
    }

    Program stranger() {
        return new Program(port, null, null);
    }

    /// Somebody new in these teams; teams that are not there are made.
    Program member(String... names) {
        for (var name : names) {
            teams.create(ADMIN, name);
        }
        var ids = Arrays.stream(names).map(TeamId::new).collect(Collectors.toSet());
        var account = "p" + UUID.randomUUID();
        var request = new NewPerson(account, "Ana", Role.USER, ids, PASSWORD);
        if (!(people.create(ADMIN, request) instanceof PeopleOutcome.Done)) {
            throw new IllegalStateException("expected a new person " + account);
        }
        return program(account, PASSWORD);
    }

    void disable(Program program) {
        people.disable(ADMIN, new UserId(program.person()));
    }

    String list() {
        return "/api/v1/types/" + type + "/entities";
    }

    static String at(String id) {
        return "/api/v1/entities/" + id;
    }

    /// Creates an entity and tells its id.
    String create(String fields) {
        return user.post(list(), "{\"fields\":" + fields + "}").expect(201).text("/entity/id");
    }
}
