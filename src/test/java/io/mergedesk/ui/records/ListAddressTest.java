package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAddressTest {

    private final World world = RecordsWorld.inMemory();
    private final EntityType type = world.types.get(CONTACTS);

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=lyon",
                "filter=status:eq:active&filter=credit:gte:12.5",
                "filter=phone:empty",
                "filter=tags:eq:vip",
                "filter=mail:starts:a%26b",
                "filter=seen:lte:2026-01-31T09:30:00Z",
                "sort=-name",
                "sort=-updatedAt",
                "q=a&filter=since:gte:2026-01-31&sort=phone"
            })
    void what_is_written_is_read_back(String query) {
        var state = ListAddress.read(QueryParameters.fromString(query), type);

        var written = ListAddress.write(state, type);

        assertThat(ListAddress.read(QueryParameters.fromString(written.getQueryString()), type))
                .isEqualTo(state);
        assertThat(state.equals(ListState.start(type))).isEqualTo(query.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=nothing:eq:1",
                "filter=status",
                "filter=credit:gte:many",
                "filter=credit:about:1",
                "sort=nothing",
                "sort=notes"
            })
    void what_cannot_be_read_is_left_out(String query) {
        assertThat(ListAddress.read(QueryParameters.fromString(query), type))
                .isEqualTo(ListState.start(type));
    }

    @Test
    void a_list_opens_by_title() {
        assertThat(ListState.start(type).sort()).isEqualTo(type.titleField());
        assertThat(ListState.start(type).descending()).isFalse();
    }
}
