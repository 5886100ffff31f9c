package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.common.FieldName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldKindsTest {

    private static final FieldName FEE = new FieldName("fee");

    @Test
    void one_name_is_given_out_for_every_value_of_a_field() {
        var kinds = new FieldKinds(Map.of(FEE, FieldKind.MONEY), _ -> FieldKind.TEXT);

        assertThat(kinds.of(new FieldName("fee"))).isEqualTo(FieldKind.MONEY);
        assertThat(kinds.find("fee").field()).isSameAs(FEE);
    }

    @Test
    void others_are_asked_about_each_time_and_may_be_refused() {
        var kinds =
                new FieldKinds(
                        Map.of(FEE, FieldKind.MONEY),
                        field -> {
                            throw new IllegalStateException("no field " + field);
                        });

        assertThatThrownBy(() -> kinds.find("since"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no field since");
        assertThatThrownBy(() -> kinds.find("not a name"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
