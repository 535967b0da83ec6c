// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String canonical(String text) {
        return new String(CanonicalJson.write(CanonicalJson.read(utf8(text))), StandardCharsets.UTF_8);
    }

    @Test
    void names_are_sorted_and_nothing_stands_between() {
        assertThat(canonical(" { \"b\" : [ 1 , true , null ] , \"a\" : { \"z\" : -7, \"y\" : \"\" } } "))
                .isEqualTo("{\"a\":{\"y\":\"\",\"z\":-7},\"b\":[1,true,null]}");
    }

    @Test
    void texts_have_the_one_form_of_rfc_8785() {
        assertThat(canonical("{\"\\u20ac\":\"\\u000f\\n\\u0041'\\u0042\\u0022\\u005c\\\\\\\"\\/\"}"))
                .isEqualTo("{\"€\":\"\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void names_are_sorted_by_utf_16_units() {
        assertThat(canonical("{\"\\ufb33\":1,\"\\ud83d\\ude02\":2,\"\\u20ac\":3}"))
                .isEqualTo("{\"€\":3,\"\ud83d\ude02\":2,\"\ufb33\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{}x",
                "",
                "{",
                "[1,]",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":1000000000}",
                "{\"a\":-1000000000}",
                "{\"a\":99999999999999999999}",
                "[NaN]",
                "{'a':1}",
                "// x\n{}",
                "\"\\ud800\"",
                "{\"\\udc00\":1}"
            })
    void what_could_be_read_in_two_ways_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(utf8(text)))
                .isInstanceOfSatisfying(MalformedRecordException.class, refused -> assertThat(refused.field())
                        .isEqualTo("json"));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .hasMessage("json is not UTF-8");
        assertThatThrownBy(() -> CanonicalJson.read("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void the_largest_integers_are_taken() {
        assertThat(canonical("[999999999,-999999999,0]")).isEqualTo("[999999999,-999999999,0]");
    }

    @Test
    void what_is_not_json_is_not_written() {
        var nodes = JsonNodeFactory.instance;
        for (var node : List.of(
                nodes.numberNode(1.5),
                nodes.numberNode(1_000_000_000),
                nodes.binaryNode(new byte[1]),
                nodes.missingNode())) {
            assertThatThrownBy(() -> CanonicalJson.write(nodes.arrayNode().add(node)))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void the_hash_is_the_sha_256_of_the_canonical_bytes() {
        assertThat(CanonicalJson.hash(CanonicalJson.read(utf8("{ }"))))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
