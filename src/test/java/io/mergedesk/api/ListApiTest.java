package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListApiTest extends ApiTest {

    @Test
    void filters_words_and_order_choose_what_is_listed() {
        create("{\"name\":\"Zoé Lyon\",\"age\":30,\"stage\":\"Won\",\"tags\":[\"red\"]}");
        create("{\"name\":\"ana\",\"city\":\"Lyon, France\",\"age\":7,\"active\":true}");
        create(
                "{\"name\":\"Ben\",\"city\":\"10:30\",\"birthday\":\"2001-01-31\","
                        + "\"website\":\"https://example.org\",\"fee\":\"12.50 EUR\"}");

        assertThat(names("sort=name")).containsExactly("ana", "Ben", "Zoé Lyon");
        assertThat(names("sort=-name")).containsExactly("Zoé Lyon", "Ben", "ana");
        assertThat(names("sort=-age")).startsWith("Zoé Lyon", "ana");
        assertThat(names("sort=updatedAt")).containsExactly("Zoé Lyon", "ana", "Ben");
        assertThat(names("")).containsExactly("Ben", "ana", "Zoé Lyon");
        assertThat(names("q=lyo&sort=name")).containsExactly("ana", "Zoé Lyon");
        assertThat(names("q=zoe")).containsExactly("Zoé Lyon");
        assertThat(names("filter=" + encoded("city:Lyon, France"))).containsExactly("ana");
        assertThat(names("filter=" + encoded("city:eq:lyon, france"))).containsExactly("ana");
        assertThat(names("filter=city:10:30")).containsExactly("Ben");
        assertThat(names("filter=city:empty")).containsExactly("Zoé Lyon");
        assertThat(names("filter=city:present&sort=name")).containsExactly("ana", "Ben");
        assertThat(names("filter=age:gte:7&filter=age:lt:30")).containsExactly("ana");
        assertThat(names("filter=stage:Won")).containsExactly("Zoé Lyon");
        assertThat(names("filter=tags:red")).containsExactly("Zoé Lyon");
        assertThat(names("filter=active:true")).containsExactly("ana");
        assertThat(names("filter=birthday:lte:2001-01-31")).containsExactly("Ben");
        assertThat(names("filter=website:starts:https://ex")).containsExactly("Ben");
        assertThat(names("filter=website:eq:https://example.org")).containsExactly("Ben");
        assertThat(names("filter=" + encoded("fee:12.5 EUR"))).containsExactly("Ben");
        assertThat(names("filter=name:starts:zo")).containsExactly("Zoé Lyon");
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "filter=nothing:x | nothing",
                "filter=city | city",
                "filter=city: | city",
                "filter=city:like:x | like",
                "filter=website:https://x.org | website:eq:https://x.org",
                "filter=age:many | many",
                "filter=age:starts:1 | starts",
                "filter=age:1e999999999 | 1e999999999",
                "filter=notes:x | notes",
                "filter=city:empty:x | empty",
                "sort=nothing | nothing",
                "sort=notes | notes",
                "limit=0 | 500",
                "limit=501 | 500",
                "limit=ten | ten",
                "cursor=garbage | garbage",
                "cursor=1.AAAA | 1.AAAA"
            })
    void what_cannot_be_understood_is_named(String query, String named) {
        var answer = user.get(list() + "?" + query).expect(400);

        assertThat(answer.each("/errors", "/field"))
                .containsExactly(query.substring(0, query.indexOf('=')));
        assertThat(answer.text("/detail")).contains(named);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        create("{\"name\":\"a\"}");
        create("{\"name\":\"b\"}");
        var cursor = user.get(list() + "?sort=name&limit=1").text("/nextCursor");

        user.get(list() + "?sort=name&limit=2&cursor=" + cursor).expect(200);
        user.get(list() + "?limit=1&cursor=" + cursor).expect(400);
        user.get(list() + "?sort=-name&limit=1&cursor=" + cursor).expect(400);
        user.get(list() + "?sort=name&q=a&limit=1&cursor=" + cursor).expect(400);
    }

    @Test
    void paging_through_300_entities_loses_and_repeats_none_while_others_edit() throws Exception {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            expected.add("n%03d".formatted(i));
        }
        var ids = expected.stream().map(name -> create("{\"name\":\"" + name + "\"}")).toList();
        var done = new AtomicBoolean();
        try (var others = Executors.newFixedThreadPool(2)) {
            others.execute(() -> edit(ids.subList(0, 150), done));
            others.execute(() -> edit(ids.subList(150, 300), done));

            for (int round = 0; round < 5; round++) {
                assertThat(allNames("sort=name", 7 + 10 * round)).isEqualTo(expected);
                assertThat(allNames("sort=-name", 40)).isEqualTo(expected.reversed());
            }
            done.set(true);
        }
        assertThat(allNames("sort=updatedAt", 13)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(allNames("", 13)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void edit(List<String> ids, AtomicBoolean done) {
        for (int i = 0; !done.get(); i = (i + 7) % ids.size()) {
            long revision = user.get(at(ids.get(i))).number("/revision");
            user.patch(at(ids.get(i)), revision, "{\"fields\":{\"city\":\"c" + revision + "\"}}")
                    .expect(200);
        }
    }

    private List<String> allNames(String query, int limit) {
        var names = new ArrayList<String>();
        var page = user.get(list() + "?" + query + "&limit=" + limit).expect(200);
        names.addAll(page.each("/items", "/fields/name"));
        while (!page.at("/nextCursor").isNull()) {
            page =
                    user.get(
                                    list()
                                            + "?"
                                            + query
                                            + "&limit="
                                            + limit
                                            + "&cursor="
                                            + page.text("/nextCursor"))
                            .expect(200);
            names.addAll(page.each("/items", "/fields/name"));
        }
        return names;
    }

    private List<String> names(String query) {
        return user.get(list() + "?" + query).expect(200).each("/items", "/fields/name");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
