package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    @ParameterizedTest(name = "{1} over {0} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}|{\"b\":2}|{\"a\":1,\"b\":2}",
                "{\"a\":1}|{\"a\":null}|{}",
                "{\"a\":{\"b\":1,\"c\":2}}|{\"a\":{\"b\":null}}|{\"a\":{\"c\":2}}",
                "{\"a\":[1,2]}|{\"a\":[3]}|{\"a\":[3]}",
                "{\"a\":1}|{\"a\":{\"b\":{\"c\":null}}}|{\"a\":{\"b\":{}}}"
            })
    void puts_one_object_over_another(String target, String patch, String expected) {
        var before = MergePatch.object(target).orElseThrow();

        var result = MergePatch.apply(before, MergePatch.object(patch).orElseThrow());

        assertThat(result).hasToString(expected);
        assertThat(before).hasToString(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "1", "{", "''"})
    void what_is_no_object_is_none(String text) {
        assertThat(MergePatch.object(text)).isEmpty();
    }

    @Test
    void numbers_keep_all_their_digits() {
        var body = MergePatch.object("{\"a\":1234567890123456789.000000000001}").orElseThrow();

        assertThat(body.toPrettyString()).contains("1234567890123456789.000000000001");
    }
}
